package fr.passerelle.batch.verify;

import fr.passerelle.journal.JournalRow;
import fr.passerelle.journal.check.ExpectedResult;
import fr.passerelle.journal.check.Findings;
import fr.passerelle.journal.check.JournalCheck;
import fr.passerelle.journal.check.JournalRows;
import fr.passerelle.published.run.Run;
import fr.passerelle.rules.frequentation.EpciMemory;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.event.DecisionRecorded;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.MonthReported;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.event.RoomWithdrawn;
import fr.passerelle.schemas.event.RunClosed;
import fr.passerelle.schemas.event.RunOpened;
import fr.passerelle.schemas.event.SiteDescribed;
import fr.passerelle.schemas.event.SiteWithdrawn;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * The facts of the log in memory, and what the rules gave from them when the current run closed. Memory grows with rooms and months,
 * not with records.
 */
final class LogFacts implements JournalRows {

    private final @Nullable Run current;
    private final Records records;
    private final Findings findings;
    private final Map<Integer, SortedMap<String, EpciMemory>> partitions = new HashMap<>();
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
            case EpciDescribed it -> epci(partition, it.getEpci()).describe(it);
            case RoomInventoried it -> epci(partition, it.getEpci()).put(it);
            case RoomWithdrawn it -> epci(partition, it.getEpci()).forgetRoom(it.getRoomId());
            case SiteDescribed it -> epci(partition, it.getEpci()).put(it);
            case SiteWithdrawn it -> epci(partition, it.getEpci()).forgetSite(it.getSiteId());
            case DecisionRecorded it -> epci(partition, it.getEpci()).add(it);
            case MonthReported it -> epci(partition, it.getEpci()).put(it);
            case RunOpened it when isCurrent(it.getRunNo()) -> open(it);
            case RunClosed it when isCurrent(it.getRunNo()) -> score(partition, it);
            case null, default -> {}
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

    private EpciMemory epci(int partition, String siren) {
        return partitions
                .computeIfAbsent(partition, p -> new TreeMap<>())
                .computeIfAbsent(siren, s -> new EpciMemory());
    }

    private void score(int partition, RunClosed closed) {
        if (bareme == null) {
            throw new IllegalStateException("A run closes that was not opened");
        }
        Scorer scorer = new Scorer(bareme, YearMonth.parse(closed.getAsOf()), partition, records);
        partitions.getOrDefault(partition, new TreeMap<>()).forEach((siren, epci) -> {
            if (epci.hasRooms()) {
                scorer.score(epci.facts(siren));
            }
        });
        scorer.results().forEach(result -> results.put(result.key(), result));
    }
}
