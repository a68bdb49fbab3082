package fr.passerelle.events.stream;

import fr.passerelle.journal.Pause;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.contract.RecordCodec;
import fr.passerelle.schemas.contract.ResultHash;
import fr.passerelle.schemas.event.Completeness;
import fr.passerelle.schemas.event.RunClosed;
import fr.passerelle.schemas.event.RunOpened;
import fr.passerelle.schemas.event.RunRef;
import fr.passerelle.schemas.event.RunScored;
import java.time.Duration;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The answer of a partition to RunClosed: what changed, then RunScored; where a record is missing, RunScored alone. */
record RunClosing(RecordCodec codec, PartitionFacts subjects, EmittedResults held, Outbox outbox) {

    private static final Logger LOG = LoggerFactory.getLogger(RunClosing.class);

    /** @param timestamp of the record that ends the run, which its results carry too */
    void answer(RunClosed closed, PartitionFold.Progress progress, long timestamp) {
        Optional<RunOpened> opened = progress.openRun()
                .map(value -> (RunOpened) codec.read(value))
                .filter(run -> run.getRunNo() == closed.getRunNo());
        String bareme = opened.map(RunOpened::getBaremeHash).orElse("");
        RunAnswer answer = new RunAnswer(new RunRef(closed.getRunNo(), closed.getRunId(), bareme), timestamp);
        if (opened.isPresent() && progress.seen() == closed.getTotalRecords()) {
            score(opened.get(), closed, answer);
        } else {
            answer.end(Completeness.INCOMPLETE, closed, progress.seen());
        }
    }

    private void score(RunOpened opened, RunClosed closed, RunAnswer answer) {
        long start = System.nanoTime();
        Scoring scoring = new Scoring(Baremes.read(opened.getBaremeText()), YearMonth.parse(closed.getAsOf()));
        List<String> epcis = List.copyOf(subjects.epcis());
        for (int i = 0; i < epcis.size(); i++) {
            answer.take(scoring.of(subjects.of(epcis.get(i), scoring)));
            if (i == epcis.size() / 2) {
                Pause.at("run-closed");
            }
        }
        answer.send(held.gone(answer.results, answer.run));
        answer.end(Completeness.COMPLETE, closed, closed.getTotalRecords());
        LOG.info(
                "{}, partition {} : {} salles notées en {} ms",
                closed.getRunId(),
                outbox.partition(),
                answer.rooms(),
                Duration.ofNanos(System.nanoTime() - start).toMillis());
    }

    /** What the partition answers: what differs leaves at once, EPCI by EPCI, and is counted; of it only keys are held. */
    private final class RunAnswer {

        private final RunRef run;
        private final long timestamp;
        private final Set<Scoring.Key> results = new HashSet<>();
        private final Map<ResultHash.Type, Integer> emitted = new EnumMap<>(ResultHash.Type.class);

        RunAnswer(RunRef run, long timestamp) {
            this.run = run;
            this.timestamp = timestamp;
        }

        void take(List<Scoring.Result> ofAnEpci) {
            ofAnEpci.forEach(result -> results.add(result.key()));
            send(held.of(ofAnEpci, run));
        }

        int rooms() {
            return Math.toIntExact(results.stream()
                    .filter(key -> key.type() == ResultHash.Type.SCORE)
                    .count());
        }

        private void send(List<EmittedResults.Difference> changed) {
            changed.forEach(difference -> {
                outbox.send(difference, run, timestamp);
                emitted.merge(difference.key().type(), 1, Integer::sum);
            });
        }

        void end(Completeness completeness, RunClosed closed, long seen) {
            RunScored scored = RunScored.newBuilder()
                    .setRun(run)
                    .setPartition(outbox.partition())
                    .setCompleteness(completeness)
                    .setRecordsExpected(closed.getTotalRecords())
                    .setRecordsSeen(seen)
                    .setRooms(rooms())
                    .setScoresEmitted(emitted(ResultHash.Type.SCORE))
                    .setConversionsEmitted(emitted(ResultHash.Type.CONVERSION))
                    .setPlansEmitted(emitted(ResultHash.Type.PLAN))
                    .setConversionsCurrent(held.count(ResultHash.Type.CONVERSION))
                    .setPlansCurrent(held.count(ResultHash.Type.PLAN))
                    .setPartialHash(held.hash())
                    .build();
            outbox.send(scored, timestamp);
        }

        /** How many records left, those that take back included. */
        private int emitted(ResultHash.Type type) {
            return emitted.getOrDefault(type, 0);
        }
    }
}
