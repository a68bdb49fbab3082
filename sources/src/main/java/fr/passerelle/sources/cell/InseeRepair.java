package fr.passerelle.sources.cell;

import fr.passerelle.schemas.table.Correction;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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
        String spaced = TextFolding.spaces(cell);
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
