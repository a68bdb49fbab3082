package fr.passerelle.sources.cell;

import fr.passerelle.schemas.person.PersonMask;
import fr.passerelle.schemas.table.Activity;
import fr.passerelle.schemas.table.Constraints;
import fr.passerelle.schemas.table.Correction;
import fr.passerelle.schemas.table.Field;
import fr.passerelle.schemas.table.Field.ListFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A reading of cells that are not of the canonical form. What it answers still has to be accepted by the column's type. */
interface Repair {
    int DEGREE_PLACES = 15;
    Repair NONE = cell -> null;

    /** Longer cells are never looked at: nothing that is repaired is that long. */
    int LONGEST = 60;

    /** What the cell says without doubt; null where there is doubt. */
    @Nullable
    RepairedText of(String cell);

    /** What the user can do about a cell that is in doubt, a French sentence that quotes no cell; empty for nothing more. */
    default String advice(String cell) {
        return "";
    }

    /** The first of these that reads a cell. */
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
        Repair hours =
                NumberRepair.hours(field.name()) ? Repair.firstOf(number, new NumberRepair.DurationRepair()) : number;
        return NumberRepair.weeklyHours(field.name())
                ? Repair.firstOf(hours, new WeeklySpans.HoursRepair(forms))
                : hours;
    }

    private static Repair number(Field field, int places, boolean groups, Forms forms) {
        return new NumberRepair(places, groups, NumberRepair.unit(field.name()), forms);
    }

    private static Repair list(@Nullable ListFormat format, Forms forms) {
        return format == null || format.itemEnum().isEmpty()
                ? new FreeTextRepair()
                : new Vocabulary.ListRepair(format, forms.lenient());
    }

    private static Repair text(Constraints rule) {
        if (!rule.values().isEmpty()) {
            return new Vocabulary.WordRepair(rule.values());
        }
        if (rule.pattern() == null) {
            return new FreeTextRepair();
        }
        return switch (rule.pattern().pattern()) {
            case InseeRepair.PATTERN -> new InseeRepair();
            case SirenRepair.PATTERN -> new SirenRepair();
            default -> Repair::withoutSpaces;
        };
    }

    /** A code has no spaces, and some of them cannot be seen. */
    private static @Nullable RepairedText withoutSpaces(String cell) {
        return cell.length() <= Repair.LONGEST + 1
                ? new RepairedText(LostAccents.spaces(cell), Correction.ESPACES)
                : null;
    }

    /**
     * INSEE codes that went through a spreadsheet. A code has five characters, so four digits have lost one. A spreadsheet only drops a zero
     * at the beginning, and a code begins with one zero at most (départements 01 to 09): the four digits then begin with 1 to 9. Were it the
     * last digit that is gone, the facts would in most cases know no such commune; nothing is ever looked up by a name or a postal code.
     */
    final class InseeRepair implements Repair {

        /** The pattern by which a schema says that a column holds INSEE codes. */
        static final String PATTERN = "([0-9]{2}|2[AB])[0-9]{3}";

        private static final Pattern CELL = Pattern.compile("(?<whole>[0-9ABab]{1,2} ?[0-9]{3})(?<zeros>[.,]0+)?");
        private static final int LENGTH = 5;

        @Override
        public @Nullable RepairedText of(String cell) {
            String spaced = LostAccents.spaces(cell);
            Matcher matcher = CELL.matcher(spaced);
            return spaced.length() <= LONGEST && matcher.matches() ? repaired(matcher) : null;
        }

        private static @Nullable RepairedText repaired(Matcher cell) {
            String whole = cell.group("whole");
            String code = whole.replace(" ", "").toUpperCase(Locale.ROOT);
            if (code.length() < LENGTH) {
                return code.charAt(0) == '0' ? null : new RepairedText("0" + code, Correction.ZERO_RESTITUE);
            }
            return new RepairedText(code, correction(whole, code, cell.group("zeros")));
        }

        private static Correction correction(String whole, String code, @Nullable String zeros) {
            if (zeros != null) {
                return Correction.DECIMALE;
            }
            return whole.length() == LENGTH && !whole.equals(code) ? Correction.ACCENTS_CASSE : Correction.ESPACES;
        }
    }

    /** SIREN numbers as people write them, three digits by three, or as a spreadsheet does. A lost zero is never guessed. */
    final class SirenRepair implements Repair {

        /** The pattern by which a schema says that a column holds SIREN numbers. */
        static final String PATTERN = "[0-9]{9}";

        private static final Pattern CELL = Pattern.compile(
                "(?<first>[0-9]{3})(?<gap>[ .]?)(?<second>[0-9]{3})\\k<gap>(?<third>[0-9]{3})(?<zeros>[.,]0+)?");

        @Override
        public @Nullable RepairedText of(String cell) {
            Matcher matcher = CELL.matcher(LostAccents.spaces(cell));
            if (cell.length() > LONGEST || !matcher.matches()) {
                return null;
            }
            Correction code = matcher.group("zeros") == null ? Correction.ESPACES : Correction.DECIMALE;
            return new RepairedText(matcher.group("first") + matcher.group("second") + matcher.group("third"), code);
        }
    }

    /** Free texts, of any length: broken accents are put back, lost ones are listed, and what looks like a person is blotted out. */
    final class FreeTextRepair implements Repair {

        @Override
        public @Nullable RepairedText of(String cell) {
            String mended = LostAccents.mended(cell);
            if (PersonMask.hides(mended)) {
                return new RepairedText(PersonMask.mask(mended), Correction.PERSONNE_MASQUEE);
            }
            if (!mended.equals(cell)) {
                return new RepairedText(mended, Correction.MOJIBAKE);
            }
            return LostAccents.lost(cell) ? new RepairedText(cell, Correction.CARACTERE_PERDU) : null;
        }
    }
}
