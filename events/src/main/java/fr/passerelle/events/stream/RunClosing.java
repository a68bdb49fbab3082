package fr.passerelle.events.stream;

import fr.passerelle.schemas.bareme.Bareme;
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
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The answer of a partition to RunClosed: what changed, then RunScored; where a record is missing, RunScored alone. */
final class RunClosing {

    private static final Logger LOG = LoggerFactory.getLogger(RunClosing.class);

    private final RecordCodec codec;
    private final PartitionFacts subjects;
    private final ResultDifferences differences;
    private final EmittedResults held;
    private final Outbox outbox;
    private final PausePoint pause;

    RunClosing(
            RecordCodec codec,
            PartitionFacts subjects,
            ResultDifferences differences,
            EmittedResults held,
            Outbox outbox,
            PausePoint pause) {
        this.codec = codec;
        this.subjects = subjects;
        this.differences = differences;
        this.held = held;
        this.outbox = outbox;
        this.pause = pause;
    }

    void answer(RunClosed closed, PartitionProgress progress, long timestamp) {
        Optional<RunOpened> opened = progress.openRun()
                .map(value -> (RunOpened) codec.read(value))
                .filter(run -> run.getRunNo() == closed.getRunNo());
        if (opened.isPresent() && progress.seen() == closed.getTotalRecords()) {
            score(opened.get(), closed, timestamp);
        } else {
            String bareme = opened.map(RunOpened::getBaremeHash).orElse("");
            outbox.send(incomplete(closed, bareme, progress.seen()), timestamp);
        }
    }

    private void score(RunOpened opened, RunClosed closed, long timestamp) {
        long start = System.nanoTime();
        Bareme bareme = Baremes.read(opened.getBaremeText());
        RunRef run = new RunRef(opened.getRunNo(), opened.getRunId(), opened.getBaremeHash());
        RunAnswer answer = new RunAnswer(differences, outbox, run, timestamp);
        answer(answer, new Scoring(bareme, YearMonth.parse(closed.getAsOf())));
        RunScored scored = scored(closed, run, answer);
        outbox.send(scored, timestamp);
        LOG.info(
                "{}, partition {} : {} salles notées en {} ms",
                closed.getRunId(),
                outbox.partition(),
                scored.getRooms(),
                Duration.ofNanos(System.nanoTime() - start).toMillis());
    }

    private void answer(RunAnswer answer, Scoring scoring) {
        List<String> epcis = List.copyOf(subjects.epcis());
        for (int i = 0; i < epcis.size(); i++) {
            answer.take(scoring.of(subjects.of(epcis.get(i), scoring)));
            if (i == epcis.size() / 2) {
                pause.reached(PausePoint.RUN_CLOSED);
            }
        }
        answer.takeBackTheRest();
    }

    private RunScored scored(RunClosed closed, RunRef run, RunAnswer answer) {
        return RunScored.newBuilder()
                .setRun(run)
                .setPartition(outbox.partition())
                .setCompleteness(Completeness.COMPLETE)
                .setRecordsExpected(closed.getTotalRecords())
                .setRecordsSeen(closed.getTotalRecords())
                .setRooms(answer.rooms())
                .setScoresEmitted(answer.emitted(ResultHash.Type.SCORE))
                .setConversionsEmitted(answer.emitted(ResultHash.Type.CONVERSION))
                .setPlansEmitted(answer.emitted(ResultHash.Type.PLAN))
                .setConversionsCurrent(held.count(ResultHash.Type.CONVERSION))
                .setPlansCurrent(held.count(ResultHash.Type.PLAN))
                .setPartialHash(held.hash())
                .build();
    }

    private RunScored incomplete(RunClosed closed, String bareme, long seen) {
        return RunScored.newBuilder()
                .setRun(new RunRef(closed.getRunNo(), closed.getRunId(), bareme))
                .setPartition(outbox.partition())
                .setCompleteness(Completeness.INCOMPLETE)
                .setRecordsExpected(closed.getTotalRecords())
                .setRecordsSeen(seen)
                .setRooms(0)
                .setScoresEmitted(0)
                .setConversionsEmitted(0)
                .setPlansEmitted(0)
                .setConversionsCurrent(held.count(ResultHash.Type.CONVERSION))
                .setPlansCurrent(held.count(ResultHash.Type.PLAN))
                .setPartialHash(held.hash())
                .build();
    }
}
