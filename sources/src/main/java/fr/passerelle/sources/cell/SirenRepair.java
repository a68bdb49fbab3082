package fr.passerelle.sources.cell;

import fr.passerelle.schemas.table.Correction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** SIREN numbers as people write them, three digits by three, or as a spreadsheet does. A lost zero is never guessed. */
final class SirenRepair implements Repair {

    /** The pattern by which a schema says that a column holds SIREN numbers. */
    static final String PATTERN = "[0-9]{9}";

    private static final Pattern CELL = Pattern.compile(
            "(?<first>[0-9]{3})(?<gap>[ .]?)(?<second>[0-9]{3})\\k<gap>(?<third>[0-9]{3})(?<zeros>[.,]0+)?");

    @Override
    public @Nullable RepairedText of(String cell) {
        Matcher matcher = CELL.matcher(TextFolding.spaces(cell));
        if (cell.length() > LONGEST || !matcher.matches()) {
            return null;
        }
        Correction code = matcher.group("zeros") == null ? Correction.ESPACES : Correction.DECIMALE;
        return new RepairedText(matcher.group("first") + matcher.group("second") + matcher.group("third"), code);
    }
}
