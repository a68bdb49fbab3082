package fr.passerelle.batch.verify;

import fr.passerelle.journal.check.ExpectedResult;
import fr.passerelle.rules.explanation.EpciResults;
import fr.passerelle.rules.frequentation.EpciFacts;
import fr.passerelle.rules.frequentation.RoomFacts;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.contract.RecordJson;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.contract.ResultHash;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What the rules give from the facts of one partition, under the barème and as of the month of a run. */
final class Scorer {

    private final Bareme bareme;
    private final YearMonth asOf;
    private final int partition;
    private final Records records;
    private final List<ExpectedResult> results = new ArrayList<>();

    Scorer(Bareme bareme, YearMonth asOf, int partition, Records records) {
        this.bareme = bareme;
        this.asOf = asOf;
        this.partition = partition;
        this.records = records;
    }

    void score(EpciFacts facts) {
        Map<String, String> files = facts.rooms().stream()
                .collect(Collectors.toMap(room -> room.room().getRoomId(), this::files));
        EpciResults of = EpciResults.of(facts, asOf, bareme);
        of.scores()
                .forEach(score -> add(
                        ResultHash.Type.SCORE,
                        score.getRoomId(),
                        score.getEpci(),
                        score,
                        files.get(score.getRoomId())));
        of.conversions()
                .forEach(conversion -> add(
                        ResultHash.Type.CONVERSION, conversion.getRoomId(), conversion.getEpci(), conversion, null));
        of.plan().ifPresent(plan -> add(ResultHash.Type.PLAN, plan.getEpci(), plan.getEpci(), plan, null));
    }

    List<ExpectedResult> results() {
        return results;
    }

    private String files(RoomFacts room) {
        return RecordJson.of(
                room.register().files(asOf, bareme.jeuDeRegles().fenetre().months()));
    }

    private void add(ResultHash.Type type, String id, String epci, SpecificRecord bare, @Nullable String files) {
        results.add(new ExpectedResult(
                new ExpectedResult.Key(type, id, partition), epci, bare, records.encode(bare), files));
    }
}
