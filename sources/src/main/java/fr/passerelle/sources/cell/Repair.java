package fr.passerelle.sources.cell;

import fr.passerelle.schemas.person.PersonMask;
import fr.passerelle.schemas.table.Activity;
import fr.passerelle.schemas.table.Correction;
import fr.passerelle.schemas.table.Field;
import fr.passerelle.schemas.table.Field.Constraints;
import fr.passerelle.schemas.table.Field.ListFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A reading of cells that are not of the canonical form. What it answers still has to be accepted by the column's type. */
interface Repair {
    int DEGREE_PLACES = 15;
    Repair NONE = cell -> null;
    Repair FREE_TEXT = Repair::freeText;
    /** The pattern by which a schema says that a column holds INSEE codes. */
    String INSEE_PATTERN = "([0-9]{2}|2[AB])[0-9]{3}";
    /** The same of SIREN numbers. */
    String SIREN_PATTERN = "[0-9]{9}";

    Pattern INSEE = Pattern.compile("(?<whole>[0-9ABab]{1,2} ?[0-9]{3})(?<zeros>[.,]0+)?");
    int INSEE_LENGTH = 5;
    Pattern SIREN = Pattern.compile(
            "(?<first>[0-9]{3})(?<gap>[ .]?)(?<second>[0-9]{3})\\k<gap>(?<third>[0-9]{3})(?<zeros>[.,]0+)?");

    /** Longer cells are never looked at: nothing that is repaired is that long. */
    int LONGEST = 60;

    /** What the cell says without doubt; null where there is doubt. */
    @Nullable
    RepairedText of(String cell);

    /** What the user can do about a cell that is in doubt, a French sentence that quotes no cell; empty for nothing more. */
    default String advice(String cell) {
        return "";
    }

    static Repair firstOf(Repair first, Repair second) {
        return new Repair() {
            @Override
            public @Nullable RepairedText of(String cell) {
                RepairedText repairedText = first.of(cell);
                return repairedText == null ? second.of(cell) : repairedText;
            }

            @Override
            public String advice(String cell) {
                return first.advice(cell) + second.advice(cell);
            }
        };
    }

    static Repair of(Field field, Forms forms) {
        return switch (field.type()) {
            case INTEGER -> number(field, 0, true, forms);
            case NUMBER -> decimal(field, forms);
            case DATE -> new DayRepair(forms);
            case STRING ->
                field.name().equals(Activity.COLUMN) ? new Vocabulary.ActivityRepair() : text(field.constraints());
            case BOOLEAN -> new Vocabulary.YesNoRepair(field.booleans(), forms);
            case LIST -> list(field.list(), forms);
            case YEARMONTH, YEAR -> NONE;
        };
    }

    private static Repair decimal(Field field, Forms forms) {
        Integer places = field.constraints().decimalPlaces();
        Repair number =
                places == null ? number(field, DEGREE_PLACES, false, forms) : number(field, places, true, forms);
        Repair hours = NumberRepair.hours(field.name()) ? firstOf(number, NumberRepair::duration) : number;
        return field.name().startsWith("heures_hebdo_") ? firstOf(hours, new WeeklySpans.HoursRepair(forms)) : hours;
    }

    private static Repair number(Field field, int places, boolean groups, Forms forms) {
        return new NumberRepair(places, groups, NumberRepair.unit(field.name()), forms);
    }

    private static Repair list(@Nullable ListFormat format, Forms forms) {
        return format == null || format.itemEnum().isEmpty()
                ? FREE_TEXT
                : new Vocabulary.ListRepair(format, forms.lenient(), new Vocabulary(format.itemEnum()));
    }

    private static Repair text(Constraints rule) {
        if (!rule.values().isEmpty()) {
            Vocabulary vocabulary = new Vocabulary(rule.values());
            return cell -> cell.length() <= LONGEST ? vocabulary.read(cell) : null;
        }
        if (rule.pattern() == null) {
            return FREE_TEXT;
        }
        return switch (rule.pattern().pattern()) {
            case INSEE_PATTERN -> Repair::insee;
            case SIREN_PATTERN -> Repair::siren;
            // A code has no spaces, and some of them cannot be seen.
            default ->
                cell -> cell.length() <= LONGEST + 1
                        ? new RepairedText(CellText.spaces(cell), Correction.ESPACES)
                        : null;
        };
    }

    /**
     * INSEE codes that went through a spreadsheet. A code has five characters, so four digits have lost one. A spreadsheet only drops a zero
     * at the beginning, and a code begins with one zero at most (départements 01 to 09): the four digits then begin with 1 to 9. Were it the
     * last digit that is gone, the facts would in most cases know no such commune; nothing is ever looked up by a name or a postal code.
     */
    static @Nullable RepairedText insee(String cell) {
        String spaced = CellText.spaces(cell);
        Matcher matcher = INSEE.matcher(spaced);
        if (spaced.length() > LONGEST || !matcher.matches()) {
            return null;
        }
        String whole = matcher.group("whole");
        String code = whole.replace(" ", "").toUpperCase(Locale.ROOT);
        if (code.length() < INSEE_LENGTH) {
            return code.charAt(0) == '0' ? null : new RepairedText("0" + code, Correction.ZERO_RESTITUE);
        }
        boolean otherCase = whole.length() == INSEE_LENGTH && !whole.equals(code);
        Correction done = otherCase ? Correction.ACCENTS_CASSE : Correction.ESPACES;
        return new RepairedText(code, matcher.group("zeros") == null ? done : Correction.DECIMALE);
    }

    /** SIREN numbers as people write them, three digits by three, or as a spreadsheet does. A lost zero is never guessed. */
    private static @Nullable RepairedText siren(String cell) {
        Matcher matcher = SIREN.matcher(CellText.spaces(cell));
        if (cell.length() > LONGEST || !matcher.matches()) {
            return null;
        }
        Correction code = matcher.group("zeros") == null ? Correction.ESPACES : Correction.DECIMALE;
        return new RepairedText(matcher.group("first") + matcher.group("second") + matcher.group("third"), code);
    }

    /** Free texts, of any length: broken accents are put back, lost ones are listed, and what looks like a person is blotted out. */
    private static @Nullable RepairedText freeText(String cell) {
        String mended = CellText.mended(cell);
        if (PersonMask.hides(mended)) {
            return new RepairedText(PersonMask.mask(mended), Correction.PERSONNE_MASQUEE);
        }
        if (!mended.equals(cell)) {
            return new RepairedText(mended, Correction.MOJIBAKE);
        }
        return CellText.lost(cell) ? new RepairedText(cell, Correction.CARACTERE_PERDU) : null;
    }
}
