package fr.passerelle.sources.cell;

import fr.passerelle.schemas.table.Correction;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Numbers as people write them: thousands in groups of three, decimal comma, the column's unit behind. A mark that could as well part
 * thousands as decimals, such as that of {@code 1,234}, is in doubt unless one of the two is declared. Nothing is rounded.
 */
final class NumberRepair implements Repair {

    private static final Pattern SPACES = Pattern.compile("[\\u00A0\\u2007\\u2009\\u202F]");
    private static final Pattern CELL =
            Pattern.compile("(?<sign>[+-]?)(?<number>[0-9](?:[0-9 .,']*[0-9])?) ?(?<unit>[^0-9].*)?");
    private static final Pattern GROUPED =
            Pattern.compile("[1-9][0-9]{0,2}(?<gap>[ .,'])[0-9]{3}(?:\\k<gap>[0-9]{3})*");
    private static final Pattern DOUBTFUL = Pattern.compile("[+-]?[1-9][0-9]{0,2}[.,][0-9]{3}([^0-9].*)?");

    private final int places;
    private final boolean groups;
    private final Set<String> usual;
    private final Forms forms;

    /**
     * @param places decimals that are kept
     * @param groups whether numbers are great enough for thousands
     * @param usual the names of the column's unit
     */
    NumberRepair(int places, boolean groups, Set<String> usual, Forms forms) {
        this.places = places;
        this.groups = groups;
        this.usual = usual;
        this.forms = forms;
    }

    @Override
    public @Nullable RepairedText of(String cell) {
        Matcher matcher = CELL.matcher(ordinary(cell));
        return cell.length() <= LONGEST && matcher.matches() ? repaired(matcher, !cell.equals(ordinary(cell))) : null;
    }

    @Override
    public String advice(String cell) {
        return groups
                        && forms.decimal() == DecimalMark.UNDECLARED
                        && DOUBTFUL.matcher(ordinary(cell)).matches()
                ? " Le séparateur y est celui des décimales ou celui des milliers : déclarez le séparateur décimal"
                        + " dans le mapping, ou écrivez le nombre sans séparateur de milliers."
                : "";
    }

    private @Nullable RepairedText repaired(Matcher cell, boolean respaced) {
        String unit = cell.group("unit");
        boolean declared = unit == null || forms.units().contains(unit);
        NumberText number = read(cell.group("number"));
        if (number == null || !declared && !usual.contains(unit)) {
            return null;
        }
        String sign = cell.group("sign");
        String text = (sign.equals("-") ? "-" : "") + number.canonical(places);
        return new RepairedText(text, declared ? code(number, sign, respaced) : Correction.UNITE);
    }

    private @Nullable Correction code(NumberText number, String sign, boolean respaced) {
        if (number.mark() == ',' && forms.decimal() != DecimalMark.COMMA
                || number.decimals().length() > places) {
            return Correction.DECIMALE;
        }
        if (number.spaced() || respaced) {
            return Correction.ESPACES;
        }
        return sign.equals("+") ? Correction.SIGNE : null;
    }

    /** Cuts at the decimal mark, if there is one. */
    private @Nullable NumberText read(String number) {
        int last = Math.max(number.lastIndexOf(','), number.lastIndexOf('.'));
        if (last < 0 || number.indexOf(number.charAt(last)) < last) {
            return whole(number, NumberText.NO_MARK, "");
        }
        String before = number.substring(0, last);
        String after = number.substring(last + 1);
        return switch (role(before, number.charAt(last), after)) {
            case DECIMAL -> whole(before, number.charAt(last), after);
            case THOUSANDS -> whole(number, NumberText.NO_MARK, "");
            case DOUBTFUL -> null;
        };
    }

    private enum Role {
        DECIMAL,
        THOUSANDS,
        DOUBTFUL
    }

    private Role role(String before, char mark, String after) {
        DecimalMark declared = forms.decimal();
        if (declared != DecimalMark.UNDECLARED) {
            return declared == DecimalMark.COMMA == (mark == ',') ? Role.DECIMAL : Role.THOUSANDS;
        }
        boolean group = groups && after.length() == 3 && before.length() <= 3 && before.charAt(0) != '0';
        return group && NumberText.digits(before) ? Role.DOUBTFUL : Role.DECIMAL;
    }

    private @Nullable NumberText whole(String whole, char mark, String decimals) {
        if (!NumberText.digits(decimals)) {
            return null;
        }
        if (NumberText.digits(whole)) {
            return new NumberText(whole, mark, decimals, false);
        }
        Matcher matcher = GROUPED.matcher(whole);
        return groups && matcher.matches() ? grouped(whole, matcher.group("gap").charAt(0), mark, decimals) : null;
    }

    private @Nullable NumberText grouped(String whole, char gap, char mark, String decimals) {
        boolean decimalGap = gap == ',' && forms.decimal() == DecimalMark.COMMA
                || gap == '.' && forms.decimal() == DecimalMark.POINT;
        boolean declared = gap == '.' && forms.decimal() == DecimalMark.COMMA
                || gap == ',' && forms.decimal() == DecimalMark.POINT;
        return gap == mark || decimalGap
                ? null
                : new NumberText(whole.replace(String.valueOf(gap), ""), mark, decimals, !declared);
    }

    private static String ordinary(String cell) {
        return SPACES.matcher(cell).replaceAll(" ").strip().replace('’', '\'').replace('\u2212', '-');
    }
}
