package fr.passerelle.batch.job;

import fr.passerelle.journal.Relay;
import fr.passerelle.published.run.RunProgress;
import java.util.Objects;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Rows of the journal to Kafka: one Kafka transaction each time the step repeats, so that a stop falls between two. */
public final class RelayTasklet implements Tasklet, StepExecutionListener {

    private final String parameter;
    private final LongFunction<Relay> opener;
    private final RunProgress progress;
    private @Nullable Relay relay;
    private long done;
    private long total;

    /** A relay that opens when its step begins, by the number that a parameter of the job holds. */
    public RelayTasklet(String parameter, LongFunction<Relay> opener, RunProgress progress) {
        this.parameter = parameter;
        this.opener = opener;
        this.progress = progress;
    }

    /** Relays all that is pending, outside the job. */
    public void drain(long no) {
        try (Relay open = open(no)) {
            while (open.relayNext() > 0) {
                progress.advance(total - open.pending(), total);
            }
        }
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        if (relay == null) {
            relay = open(Objects.requireNonNull(
                    contribution.getStepExecution().getJobParameters().getLong(parameter)));
        }
        int relayed = relay.relayNext();
        done += relayed;
        contribution.incrementWriteCount(relayed);
        progress.advance(done, total);
        return RepeatStatus.continueIf(relayed > 0);
    }

    @Override
    public @Nullable ExitStatus afterStep(StepExecution step) {
        if (relay != null) {
            relay.close();
            relay = null;
        }
        return null;
    }

    private Relay open(long no) {
        Relay opened = opener.apply(no);
        done = 0;
        total = opened.pending();
        return opened;
    }
}
