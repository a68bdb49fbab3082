package fr.passerelle.batch.verify;

import fr.passerelle.batch.verify.DeepVerification.JournalRows;
import fr.passerelle.batch.verify.ReadModelCheck.ExpectedResult;
import fr.passerelle.journal.JournalRow;
import fr.passerelle.published.run.Run;
import fr.passerelle.rules.explanation.EpciResults;
import fr.passerelle.rules.frequentation.EpciFacts;
import fr.passerelle.rules.frequentation.LogFold;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.contract.RecordJson;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.contract.ResultHash;
import fr.passerelle.schemas.event.RunClosed;
import fr.passerelle.schemas.event.RunOpened;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Facts of the log in memory, which grows with rooms and months alone, and what the rules gave when the current run closed. */
final class LogFacts implements JournalRows {

    private final @Nullable Run current;
    private final Records records;
    private final Findings findings;
    private final Map<Integer, LogFold> partitions = new HashMap<>();
    private final SortedMap<ExpectedResult.Key, ExpectedResult> results = new TreeMap<>();
    private @Nullable Bareme bareme;

    /** @param current whose results are computed; null for none */
    LogFacts(@Nullable Run current, Records records, Findings findings) {
        this.current = current;
        this.records = records;
        this.findings = findings;
    }

    @Override
    public void take(JournalRow row, @Nullable SpecificRecord record) {
        try {
            fold(row.partition(), record);
        } catch (RuntimeException broken) {
            // Whatever the rules refuse is a fault of what they were given: a row that was altered, or one that is
            // missing.
            findings.add(JournalCheck.named(row) + " : ne s'accorde pas avec ce qui le précède ("
                    + broken.getClass().getSimpleName() + ")");
        }
    }

    /** What held when the current run closed, by key. */
    SortedMap<ExpectedResult.Key, ExpectedResult> results() {
        return results;
    }

    private void fold(int partition, @Nullable SpecificRecord record) {
        switch (record) {
            case RunOpened it when isCurrent(it.getRunNo()) -> open(it);
            case RunClosed it when isCurrent(it.getRunNo()) -> score(partition, it);
            case null, default -> of(partition).take(record);
        }
    }

    private void open(RunOpened opened) {
        String published = Objects.requireNonNull(current).baremeText();
        bareme = Baremes.read(published);
        if (!published.equals(opened.getBaremeText())) {
            findings.add("RunOpened de " + current.id() + ", partition " + opened.getPartition()
                    + " : son barème n'est pas celui de la table run");
        }
    }

    private boolean isCurrent(long runNo) {
        return current != null && current.no() == runNo;
    }

    private LogFold of(int partition) {
        return partitions.computeIfAbsent(partition, p -> new LogFold());
    }

    private void score(int partition, RunClosed closed) {
        if (bareme == null) {
            throw new IllegalStateException("A run closes that was not opened");
        }
        YearMonth asOf = YearMonth.parse(closed.getAsOf());
        Bareme rules = bareme;
        of(partition).epcis().forEach((siren, epci) -> {
            if (epci.hasRooms()) {
                score(epci.facts(siren), asOf, rules, partition);
            }
        });
    }

    private void score(EpciFacts facts, YearMonth asOf, Bareme rules, int partition) {
        int months = rules.jeuDeRegles().fenetre().months();
        Map<String, String> files = facts.rooms().stream()
                .collect(Collectors.toMap(
                        room -> room.room().getRoomId(),
                        room -> RecordJson.of(room.register().files(asOf, months))));
        EpciResults.of(facts, asOf, rules).forEach((type, id, result) -> {
            ExpectedResult.Key key = new ExpectedResult.Key(type, id, partition);
            String ofScore = type == ResultHash.Type.SCORE ? files.get(id) : null;
            results.put(key, new ExpectedResult(key, facts.siren(), result, records.encode(result), ofScore));
        });
    }
}
