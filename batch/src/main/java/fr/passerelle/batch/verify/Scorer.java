package fr.passerelle.batch.verify;

import fr.passerelle.batch.check.ReadModelCheck.ExpectedResult;
import fr.passerelle.rules.explanation.EpciResults;
import fr.passerelle.rules.frequentation.EpciFacts;
import fr.passerelle.rules.frequentation.RoomFacts;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.contract.RecordJson;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.contract.ResultHash;
import java.time.YearMonth;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What the rules give from the facts of one partition, under the barème and as of the month of a run. */
record Scorer(Bareme bareme, YearMonth asOf, int partition, Records records) {

    void score(EpciFacts facts, Consumer<ExpectedResult> taker) {
        Map<String, String> files = facts.rooms().stream()
                .collect(Collectors.toMap(room -> room.room().getRoomId(), this::files));
        EpciResults.of(facts, asOf, bareme)
                .forEach((type, id, result) -> taker.accept(new ExpectedResult(
                        new ExpectedResult.Key(type, id, partition),
                        facts.siren(),
                        result,
                        records.encode(result),
                        type == ResultHash.Type.SCORE ? files.get(id) : null)));
    }

    private String files(RoomFacts room) {
        return RecordJson.of(
                room.register().files(asOf, bareme.jeuDeRegles().fenetre().months()));
    }
}
