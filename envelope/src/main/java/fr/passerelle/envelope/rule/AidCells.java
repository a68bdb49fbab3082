package fr.passerelle.envelope.rule;

import fr.passerelle.rules.financing.BudgetYears;
import fr.passerelle.schemas.bareme.Reglement.Annees;
import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.LigneCredit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Aid that the financing rules gave, placed in budget years: the study in its year, the investment in that of the opening, running as
 * {@link BudgetYears} says. No amount is computed again.
 *
 * @param aid euros of each line
 */
record AidCells(Map<AidLineName, BigDecimal> aid) {

    private static final List<AidLineName> RUNNING =
            List.of(AidLineName.FONCTIONNEMENT_1, AidLineName.FONCTIONNEMENT_2, AidLineName.FONCTIONNEMENT_3);

    /** Cents of the study alone. */
    SortedMap<BudgetCell, Long> study(int year) {
        SortedMap<BudgetCell, Long> cells = new TreeMap<>();
        add(cells, new BudgetCell(year, LigneCredit.ETUDE), euros(AidLineName.ETUDE));
        return cells;
    }

    /** Cents of all lines but the study. */
    SortedMap<BudgetCell, Long> opening(LocalDate day, Annees annees) {
        SortedMap<BudgetCell, Long> cells = new TreeMap<>();
        add(cells, new BudgetCell(day.getYear(), LigneCredit.INVESTISSEMENT), euros(AidLineName.INVESTISSEMENT));
        List<BigDecimal> running = RUNNING.stream().map(this::euros).toList();
        BudgetYears.of(day, running, annees)
                .forEach((year, part) -> add(cells, new BudgetCell(year, LigneCredit.FONCTIONNEMENT), part));
        return cells;
    }

    /** Whether anything is given on the lines of an opening. */
    boolean opens() {
        return Stream.concat(Stream.of(AidLineName.INVESTISSEMENT), RUNNING.stream())
                .anyMatch(line -> euros(line).signum() > 0);
    }

    /** Whether each line of an opening has an amount, be it nothing. */
    boolean tellsTheOpening() {
        return aid.containsKey(AidLineName.INVESTISSEMENT) && aid.keySet().containsAll(RUNNING);
    }

    /** Whether anything is given for the study. */
    boolean studies() {
        return euros(AidLineName.ETUDE).signum() > 0;
    }

    private BigDecimal euros(AidLineName line) {
        return aid.getOrDefault(line, BigDecimal.ZERO);
    }

    private static void add(SortedMap<BudgetCell, Long> cells, BudgetCell cell, BigDecimal euros) {
        if (euros.signum() != 0) {
            cells.merge(cell, EuroCents.of(euros), Long::sum);
        }
    }
}
