package fr.passerelle.rules.explanation.reevaluation;

import fr.passerelle.rules.explanation.reevaluation.CandidatureCheck.EtapeCheck;
import fr.passerelle.rules.explanation.reevaluation.CandidatureCheck.FunctionsCheck;
import fr.passerelle.rules.explanation.reevaluation.Findings.Disagreement;
import fr.passerelle.rules.explanation.reevaluation.SeatCheck.Seats;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.Plan;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
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
     * @param conversions all of that EPCI, by room identifier
     * @param scores of all its rooms
     * @return empty where every trace gives its result again
     */
    public static List<Disagreement> of(Plan plan, List<Conversion> conversions, List<Frequentation> scores) {
        return Stream.concat(of(scores).stream(), ofProposal(plan, conversions, scores).stream())
                .toList();
    }

    /** Of rooms without a plan: those that have no EPCI. */
    public static List<Disagreement> of(List<Frequentation> scores) {
        return scores.stream().flatMap(score -> ScoreCheck.of(score).stream()).toList();
    }

    /** Of what is proposed, wherever the scores come from. */
    public static List<Disagreement> ofProposal(Plan plan, List<Conversion> conversions, List<Frequentation> scores) {
        Trace trace = new Trace(plan.getTrace());
        Seats seats = new Seats(plan, trace);
        SortedMap<String, Frequentation> byRoom = byId(scores, Frequentation::getRoomId);
        Findings findings = new Findings("epci:" + plan.getEpci());
        new PlanCheck(plan, trace, byId(conversions, Conversion::getRoomId), byRoom, findings).run();
        new SeatCheck(plan, trace, seats, findings).run();
        new FundingCheck(plan, trace, findings).run();
        return Stream.concat(findings.list().stream(), conversions(plan, seats, conversions, byRoom).stream())
                .toList();
    }

    private static List<Disagreement> conversions(
            Plan plan, Seats seats, List<Conversion> conversions, SortedMap<String, Frequentation> scores) {
        return conversions.stream()
                .flatMap(conversion -> {
                    Findings findings = new Findings("room:" + conversion.getRoomId());
                    Frequentation score = scores.get(conversion.getRoomId());
                    findings.holds("score", score != null, conversion.getRoomId());
                    if (score != null) {
                        new FunctionsCheck(conversion.getFonctions(), findings).run();
                        new CandidatureCheck(conversion, score, seats, findings).run();
                        new EtapeCheck(conversion, score, plan, conversions, findings).run();
                    }
                    return findings.list().stream();
                })
                .toList();
    }

    private static <T> SortedMap<String, T> byId(List<T> results, Function<T, String> id) {
        return results.stream().collect(Collectors.toMap(id, Function.identity(), (one, other) -> other, TreeMap::new));
    }
}
