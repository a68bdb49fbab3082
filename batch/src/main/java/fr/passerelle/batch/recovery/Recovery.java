package fr.passerelle.batch.recovery;

import fr.passerelle.batch.job.DeadExecutions;
import fr.passerelle.batch.run.RunWriter;
import fr.passerelle.batch.server.DatabaseServer;
import fr.passerelle.batch.server.Settings;
import fr.passerelle.journal.fence.RunLock;
import fr.passerelle.journal.fence.RunLock.ProcessName;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.RunJob;
import fr.passerelle.published.run.RunJob.Phases;
import fr.passerelle.published.run.RunSituations;
import fr.passerelle.published.run.RunSituations.Holder;
import fr.passerelle.published.run.RunSituations.LockHolders;
import fr.passerelle.published.run.Runs;
import fr.passerelle.schemas.fault.RunRefused;
import fr.passerelle.study.Studies;
import fr.passerelle.study.Study;
import fr.passerelle.study.life.StudyWriter;
import fr.passerelle.study.replay.ReplayManifest;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** After a crash: what the database believes running and nobody runs is marked stopped, under the lock and behind the fence. */
@Component
public record Recovery(
        DatabaseServer database,
        LockHolders holders,
        RunLock lock,
        DeadExecutions executions,
        Runs runs,
        RunSituations situations,
        RunWriter writer,
        Studies studies,
        StudyWriter studyWriter,
        JdbcClient jdbc,
        TransactionOperations transaction,
        Settings settings) {

    /**
     * Of the process that holds the lock, or held it last: that session may be gone and the others of its process not. Another role may give
     * its own sessions that name: they are nobody's here.
     */
    private static final String END = """
        select pg_terminate_backend(pid, 10000) from unnest(array(
        select s.pid from passerelle.fence f
        join pg_stat_activity s on s.application_name = f.owner and s.usename = f.role
        where f.namespace = :namespace and f.owner <> :own and s.datname = current_database()
          and s.pid <> pg_backend_pid())) as found (pid)\
        """;

    private static final String REPLAY = "replay";
    private static final String WHY =
            "Interrompu : le processus qui le menait est mort ou a été écarté. « ./passerelle replay run » le reprend.";
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy 'à' HH:mm:ss");

    /** What it did: how many sessions of the owner before it ended, and what was found dead and is marked so. */
    public record Report(int sessionsEnded, List<Dead> recovered) {

        /**
         * An execution whose process is gone, or a run that was opened and never had one; the subject is that run, or a replay, as people say it.
         *
         * @param was what the job repository, or the run's row, still said
         * @param phase the last that began, in French; null when none had
         * @param next the command that takes it up; null when nothing is left to do
         */
        public record Dead(
                String subject,
                @Nullable Long execution,
                String was,
                @Nullable String phase,
                @Nullable String next) {}
    }

    /**
     * Marks what is dead, so that it can be taken up. Done again, it finds nothing.
     *
     * @param fence whether the process that holds the lock is dead or frozen: then all its sessions are ended first
     * @throws RunRefused when somebody holds the lock, or the sessions to end are another role's
     */
    public Report recover(boolean fence) {
        database.need();
        int ended = fence ? sessionsEnded() : 0;
        holders.holder().ifPresent(Recovery::refuse);
        List<Report.Dead> dead = new ArrayList<>();
        try (RunLock.Held held = lock.take()) {
            executions.all().stream()
                    .filter(execution -> !isOfReplay(execution))
                    .forEach(execution -> dead.add(inTransaction(() -> buryRun(execution))));
            // Those that were opened, or taken up, and have no execution that says more.
            dead.addAll(inTransaction(() -> runs.all().stream()
                    .filter(run -> run.state() == Run.State.OPEN)
                    .map(this::stop)
                    .toList()));
        }
        executions.all().stream()
                .filter(Recovery::isOfReplay)
                .forEach(execution -> buryReplay(execution).ifPresent(dead::add));
        return new Report(ended, dead);
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }

    /** Ends all sessions of the process that holds the lock of runs, or that held it last: what it had not committed is undone. */
    private int sessionsEnded() {
        try {
            return endSessions();
        } catch (DataAccessException e) {
            if (!(e.getRootCause() instanceof SQLException cause && "42501".equals(cause.getSQLState()))) {
                throw e;
            }
            throw new RunRefused(
                    "Ces sessions ne peuvent pas être terminées : elles sont d'un autre rôle de PostgreSQL que celui"
                        + " de « passerelle.postgres.user ». Relancez « ./passerelle recover --fence » sous ce rôle,"
                        + " ou demandez-le à l'administrateur de la base.",
                    e);
        }
    }

    private int endSessions() {
        return (int) jdbc
                .sql(END)
                .param("own", ProcessName.NAME)
                .param("namespace", settings.namespace())
                .query((row, n) -> row.getBoolean(1))
                .list()
                .stream()
                .filter(ended -> ended)
                .count();
    }

    /** Replays run beside the live runs, each under a lock of its own. */
    private static boolean isOfReplay(JobExecution execution) {
        return execution.getJobParameters().getLong(REPLAY) != null;
    }

    /** Marks an execution and its replay stopped; empty when a process holds the replay's lock: it lives. */
    private Optional<Report.Dead> buryReplay(JobExecution execution) {
        Study<ReplayManifest> replay = studies.get(
                ReplayManifest.SERIES,
                Objects.requireNonNull(execution.getJobParameters().getLong(REPLAY)));
        try (RunLock.Held held = lock.take(
                ReplayManifest.namespace(replay),
                "Le rejeu " + replay.id() + " est en cours dans un autre processus.")) {
            return Optional.of(inTransaction(() -> stop(execution, replay)));
        } catch (RunRefused alive) {
            return Optional.empty();
        }
    }

    private Report.Dead stop(JobExecution execution, Study<ReplayManifest> replay) {
        String status = execution.getStatus().name();
        executions.bury(execution);
        studyWriter.fail(replay, WHY);
        return new Report.Dead(
                replay.id(),
                execution.getId(),
                status,
                phase(execution),
                replay.state() == Study.State.DISCARDED ? null : "./passerelle replay run " + replay.id());
    }

    /** Marks an execution and its run stopped. */
    private Report.Dead buryRun(JobExecution execution) {
        String status = execution.getStatus().name();
        String phase = phase(execution);
        executions.bury(execution);
        Optional<Run> run = Optional.ofNullable(execution.getJobParameters().getLong(RunJob.NUMBER))
                .flatMap(runs::find);
        run.ifPresent(found -> stop(found, phase));
        return new Report.Dead(
                run.map(Run::id).orElse(execution.getJobInstance().getJobName()),
                execution.getId(),
                status,
                phase,
                run.map(Recovery::next).orElse(null));
    }

    private Report.Dead stop(Run run) {
        String phase = situations.of(run.no()).phase();
        stop(run, phase);
        return new Report.Dead(run.id(), null, run.state().name(), phase, next(run));
    }

    /** Why a run stopped that had said so itself is kept. */
    private void stop(Run run, @Nullable String phase) {
        if (run.state() == Run.State.OPEN) {
            writer.fail(
                    run.no(),
                    "Interrompue "
                            + (phase == null ? "avant sa première phase" : "pendant la phase « " + phase + " »")
                            + " : le processus qui la menait est mort ou a été écarté.");
        }
    }

    /** A published one still has to be announced. */
    private static @Nullable String next(Run run) {
        return run.state() == Run.State.ABANDONED ? null : "./passerelle restart " + run.id();
    }

    /** The last phase of an execution, in French; null when none began. */
    private static @Nullable String phase(JobExecution execution) {
        return execution.getStepExecutions().stream()
                .max(Comparator.comparingLong(StepExecution::getId))
                .map(step -> Phases.nameOf(Objects.requireNonNull(step.getStepName())))
                .orElse(null);
    }

    private static void refuse(Holder holder) {
        throw new RunRefused("Une exécution est en cours : la session « " + holder.name() + " » (processus "
                + holder.pid() + " de PostgreSQL, venue de "
                + Objects.requireNonNullElse(holder.address(), "la machine de la base") + ") tient le verrou"
                + moment(" depuis le ", holder.since()) + moment(", dernière activité le ", holder.lastActivity())
                + ". Vivante, elle n'est pas à reprendre : attendez sa fin. Si la machine ou le processus qui la tient"
                + " est mort ou gelé : « ./passerelle recover --fence ».");
    }

    private static String moment(String title, @Nullable OffsetDateTime instant) {
        return instant == null ? "" : title + MOMENT.format(instant.atZoneSameInstant(Run.FRANCE));
    }
}
