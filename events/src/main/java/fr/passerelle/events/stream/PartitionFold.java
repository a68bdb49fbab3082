package fr.passerelle.events.stream;

import fr.passerelle.schemas.contract.RecordCodec;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.diagnostic.DiagnosticRun;
import fr.passerelle.schemas.diagnostic.RunTrace;
import fr.passerelle.schemas.event.RunAbandoned;
import fr.passerelle.schemas.event.RunClosed;
import fr.passerelle.schemas.event.RunOpened;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/** Folds one partition of the log, each record once, and when a run closes answers with what changed. */
final class PartitionFold {

    private final PartitionProgress progress;
    private final PartitionFacts subjects;
    private final RunClosing closing;

    private PartitionFold(PartitionProgress progress, PartitionFacts subjects, RunClosing closing) {
        this.progress = progress;
        this.subjects = subjects;
        this.closing = closing;
    }

    static PartitionFold of(
            RecordCodec codec, PausePoint pause, Outbox outbox, ProcessorContext<String, OutgoingRecord> context) {
        PartitionFacts subjects = new PartitionFacts(
                context.getStateStore(Memory.SUBJECTS), new MonthStore(context.getStateStore(Memory.MONTHS)), codec);
        EmittedResults held = new EmittedResults(context.getStateStore(Memory.EMITTED));
        ResultDifferences differences = new ResultDifferences(held, new Records());
        RunClosing closing = new RunClosing(codec, subjects, differences, held, outbox, pause);
        return new PartitionFold(new PartitionProgress(context.getStateStore(Memory.PROGRESS)), subjects, closing);
    }

    /** @param timestamp when the record was written, which its results carry too */
    void take(Transition transition, long timestamp) {
        if (progress.advancesTo(transition.seq())) {
            apply(transition, timestamp);
        }
    }

    private void apply(Transition transition, long timestamp) {
        switch (transition.record()) {
            case RunOpened opened -> progress.open(transition.value());
            case RunClosed closed -> {
                DiagnosticRun.begin(closed.getRunId());
                try (RunTrace.Work scores = RunTrace.begin("score")) {
                    closing.answer(closed, progress, timestamp);
                }
                progress.closeRun();
                DiagnosticRun.end();
            }
            case RunAbandoned abandoned -> progress.closeRun();
            default -> {
                subjects.take(transition);
                progress.countData();
            }
        }
    }
}
