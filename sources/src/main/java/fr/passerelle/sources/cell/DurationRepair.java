package fr.passerelle.sources.cell;

import fr.passerelle.schemas.table.Correction;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Hours and minutes, {@code 12h30}, where they are hundredths of an hour exactly. */
final class DurationRepair implements Repair {

    private static final Pattern CELL = Pattern.compile("(?<hours>[0-9]{1,8}) ?h ?(?<minutes>[0-5][0-9]) ?(?:min|mn)?");
    private static final int HUNDREDTHS = 100;
    private static final int MINUTES = 60;

    @Override
    public @Nullable RepairedText of(String cell) {
        if (cell.length() > LONGEST) {
            return null;
        }
        Matcher matcher = CELL.matcher(TextFolding.of(cell));
        return matcher.matches() ? repaired(matcher.group("hours"), Integer.parseInt(matcher.group("minutes"))) : null;
    }

    private static @Nullable RepairedText repaired(String hours, int minutes) {
        if (minutes * HUNDREDTHS % MINUTES != 0) {
            return null;
        }
        BigDecimal part = BigDecimal.valueOf(minutes * HUNDREDTHS / MINUTES, 2);
        String text = new BigDecimal(hours).add(part).stripTrailingZeros().toPlainString();
        return new RepairedText(text, Correction.DUREE);
    }
}
