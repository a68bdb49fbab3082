package fr.passerelle.events.stream;

import fr.passerelle.rules.explanation.EpciResults;
import fr.passerelle.rules.frequentation.EpciFacts;
import fr.passerelle.rules.frequentation.RoomFacts;
import fr.passerelle.rules.frequentation.RoomRegister;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.event.FichierSource;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules applied to what a partition knows of an EPCI, under one barème, as of one month. */
record Scoring(Bareme bareme, YearMonth asOf) {

    /** Every room of an EPCI scored, and its plan; rooms without EPCI are scored, never proposed. */
    List<RuleResult> of(EpciFacts facts) {
        EpciResults of = EpciResults.of(facts, asOf, bareme);
        Map<String, List<FichierSource>> files = facts.rooms().stream()
                .collect(Collectors.toMap(room -> room.room().getRoomId(), this::files));
        return Stream.<Stream<? extends RuleResult>>of(
                        of.scores().stream()
                                .map(score ->
                                        new RuleResult.Score(score, files.getOrDefault(score.getRoomId(), List.of()))),
                        of.conversions().stream().map(RuleResult.Proposal::new),
                        of.plan().stream().map(RuleResult.Financing::new))
                .<RuleResult>flatMap(results -> results)
                .toList();
    }

    /** What the rules look at of a room's attendance: all years of all rooms of a large EPCI do not fit in memory. */
    RoomRegister window(RoomRegister register) {
        return register.within(asOf, months());
    }

    private List<FichierSource> files(RoomFacts room) {
        return room.register().files(asOf, months());
    }

    private int months() {
        return bareme.jeuDeRegles().fenetre().months();
    }
}
