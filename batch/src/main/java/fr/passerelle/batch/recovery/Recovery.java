package fr.passerelle.batch.recovery;

import fr.passerelle.batch.job.DeadExecutions;
import fr.passerelle.batch.server.DatabaseServer;
import fr.passerelle.journal.fence.RunLock;
import fr.passerelle.published.run.Holder;
import fr.passerelle.published.run.LockHolders;
import fr.passerelle.schemas.fault.RunRefused;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.stereotype.Component;

/** After a crash: what the database believes running and nobody runs is marked stopped, under the lock and behind the fence. */
@Component
public class Recovery {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy 'à' HH:mm:ss");

    private final DatabaseServer database;
    private final DatabaseSessions sessions;
    private final LockHolders holders;
    private final RunLock lock;
    private final DeadExecutions executions;
    private final DeadRuns runs;
    private final DeadReplays replays;

    Recovery(
            DatabaseServer database,
            DatabaseSessions sessions,
            LockHolders holders,
            RunLock lock,
            DeadExecutions executions,
            DeadRuns runs,
            DeadReplays replays) {
        this.database = database;
        this.sessions = sessions;
        this.holders = holders;
        this.lock = lock;
        this.executions = executions;
        this.runs = runs;
        this.replays = replays;
    }

    /**
     * Marks what is dead, so that it can be taken up. Done again, it finds nothing.
     *
     * @param fence whether the process that holds the lock is dead or frozen: then all its sessions are ended first
     * @throws RunRefused when somebody holds the lock
     */
    public RecoveryReport recover(boolean fence) {
        database.need();
        int ended = fence ? sessions.endOfOwner() : 0;
        holders.holder().ifPresent(Recovery::refuse);
        List<RecoveryReport.Dead> dead = new ArrayList<>();
        try (RunLock.Held held = lock.take()) {
            live().forEach(execution -> dead.add(runs.bury(execution)));
            dead.addAll(runs.neverExecuted());
        }
        ofReplays().forEach(execution -> replays.bury(execution).ifPresent(dead::add));
        return new RecoveryReport(ended, dead);
    }

    private List<JobExecution> live() {
        return executions.all().stream().filter(each -> !replays.isOne(each)).toList();
    }

    private List<JobExecution> ofReplays() {
        return executions.all().stream().filter(replays::isOne).toList();
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
        return instant == null ? "" : title + MOMENT.format(instant.atZoneSameInstant(ZoneId.of("Europe/Paris")));
    }
}
