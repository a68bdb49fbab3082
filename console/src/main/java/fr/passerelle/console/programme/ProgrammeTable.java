package fr.passerelle.console.programme;

import fr.passerelle.published.place.NameOrder;
import fr.passerelle.schemas.event.ChoixEpci;
import fr.passerelle.schemas.event.Depense;
import fr.passerelle.schemas.event.Enveloppe;
import fr.passerelle.schemas.event.Financement;
import fr.passerelle.schemas.event.UsageCredit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Years of the credits, and those that still bear an aid, × EPCIs, by the year in which they begin, then by name: what a scenario funds beside what was notified. */
public record ProgrammeTable(List<Integer> years, List<ProgrammeRow> rows) {

    static ProgrammeTable of(Enveloppe envelope) {
        List<Integer> years = envelope.getUsages().stream()
                .map(UsageCredit::getYear)
                .distinct()
                .sorted()
                .toList();
        return new ProgrammeTable(
                years,
                envelope.getChoix().stream()
                        .filter(ProgrammeTable::isShown)
                        .sorted(Comparator.comparingInt(ProgrammeTable::begins)
                                .thenComparing(NameOrder.by(ChoixEpci::getName, ChoixEpci::getEpci)))
                        .map(choice -> new ProgrammeRow(
                                choice,
                                years.stream()
                                        .map(year -> ProgrammeCell.of(choice, year))
                                        .toList()))
                        .toList());
    }

    private static boolean isShown(ChoixEpci choice) {
        return choice.getFinancement() != Financement.RIEN
                || choice.getOuvertureNotifiee()
                || !choice.getEngagees().isEmpty();
    }

    private static int begins(ChoixEpci choice) {
        return Objects.requireNonNullElse(choice.getYear(), 0);
    }

    /** Euros that the scenario funds, year by year, then in all. */
    public List<BigDecimal> fundedByYear() {
        return foot(ProgrammeCell::aid);
    }

    /** Euros that were notified and stand, year by year, then in all. */
    public List<BigDecimal> notifiedByYear() {
        return foot(ProgrammeCell::committed);
    }

    private List<BigDecimal> foot(Function<ProgrammeCell, BigDecimal> euros) {
        List<BigDecimal> sums = IntStream.range(0, years.size())
                .mapToObj(i -> rows.stream()
                        .map(row -> euros.apply(row.cells().get(i)))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .toList();
        return Stream.concat(sums.stream(), Stream.of(sums.stream().reduce(BigDecimal.ZERO, BigDecimal::add)))
                .toList();
    }

    /** How many places the scenario opens, beside those that were notified. */
    public long openings() {
        return rows.stream().filter(row -> row.choice().getOpening() != null).count();
    }

    /** How many studies it funds without an opening. */
    public long studies() {
        return rows.stream()
                .filter(row -> row.choice().getFinancement() == Financement.ETUDE)
                .count();
    }

    /** Euros that it funds in all. */
    public BigDecimal funded() {
        return fundedByYear().getLast();
    }

    /** An EPCI for which a scenario funds something, or something stands that was notified: a cell a year, in order. */
    public record ProgrammeRow(ChoixEpci choice, List<ProgrammeCell> cells) {

        /** Euros that the scenario funds, over all years. */
        public BigDecimal total() {
            return cells.stream().map(ProgrammeCell::aid).reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        /** Euros that were notified, over all years. */
        public BigDecimal committed() {
            return cells.stream().map(ProgrammeCell::committed).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    /** What a scenario does for an EPCI in one year: euros that it funds, and those that were notified and stand, from 0. */
    public record ProgrammeCell(int year, Stage stage, BigDecimal aid, BigDecimal committed) {

        /** What happens in the year. */
        public enum Stage {
            NONE,
            STUDY,
            OPENING,
            /** Its place is open since an earlier year. */
            OPEN
        }

        static ProgrammeCell of(ChoixEpci choice, int year) {
            return new ProgrammeCell(
                    year, stage(choice, year), sum(choice.getDepenses(), year), sum(choice.getEngagees(), year));
        }

        private static Stage stage(ChoixEpci choice, int year) {
            LocalDate opening = choice.getOpening();
            if (opening != null && opening.getYear() <= year) {
                return opening.getYear() == year ? Stage.OPENING : Stage.OPEN;
            }
            Integer study = choice.getYear();
            return study != null && study == year ? Stage.STUDY : Stage.NONE;
        }

        private static BigDecimal sum(List<Depense> spent, int year) {
            return spent.stream()
                    .filter(each -> each.getYear() == year)
                    .map(Depense::getAid)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        public boolean isEmpty() {
            return stage == Stage.NONE && aid.signum() == 0 && committed.signum() == 0;
        }
    }

    /** A table as a picture: a diamond where a study is funded, a bar from the opening on, an outline over the years of what was notified. */
    public record ProgrammePicture(int width, int height, List<Column> columns, List<Bar> bars) {

        private static final int NAMES = 300;
        private static final int YEAR = 96;
        private static final int TOP = 26;
        private static final int LINE = 24;
        private static final int MIDDLE = 12;
        private static final int HALF = 7;

        /** A year, and where it begins from the left. */
        public record Column(int year, int x) {}

        /** A line of the picture; each shape is the d of an SVG path, empty where there is none. */
        public record Bar(ProgrammeRow row, int y, String study, String opening, String committed) {}

        static ProgrammePicture of(ProgrammeTable table) {
            List<Integer> years = table.years();
            return new ProgrammePicture(
                    NAMES + YEAR * years.size() + 1,
                    TOP + LINE * table.rows().size() + 1,
                    IntStream.range(0, years.size())
                            .mapToObj(i -> new Column(years.get(i), NAMES + YEAR * i))
                            .toList(),
                    IntStream.range(0, table.rows().size())
                            .mapToObj(i -> bar(table.rows().get(i), years, TOP + LINE * i + MIDDLE))
                            .toList());
        }

        private static Bar bar(ProgrammeRow row, List<Integer> years, int y) {
            LocalDate opening = row.choice().getOpening();
            return new Bar(
                    row,
                    y,
                    cells(row, (cell, x) -> study(cell, x, y)),
                    opening == null ? "" : opening(opening, years, y),
                    cells(row, (cell, x) -> committed(cell, x, y)));
        }

        private static String cells(ProgrammeRow row, BiFunction<ProgrammeCell, Integer, String> shape) {
            return IntStream.range(0, row.cells().size())
                    .mapToObj(i -> shape.apply(row.cells().get(i), NAMES + YEAR * i))
                    .collect(Collectors.joining());
        }

        private static String study(ProgrammeCell cell, int x, int y) {
            return cell.stage() == ProgrammeCell.Stage.STUDY
                    ? "M%d,%dl%d,%dl%d,%dl%d,%dz"
                            .formatted(x + YEAR / 2, y - HALF, HALF, HALF, -HALF, HALF, -HALF, -HALF)
                    : "";
        }

        private static String committed(ProgrammeCell cell, int x, int y) {
            return cell.committed().signum() > 0 ? rectangle(x + 2, y, YEAR - 4, HALF) : "";
        }

        private static String opening(LocalDate day, List<Integer> years, int y) {
            int from = NAMES
                    + YEAR * (day.getYear() - years.getFirst())
                    + YEAR * (day.getDayOfYear() - 1) / day.lengthOfYear();
            int end = NAMES + YEAR * years.size();
            return from < end ? rectangle(from, y, end - from, HALF - 2) : "";
        }

        private static String rectangle(int x, int middle, int width, int half) {
            return "M%d,%dh%dv%dh%dz".formatted(x, middle - half, width, 2 * half, -width);
        }
    }
}
