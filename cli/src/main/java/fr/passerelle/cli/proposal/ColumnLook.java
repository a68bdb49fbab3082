package fr.passerelle.cli.proposal;

import fr.passerelle.sources.cell.Forms;
import fr.passerelle.sources.cell.Periods;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the cells of a column look like. It keeps the first of them, and shows none but words of two short lists. */
final class ColumnLook {

    private static final Pattern DAY = Pattern.compile("([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4}|[0-9]{2})");
    private static final Pattern COMMA = Pattern.compile("-?[0-9][0-9 \\u00A0\\u202F]*,[0-9]+");
    private static final Pattern POINT = Pattern.compile("-?[0-9]+\\.[0-9]+");
    private static final Set<String> NOTHING = Set.of("nc", "n.c.", "na", "n/a", "nd", "nr", "-", "--", "?");
    private static final Set<String> TOTALS = Set.of("Total", "TOTAL", "total", "Totaux", "TOTAUX");
    private static final Pattern COMMUNE = Pattern.compile("[0-9][0-9AB][0-9]{3}");
    private static final int MONTHS = 12;
    private static final int SAMPLE = 200;

    private final Set<String> missing = new TreeSet<>();
    private final Set<String> totals = new TreeSet<>();
    private final List<String> sample = new ArrayList<>();
    private boolean longYears;
    private boolean shortYears;
    private boolean firstIsDay;
    private boolean secondIsDay;
    private boolean comma;
    private boolean point;

    void see(String cell) {
        boolean nothing = NOTHING.contains(cell.toLowerCase(Locale.ROOT));
        if (nothing) {
            missing.add(cell);
        } else if (!cell.isEmpty() && sample.size() < SAMPLE) {
            sample.add(cell);
        }
        TOTALS.stream().filter(cell::startsWith).forEach(totals::add);
        comma |= COMMA.matcher(cell).matches();
        point |= POINT.matcher(cell).matches();
        Matcher day = DAY.matcher(cell);
        if (day.matches()) {
            longYears |= day.group(3).length() > 2;
            shortYears |= day.group(3).length() == 2;
            firstIsDay |= Integer.parseInt(day.group(1)) > MONTHS;
            secondIsDay |= Integer.parseInt(day.group(2)) > MONTHS;
        }
    }

    /** The first cells that say something. */
    List<String> sample() {
        return sample;
    }

    /** The forms that its cells seem to have. */
    Forms forms() {
        List<Forms.DateForm> dates = dateForms().stream()
                .flatMap(form -> Forms.DateForm.named(form).stream())
                .toList();
        Forms.DecimalMark mark = comma && !point ? Forms.DecimalMark.COMMA : Forms.DecimalMark.UNDECLARED;
        return new Forms(
                dates,
                Forms.USUAL_PIVOT,
                mark,
                Set.of(),
                Forms.CoordinateSystem.UNDECLARED,
                Set.of(),
                true,
                saysDigits(),
                false);
    }

    /** Whether its cells are 1 and 0, which may mean yes and no. */
    boolean saysDigits() {
        return !sample.isEmpty() && sample.stream().allMatch(cell -> cell.equals("0") || cell.equals("1"));
    }

    /** Whether its cells are days, all of them the first of a month, as workbooks write months. */
    boolean saysMonths() {
        Forms forms = forms();
        List<Periods.DaySpan> days = sample.stream()
                .flatMap(cell -> Stream.ofNullable(Periods.of(cell, forms, null)))
                .filter(span -> span.grain().equals("JOUR") && span.start().getDayOfMonth() == 1)
                .toList();
        return days.size() == sample.size() && days.stream().distinct().count() > 1;
    }

    /** Whether its cells have the form of the code of a commune. */
    boolean saysCommunes() {
        return !sample.isEmpty()
                && sample.stream().allMatch(cell -> COMMUNE.matcher(cell).matches());
    }

    /** What several columns look like together. */
    static ColumnLook together(List<ColumnLook> columns) {
        ColumnLook all = new ColumnLook();
        for (ColumnLook column : columns) {
            all.missing.addAll(column.missing);
            all.longYears |= column.longYears;
            all.shortYears |= column.shortYears;
            all.firstIsDay |= column.firstIsDay;
            all.secondIsDay |= column.secondIsDay;
            all.comma |= column.comma;
            all.point |= column.point;
        }
        return all;
    }

    /** The forms of its days as a mapping declares them; none where there is nothing to declare. */
    List<String> dateForms() {
        String order = secondIsDay && !firstIsDay ? "MM/JJ/" : "JJ/MM/";
        return Stream.of(longYears ? "AAAA" : "", shortYears ? "AA" : "")
                .filter(year -> !year.isEmpty())
                .map(order::concat)
                .toList();
    }

    /** Whether its days leave a doubt about which number is the month. */
    boolean isDayInDoubt() {
        return firstIsDay == secondIsDay;
    }

    boolean hasComma() {
        return comma;
    }

    boolean hasPoint() {
        return point;
    }

    /** Words that say that there is nothing. */
    Set<String> missing() {
        return missing;
    }

    /** Words with which lines of totals begin. */
    Set<String> totals() {
        return totals;
    }
}
