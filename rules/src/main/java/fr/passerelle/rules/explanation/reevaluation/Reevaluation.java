package fr.passerelle.rules.explanation.reevaluation;

import fr.passerelle.schemas.event.Concurrent;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.Plan;
import java.util.List;
import java.util.stream.Stream;

/**
 * The results of an EPCI computed again from their traces and nothing else. The arithmetic is written a second time, on purpose: a trace
 * that this one does not follow from is no explanation of the result that carries it.
 */
public final class Reevaluation {

    private Reevaluation() {}

    /**
     * Where results and traces disagree.
     *
     * @param plan of an EPCI
     * @param conversions all of that EPCI
     * @param scores of all its rooms
     * @return empty where every trace gives its result again
     */
    public static List<Disagreement> of(Plan plan, List<Conversion> conversions, List<Frequentation> scores) {
        Findings findings = new Findings("epci:" + plan.getEpci());
        new FundingCheck(plan, new Trace(plan.getTrace()), findings).run();
        for (Concurrent place : plan.getCandidates()) {
            new FunctionsCheck(place.getFonctions(), findings).run();
        }
        for (Conversion conversion : conversions) {
            new FunctionsCheck(conversion.getFonctions(), findings).run();
        }
        return Stream.of(of(scores), findings.list()).flatMap(List::stream).toList();
    }

    /** Of rooms without a plan: those that have no EPCI. */
    public static List<Disagreement> of(List<Frequentation> scores) {
        return scores.stream().flatMap(score -> ScoreCheck.of(score).stream()).toList();
    }
}
