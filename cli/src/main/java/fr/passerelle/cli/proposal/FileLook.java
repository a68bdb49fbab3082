package fr.passerelle.cli.proposal;

import fr.passerelle.schemas.person.PersonColumns;
import fr.passerelle.schemas.text.PlainText;
import fr.passerelle.sources.cell.Forms;
import fr.passerelle.sources.cell.Periods;
import fr.passerelle.sources.mapping.HeaderSearch;
import fr.passerelle.sources.reject.UnusableFile;
import fr.passerelle.sources.table.RawRow;
import fr.passerelle.sources.table.RawTable;
import fr.passerelle.sources.table.RawTables;
import fr.passerelle.sources.table.Reading;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a whole file looks like: its headers, cleaned, and what the cells of its columns look like, in the same order. */
record FileLook(RawTable.Traits traits, long headerLine, List<String> headers, List<ColumnLook> columns) {

    private static final int BUFFER = 40;
    private static final int NEXT = 3;
    private static final int FEWEST_COMMON = 4;
    private static final double COMMON = 0.8;

    /**
     * Reads a file, or a sheet of a workbook, null for the only one, from end to end; memory does not grow with it. Where it cannot be read, or is
     * empty, {@link UnusableFile} says so by its name.
     */
    static FileLook at(Path file, String name, @Nullable String sheet) {
        Reading reading = new Reading(null, null, null, null, sheet, null);
        try (RawTable table = RawTables.open(file, name, reading)) {
            List<RawRow> first = first(table);
            if (first.isEmpty()) {
                throw new UnusableFile(
                        "Le fichier « %s » est vide : donnez-en un qui a un en-tête et des lignes.".formatted(name));
            }
            int place = header(first);
            List<String> headers =
                    first.get(place).texts().stream().map(HeaderSearch::clean).toList();
            List<ColumnLook> columns =
                    headers.stream().map(header -> new ColumnLook()).toList();
            BitSet nobody = nobody(headers);
            first.subList(place + 1, first.size()).forEach(row -> see(row, nobody, columns));
            table.settle(new RawTable.RowLayout(headers.size(), nobody, RawTable.RowLayout.all(headers.size())));
            for (RawRow row = table.next(); row != null; row = table.next()) {
                see(row, nobody, columns);
            }
            return new FileLook(table.traits(), first.get(place).line(), headers, columns);
        }
    }

    private static List<RawRow> first(RawTable table) {
        List<RawRow> first = new ArrayList<>();
        for (RawRow row = table.next(); row != null; row = table.next()) {
            first.add(row);
            if (first.size() == BUFFER) {
                break;
            }
        }
        return first;
    }

    /** The first record with at least two filled cells and as many as each of the next ones; else the first. */
    private static int header(List<RawRow> rows) {
        return IntStream.range(0, rows.size())
                .filter(i -> filled(rows.get(i)) >= 2)
                .filter(i -> rows.stream().skip(i + 1L).limit(NEXT).allMatch(row -> filled(row) <= filled(rows.get(i))))
                .findFirst()
                .orElse(0);
    }

    private static long filled(RawRow row) {
        return row.texts().stream().filter(cell -> !cell.isEmpty()).count();
    }

    private static BitSet nobody(List<String> headers) {
        BitSet kept = new BitSet();
        IntStream.range(0, headers.size())
                .filter(i -> !PersonColumns.byHeader(headers.get(i)))
                .forEach(kept::set);
        return kept;
    }

    private static void see(RawRow row, BitSet nobody, List<ColumnLook> columns) {
        if (row.flaw() == null) {
            nobody.stream().forEach(i -> columns.get(i).see(row.text(i)));
        }
    }

    /** The headers in plain words, without a first word that nearly all of them begin with. */
    List<String> plain() {
        List<String> plain = headers.stream().map(PlainText::words).toList();
        String first = plain.isEmpty() ? "" : mostUsual(plain);
        long such = plain.stream().filter(words -> words.startsWith(first)).count();
        boolean common = !first.isBlank() && such >= FEWEST_COMMON && such >= COMMON * plain.size();
        return common
                ? plain.stream()
                        .map(words -> words.startsWith(first) ? words.substring(first.length()) : words)
                        .toList()
                : plain;
    }

    /** The first word, with the space behind it, of most headers of several words. */
    private static String mostUsual(List<String> plain) {
        Map<String, Long> firsts = plain.stream()
                .filter(words -> words.contains(" "))
                .collect(Collectors.groupingBy(
                        words -> words.substring(0, words.indexOf(' ') + 1), TreeMap::new, Collectors.counting()));
        return firsts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
    }

    /** What the cells of a column look like. It keeps the first of them, and shows none but words of two short lists. */
    static final class ColumnLook {

        private static final Pattern DAY = Pattern.compile("([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4}|[0-9]{2})");
        private static final Pattern COMMA = Pattern.compile("-?[0-9][0-9 \\u00A0\\u202F]*,[0-9]+");
        private static final Pattern POINT = Pattern.compile("-?[0-9]+\\.[0-9]+");
        private static final Set<String> NOTHING = Set.of("nc", "n.c.", "na", "n/a", "nd", "nr", "-", "--", "?");
        private static final Set<String> TOTALS = Set.of("Total", "TOTAL", "total", "Totaux", "TOTAUX");
        private static final Pattern COMMUNE = Pattern.compile("[0-9][0-9AB][0-9]{3}");
        private static final int MONTHS = 12;
        private static final int SAMPLE = 200;

        /** Words that say that there is nothing. */
        final Set<String> missing = new TreeSet<>();

        /** Words with which lines of totals begin. */
        final Set<String> totals = new TreeSet<>();

        final List<String> sample = new ArrayList<>();
        boolean comma;
        boolean point;
        private boolean longYears;
        private boolean shortYears;
        private boolean firstIsDay;
        private boolean secondIsDay;

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

        boolean saysCommunes() {
            return !sample.isEmpty()
                    && sample.stream().allMatch(cell -> COMMUNE.matcher(cell).matches());
        }

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
    }
}
