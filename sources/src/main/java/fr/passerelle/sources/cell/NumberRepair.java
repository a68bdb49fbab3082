package fr.passerelle.sources.cell;

import fr.passerelle.schemas.table.Correction;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Numbers as people write them: thousands in groups of three, decimal comma, the column's unit behind. A mark that could as well part
 * thousands as decimals, such as that of {@code 1,234}, is in doubt unless one of the two is declared. Nothing is rounded.
 *
 * @param places decimals that are kept
 * @param groups whether numbers are great enough for thousands
 * @param usual the names of the column's unit
 */
record NumberRepair(int places, boolean groups, Set<String> usual, Forms forms) implements Repair {
    private static final Set<String> HOURS = Set.of("h", "H", "heure", "heures", "hrs");
    private static final Set<String> EUROS = Set.of("€", "euro", "euros", "EUR", "Euros");
    private static final Set<String> DEGREES = Set.of("°");
    private static final Map<String, Set<String>> BY_COLUMN = Map.ofEntries(
            Map.entry("surface_m2", Set.of("m²", "m2", "M²", "M2")),
            Map.entry("debit_mbits", Set.of("Mbit/s", "Mbits/s", "mbit/s", "mbits/s", "Mb/s", "Mbps", "mbps")),
            Map.entry("animateur_etp", Set.of("ETP", "etp")),
            Map.entry("postes", Set.of("poste", "postes", "PC")),
            Map.entry("latitude", DEGREES),
            Map.entry("longitude", DEGREES),
            Map.entry("recettes", EUROS),
            Map.entry("tarif_abonnement", EUROS),
            Map.entry("tarif_heure", EUROS),
            Map.entry("tarif_seance_fablab", EUROS),
            Map.entry("charges_autres", EUROS),
            Map.entry("autres_aides_publiques", EUROS));

    private static final Pattern SPACES = Pattern.compile("[\\u00A0\\u2007\\u2009\\u202F]");
    private static final Pattern CELL =
            Pattern.compile("(?<sign>[+-]?)(?<number>[0-9](?:[0-9 .,']*[0-9])?) ?(?<unit>[^0-9].*)?");
    private static final Pattern GROUPED =
            Pattern.compile("[1-9][0-9]{0,2}(?<gap>[ .,'])[0-9]{3}(?:\\k<gap>[0-9]{3})*");
    private static final Pattern DOUBTFUL = Pattern.compile("[+-]?[1-9][0-9]{0,2}[.,][0-9]{3}([^0-9].*)?");

    private static final Pattern DURATION =
            Pattern.compile("(?<hours>[0-9]{1,8}) ?h ?(?<minutes>[0-5][0-9]) ?(?:min|mn)?");

    @Override
    public @Nullable RepairedText of(String cell) {
        Matcher matcher = CELL.matcher(ordinary(cell));
        return cell.length() <= LONGEST && matcher.matches() ? repaired(matcher, !cell.equals(ordinary(cell))) : null;
    }

    @Override
    public String advice(String cell) {
        return groups
                        && forms.decimal() == Forms.DecimalMark.UNDECLARED
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
        if (number.mark() == ',' && forms.decimal() != Forms.DecimalMark.COMMA
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
        char mark = number.charAt(last);
        if (forms.decimal() == Forms.DecimalMark.UNDECLARED) {
            boolean group = groups && after.length() == 3 && before.length() <= 3 && before.charAt(0) != '0';
            return group && NumberText.digits(before) ? null : whole(before, mark, after);
        }
        return forms.decimal() == Forms.DecimalMark.COMMA == (mark == ',')
                ? whole(before, mark, after)
                : whole(number, NumberText.NO_MARK, "");
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
        boolean decimalGap = gap == ',' && forms.decimal() == Forms.DecimalMark.COMMA
                || gap == '.' && forms.decimal() == Forms.DecimalMark.POINT;
        boolean declared = gap == '.' && forms.decimal() == Forms.DecimalMark.COMMA
                || gap == ',' && forms.decimal() == Forms.DecimalMark.POINT;
        return gap == mark || decimalGap
                ? null
                : new NumberText(whole.replace(String.valueOf(gap), ""), mark, decimals, !declared);
    }

    private static String ordinary(String cell) {
        return SPACES.matcher(cell).replaceAll(" ").strip().replace('’', '\'').replace('\u2212', '-');
    }

    static Set<String> unit(String column) {
        if (hours(column)) {
            return HOURS;
        }
        return column.startsWith("cout_") ? EUROS : BY_COLUMN.getOrDefault(column, Set.of());
    }

    static boolean hours(String column) {
        return column.startsWith("heures_");
    }

    /** A number cut in its parts; it is spaced where something that nobody declared parts its thousands. */
    private record NumberText(String whole, char mark, String decimals, boolean spaced) {
        static final char NO_MARK = 0;

        /** With a point, without the zeros that go beyond so many decimals. */
        String canonical(int places) {
            int end = decimals.length();
            while (end > places && decimals.charAt(end - 1) == '0') {
                end--;
            }
            return end == 0 ? whole : whole + "." + decimals.substring(0, end);
        }

        static boolean digits(String text) {
            return text.chars().allMatch(c -> c >= '0' && c <= '9');
        }
    }

    /** Hours and minutes, {@code 12h30}, where they are hundredths of an hour exactly. */
    static @Nullable RepairedText duration(String cell) {
        Matcher matcher = cell.length() > LONGEST ? null : DURATION.matcher(CellText.folded(cell));
        if (matcher == null || !matcher.matches()) {
            return null;
        }
        int hundredths = Integer.parseInt(matcher.group("minutes")) * 100;
        if (hundredths % 60 != 0) {
            return null;
        }
        BigDecimal hours = new BigDecimal(matcher.group("hours")).add(BigDecimal.valueOf(hundredths / 60, 2));
        return new RepairedText(hours.stripTrailingZeros().toPlainString(), Correction.DUREE);
    }
}
