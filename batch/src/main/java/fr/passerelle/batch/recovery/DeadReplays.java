package fr.passerelle.batch.recovery;

import fr.passerelle.batch.job.DeadExecutions;
import fr.passerelle.journal.fence.RunLock;
import fr.passerelle.schemas.fault.RunRefused;
import java.util.Optional;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Replays of which nobody works on the execution any more: each has its own lock, since it runs beside the live runs. */
@Component
class DeadReplays {

    private static final String PARAMETER = "replay";
    private static final String WHY =
            "Interrompu : le processus qui le menait est mort ou a été écarté. « ./passerelle replay run » le reprend.";

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final RunLock lock;
    private final DeadExecutions executions;

    DeadReplays(JdbcClient jdbc, TransactionOperations transaction, RunLock lock, DeadExecutions executions) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.lock = lock;
        this.executions = executions;
    }

    boolean isOne(JobExecution execution) {
        return execution.getJobParameters().getLong(PARAMETER) != null;
    }

    /** Marks an execution and its replay stopped; empty when a process holds the replay's lock: it lives. */
    Optional<RecoveryReport.Dead> bury(JobExecution execution) {
        Row replay = row(execution);
        try (RunLock.Held held =
                lock.take(replay.namespace(), "Le rejeu " + replay.id() + " est en cours dans un autre processus.")) {
            return Optional.ofNullable(transaction.execute(status -> stop(execution, replay)));
        } catch (RunRefused alive) {
            return Optional.empty();
        }
    }

    private RecoveryReport.Dead stop(JobExecution execution, Row replay) {
        String status = execution.getStatus().name();
        executions.bury(execution);
        jdbc.sql("update passerelle.replay set state = 'FAILED', failure = :why where replay_id = :replayId and"
                        + " state = 'RUNNING'")
                .param("why", WHY)
                .param("replayId", replay.id())
                .update();
        return new RecoveryReport.Dead(
                replay.id(),
                execution.getId(),
                status,
                DeadRuns.phase(execution),
                "DISCARDED".equals(replay.state()) ? null : "./passerelle replay run " + replay.id());
    }

    private Row row(JobExecution execution) {
        return jdbc.sql("select replay_id, namespace, state from passerelle.replay where replay_no = :replayNo")
                .param("replayNo", execution.getJobParameters().getLong(PARAMETER))
                .query((row, n) -> new Row(row.getString(1), row.getString(2), row.getString(3)))
                .single();
    }

    private record Row(String id, String namespace, String state) {}
}
