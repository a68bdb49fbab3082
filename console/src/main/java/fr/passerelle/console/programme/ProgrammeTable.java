package fr.passerelle.console.programme;

import fr.passerelle.published.place.NameOrder;
import fr.passerelle.schemas.event.ChoixEpci;
import fr.passerelle.schemas.event.Enveloppe;
import fr.passerelle.schemas.event.Financement;
import fr.passerelle.schemas.event.UsageCredit;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Years × EPCIs: what a scenario funds beside what was notified.
 *
 * @param years those of the credits, and those that still bear an aid
 * @param rows by the year in which they begin, then by name
 */
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
                        .map(choice -> ProgrammeRow.of(choice, years))
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
}
