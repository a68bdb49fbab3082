package fr.passerelle.events.stream;

import fr.passerelle.rules.explanation.EpciResults;
import fr.passerelle.schemas.bareme.Bareme;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/** The rules applied to what a partition knows, under one barème, as of one month. */
record Scoring(Bareme bareme, YearMonth asOf) {

    /** Every room scored and every EPCI that has rooms planned; rooms without EPCI are scored, never proposed. */
    List<Result> of(Subjects subjects) {
        return subjects.epcis().stream()
                .flatMap(facts -> results(EpciResults.of(facts, asOf, bareme)))
                .toList();
    }

    private static Stream<Result> results(EpciResults of) {
        return Stream.of(
                        of.scores().stream().map(Result.Score::new),
                        of.conversions().stream().map(Result.Proposal::new),
                        of.plan().stream().map(Result.Financing::new))
                .flatMap(results -> results);
    }
}
