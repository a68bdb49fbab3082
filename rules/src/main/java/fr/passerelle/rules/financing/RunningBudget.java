package fr.passerelle.rules.financing;

import fr.passerelle.rules.trace.Rule;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.bareme.Reglement.Annees;
import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.BudgetAnnuel;
import fr.passerelle.schemas.event.Operande;
import fr.passerelle.schemas.event.RegleEssayee;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The aid to running by calendar year. Without the opening, or with the aid of one of its years unknown, there is none: a year that lacks a
 * part would read as a whole one.
 *
 * @param years in order, none without aid
 */
record RunningBudget(List<BudgetAnnuel> years, RegleEssayee step) {

    static RunningBudget of(String on, @Nullable LocalDate opening, List<AidLine> lines, Annees annees) {
        List<AidLine> running = lines.stream()
                .filter(line -> line.getLine().compareTo(AidLineName.FONCTIONNEMENT_1) >= 0)
                .toList();
        List<BigDecimal> known =
                running.stream().map(AidLine::getAid).filter(Objects::nonNull).toList();
        boolean whole = known.size() == running.size();
        List<BudgetAnnuel> years = opening == null || !whole ? List.of() : split(opening, known, annees);
        return new RunningBudget(years, step(on, outcome(opening, whole, years), operands(opening, running, annees)));
    }

    private static List<BudgetAnnuel> split(LocalDate opening, List<BigDecimal> aids, Annees annees) {
        return BudgetYears.of(opening, aids, annees).entrySet().stream()
                .map(year -> new BudgetAnnuel(year.getKey(), year.getValue()))
                .toList();
    }

    private static String outcome(@Nullable LocalDate opening, boolean whole, List<BudgetAnnuel> years) {
        if (opening == null) {
            return "OUVERTURE_INCONNUE";
        }
        if (!whole) {
            return "AIDE_INCONNUE";
        }
        return years.isEmpty() ? "SANS_AIDE" : "REPARTIE";
    }

    private static Operande[] operands(@Nullable LocalDate opening, List<AidLine> running, Annees annees) {
        return Stream.concat(
                        Stream.of(Steps.day("ouverture", opening), Steps.code("annees", annees)),
                        running.stream()
                                .map(line ->
                                        Steps.euros(line.getLine().name().toLowerCase(Locale.ROOT), line.getAid())))
                .toArray(Operande[]::new);
    }

    private static RegleEssayee step(String on, String outcome, Operande... operands) {
        return Steps.passed(Rule.ANNEES_BUDGETAIRES, on, outcome, operands);
    }
}
