package fr.passerelle.envelope.scenario;

import static java.util.Objects.requireNonNull;

import fr.passerelle.envelope.rule.Credits.BudgetCell;
import fr.passerelle.envelope.rule.Credits.Credit;
import fr.passerelle.envelope.rule.Credits.EquityRow;
import fr.passerelle.envelope.rule.Credits;
import fr.passerelle.schemas.event.LigneCredit;
import fr.passerelle.study.Study;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a file of credits without a fault, and the text in which a scenario keeps them: a file of credits itself.
 *
 * @param lines in the order of the file
 */
public record CreditLines(List<CreditLine> lines) {

    private static final String HEADER = "nature;annee;ligne;montant;report;departement;minimum\n";
    private static final String SEPARATOR = ";";
    private static final int PERCENT = 100;

    /** Those of a text that {@link #text()} gave. */
    public static CreditLines of(String text) {
        return new CreditLines(text.lines().skip(1).map(CreditLines::line).toList());
    }

    /** Those that a scenario of credits froze. */
    public static CreditLines of(Study<ScenarioManifest> scenario) {
        return of(requireNonNull(scenario.inputs().get(ScenarioManifest.CREDITS), "An envelope has credits"));
    }

    /** As a file with the columns of the Table Schema {@code credits}. */
    public String text() {
        return lines.stream().map(CreditLines::row).collect(Collectors.joining("\n", HEADER, "\n"));
    }

    /** What they say. */
    public Credits credits() {
        return Credits.of(
                of(CreditLine.Nature.CREDIT).map(this::credit).toList(),
                lines.stream().flatMap(CreditLines::equity).toList());
    }

    private Credit credit(CreditLine line) {
        return new Credit(cell(line), cents(line), promised(cell(line)), line.report());
    }

    private long promised(BudgetCell cell) {
        return of(CreditLine.Nature.PROMIS_AILLEURS)
                .filter(line -> cell(line).equals(cell))
                .mapToLong(CreditLines::cents)
                .sum();
    }

    private Stream<CreditLine> of(CreditLine.Nature nature) {
        return lines.stream().filter(line -> line.nature() == nature);
    }

    private static BudgetCell cell(CreditLine line) {
        return new BudgetCell(requireNonNull(line.annee()), requireNonNull(line.ligne()));
    }

    private static long cents(CreditLine line) {
        return Credits.cents(requireNonNull(line.montant()));
    }

    private static Stream<EquityRow> equity(CreditLine line) {
        return switch (line.nature()) {
            case CREDIT, PROMIS_AILLEURS -> Stream.empty();
            case OUVERTURES_MINIMUM ->
                Stream.of(
                        new EquityRow.OpeningFloor(requireNonNull(line.departement()), requireNonNull(line.minimum())));
            case PART_BESOIN_ELEVE -> Stream.of(new EquityRow.HighNeedShare(requireNonNull(line.minimum()) * PERCENT));
        };
    }

    private static String row(CreditLine line) {
        return Stream.of(
                        line.nature(),
                        line.annee(),
                        line.ligne(),
                        line.montant() == null ? null : line.montant().toPlainString(),
                        line.nature() == CreditLine.Nature.CREDIT ? (line.report() ? "oui" : "non") : null,
                        line.departement(),
                        line.minimum())
                .map(cell -> Objects.toString(cell, ""))
                .collect(Collectors.joining(SEPARATOR));
    }

    private static CreditLine line(String row) {
        String[] cells = row.split(SEPARATOR, -1);
        return new CreditLine(
                CreditLine.Nature.valueOf(cells[0]),
                number(cells[1]),
                cells[2].isEmpty() ? null : LigneCredit.valueOf(cells[2]),
                cells[3].isEmpty() ? null : new BigDecimal(cells[3]),
                cells[4].equals("oui"),
                cells[5].isEmpty() ? null : cells[5],
                number(cells[6]));
    }

    private static @Nullable Integer number(String cell) {
        return cell.isEmpty() ? null : Integer.valueOf(cell);
    }

    /**
     * A row of a file of credits.
     *
     * @param annee null but for CREDIT and PROMIS_AILLEURS
     * @param ligne as {@code annee}
     * @param montant euros, from 0; null as {@code annee}
     * @param report whether what is left goes on to the next year; false but for CREDIT
     * @param departement its code; null but for OUVERTURES_MINIMUM
     * @param minimum openings for OUVERTURES_MINIMUM, percent for PART_BESOIN_ELEVE; null elsewhere
     */
    public record CreditLine(
            Nature nature,
            @Nullable Integer annee,
            @Nullable LigneCredit ligne,
            @Nullable BigDecimal montant,
            boolean report,
            @Nullable String departement,
            @Nullable Integer minimum) {

        /** What a row says. */
        public enum Nature {
            /** What is voted on a line of a year. */
            CREDIT,
            /** What of it is promised to others. */
            PROMIS_AILLEURS,
            /** The least openings of a département. */
            OUVERTURES_MINIMUM,
            /** The least share of the openings in EPCIs of high need. */
            PART_BESOIN_ELEVE
        }
    }
}
