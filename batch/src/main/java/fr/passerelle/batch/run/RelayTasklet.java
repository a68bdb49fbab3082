package fr.passerelle.batch.run;

import fr.passerelle.batch.journal.LogSettings;
import fr.passerelle.batch.journal.Relay;
import fr.passerelle.batch.journal.SchemaRegistration;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The journal to Kafka: one Kafka transaction each time the step repeats, so that a stop falls between two. */
@Component
class RelayTasklet implements Tasklet, StepExecutionListener {

    private final LogSettings settings;
    private final JdbcTemplate jdbc;
    private final SchemaRegistration schemas;
    private final Progress progress;
    private @Nullable Relay relay;
    private long done;
    private long total;

    RelayTasklet(LogSettings settings, JdbcTemplate jdbc, SchemaRegistration schemas, Progress progress) {
        this.settings = settings;
        this.jdbc = jdbc;
        this.schemas = schemas;
        this.progress = progress;
    }

    /** Relays all that is pending, outside the job. */
    void drain() {
        try (Relay open = open()) {
            while (open.relayNext() > 0) {
                progress.advance(total - open.pending(), total);
            }
        }
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        if (relay == null) {
            relay = open();
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

    private Relay open() {
        Relay opened = Relay.open(settings, jdbc, schemas, () -> Pause.at("relay-transaction"));
        done = 0;
        total = opened.pending();
        return opened;
    }
}
