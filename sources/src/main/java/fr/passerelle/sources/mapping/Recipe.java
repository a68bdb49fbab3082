package fr.passerelle.sources.mapping;

import fr.passerelle.sources.cell.Forms;
import fr.passerelle.sources.table.Glob;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the records of a file.
 *
 * @param targets formula of each column of the table that has one
 * @param period name of the period of a record; null for none
 * @param wide months side by side; null for none
 * @param totals lines of totals; null for none
 * @param coverage what the file says everything of; null for nothing
 * @param register that its rows are numbered in; empty for the own of the region
 * @param continues whether they go on with lines that are known there under other identities
 * @param forecasts whether its periods may end after the month of the night
 * @param adds whether the lines of one period of a room and activity are to be added up
 * @param admissions columns of the file that look like persons and say nobody, and why
 */
public record Recipe(
        Map<String, Formula> targets,
        @Nullable PeriodFormula period,
        @Nullable MonthColumns wide,
        @Nullable TotalLines totals,
        @Nullable Coverage coverage,
        String register,
        boolean continues,
        boolean forecasts,
        boolean adds,
        List<IgnoredColumns> ignored,
        Map<String, String> admissions,
        Forms forms) {
    /** Nothing is said: the file has the columns of its schema. */
    static final Recipe NONE = new Recipe(
            Map.of(), null, null, null, null, "", false, false, false, List.of(), Map.of(), Forms.UNDECLARED);

    /** Columns that a header must have and does not, as they are told to the user. */
    List<String> missing(FileColumns columns) {
        List<String> missing = new ArrayList<>();
        named().filter(from -> !from.optional())
                .filter(from -> from.names().stream().noneMatch(columns::has))
                .forEach(from -> missing.add(from.told()));
        if (wide != null) {
            wide.named().keySet().stream()
                    .filter(name -> !columns.has(name))
                    .forEach(name -> missing.add("« " + name + " »"));
            if (columns.names().stream().noneMatch(name -> wide.month(name).isPresent())) {
                missing.add("une colonne de mois " + wide.words());
            }
        }
        return missing.stream().distinct().toList();
    }

    /** Whether a text is the header of a column that is used or ignored. */
    boolean names(String text) {
        String header = HeaderSearch.clean(text);
        return named().anyMatch(from -> from.names().contains(header))
                || wide != null && wide.month(header).isPresent()
                || ignored.stream().anyMatch(one -> one.columns().text().equals(header));
    }

    /** Columns that are used and ignored by one and the same name. */
    List<String> contradictions() {
        return named().flatMap(from -> from.names().stream())
                .filter(name ->
                        ignored.stream().anyMatch(one -> one.columns().text().equals(name)))
                .distinct()
                .toList();
    }

    /** The forms of a column of the table; texts of the mapping itself are in the canonical form. */
    public Forms forms(String column) {
        Formula formula = targets.get(column);
        if (formula == null) {
            return forms;
        }
        return formula.origin() instanceof Formula.Constant ? Forms.UNDECLARED : forms.lenient(formula.lenient());
    }

    BoundRow.Blanks blanks() {
        return new BoundRow.Blanks(forms.missing().stream().sorted().toArray(String[]::new));
    }

    /** Columns of the file, used ones, of which the cells may hold several lines. */
    List<Formula.From> multiline() {
        Stream<Formula> all = Stream.concat(
                targets.values().stream(), Stream.ofNullable(period).map(PeriodFormula::formula));
        return all.filter(Formula::multiline)
                .flatMap(formula -> formula.origin().parts().stream())
                .toList();
    }

    /** Columns of the file that are used by their names, but those of months. */
    private Stream<Formula.From> named() {
        return Stream.of(
                        targets.values().stream().flatMap(formula -> formula.origin().parts().stream()),
                        Stream.ofNullable(period).flatMap(one -> one.formula().origin().parts().stream()),
                        Stream.ofNullable(totals).map(TotalLines::column))
                .flatMap(all -> all);
    }

    /** Months, both included, of which a file says everything: where one of its rooms has no row, there was nobody. */
    record Coverage(YearMonth from, YearMonth to) {
        int months() {
            return Math.toIntExact(ChronoUnit.MONTHS.between(from, to)) + 1;
        }

        /** The number of the month that holds a day since 1970, from 0; negative before, {@link #months()} or more after. */
        int number(long day) {
            return Math.toIntExact(ChronoUnit.MONTHS.between(from, YearMonth.from(LocalDate.ofEpochDay(day))));
        }
    }

    /** Columns of the file that never become text, by the form of their names or by their place. */
    record IgnoredColumns(Glob columns, boolean multiline) {}

    /** Lines that add up others: the column that tells them, and forms of what it then holds. They are controls, never rows. */
    record TotalLines(Formula.From column, List<Glob> values) {}

    /** Where the name of a period comes from, and the only grain that it may be of; null for any. */
    record PeriodFormula(Formula formula, @Nullable String grain) {}

    /** Places of the columns of the table that tell a period. */
    record PeriodColumns(int start, int end, int grain) {
        static final List<String> NAMES = List.of("periode_debut", "periode_fin", "grain");

        static PeriodColumns of(List<String> header) {
            return new PeriodColumns(
                    header.indexOf(NAMES.get(0)), header.indexOf(NAMES.get(1)), header.indexOf(NAMES.get(2)));
        }

        void fill(String[] row, String from, String to, String length) {
            row[start] = from;
            row[end] = to;
            row[grain] = length;
        }
    }
}
