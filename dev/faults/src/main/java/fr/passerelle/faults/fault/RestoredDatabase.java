package fr.passerelle.faults.fault;

import fr.passerelle.faults.machine.Target;
import fr.passerelle.local.process.ChildProcesses;
import fr.passerelle.local.process.LocalFault;
import fr.passerelle.local.process.PrivateFiles;
import fr.passerelle.local.program.Machine;
import fr.passerelle.local.program.ProgramProcess;
import fr.passerelle.local.server.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * PostgreSQL comes back as it was before the night, from a cold copy of its directory, while Kafka has what the night relayed: the next
 * night must refuse, since Kafka is ahead. The remedy is to refill the topics.
 */
final class RestoredDatabase implements Strike {

    private static final String AHEAD = "la base a été restaurée";

    private final int phase;
    private final List<String> unmet = new ArrayList<>();

    /** @param phase the rank of the phase that follows the relay */
    RestoredDatabase(int phase) {
        this.phase = phase;
    }

    @Override
    public String name() {
        return "restored-database";
    }

    @Override
    public String when() {
        return "après le relais";
    }

    @Override
    public int phase() {
        return phase;
    }

    @Override
    public void prepare(Stage stage) {
        var machine = stage.target().machine();
        machine.stop(Server.POSTGRESQL);
        PrivateFiles.deleteTree(cold(machine));
        copy(directory(machine), cold(machine));
        machine.heal();
        stage.target().deployment().database().await();
    }

    @Override
    public Evidence strike(ProgramProcess command, Stage stage) {
        if (!command.says("(?m)^Relais vers Kafka ")) {
            return new Evidence(false, "rien n'a été relayé");
        }
        command.killNine();
        var target = stage.target();
        var machine = target.machine();
        var head = head(target);
        // Otherwise it would write results into a database that is to be thrown away, and commit that it has.
        target.events(1).stop();
        machine.stop(Server.POSTGRESQL);
        move(directory(machine), newer(machine));
        move(cold(machine), directory(machine));
        machine.heal();
        target.deployment().database().await();
        var restored = head(target);
        refused(target, stage.night());
        target.rebuildTopics();
        PrivateFiles.deleteTree(newer(machine));
        return new Evidence(
                restored < head,
                "journal au rang " + head + ", ramené au rang " + restored + " ; remède : rebuild-topics");
    }

    private static long head(Target target) {
        return target.cell("select coalesce(max(seq), 0) from passerelle.journal")
                .map(Long::parseLong)
                .orElse(0L);
    }

    private void refused(Target target, List<String> night) {
        var next = target.batch(night);
        if (next.end() != 1 || !next.transcript().contains(AHEAD)) {
            unmet.add("une base restaurée n'a pas été refusée : " + next.lastLine());
        }
    }

    @Override
    public List<String> unmet(Stage stage) {
        return unmet;
    }

    private static Path directory(Machine machine) {
        return machine.var().resolve(Server.POSTGRESQL.id());
    }

    private static Path cold(Machine machine) {
        return machine.var().resolve(Server.POSTGRESQL.id() + ".cold");
    }

    private static Path newer(Machine machine) {
        return machine.var().resolve(Server.POSTGRESQL.id() + ".newer");
    }

    private static void copy(Path from, Path to) {
        var outcome = ChildProcesses.run(List.of("cp", "-a", from.toString(), to.toString()));
        if (outcome.exit() != 0) {
            throw new LocalFault("La copie de " + from + " a échoué : " + outcome.lastLine());
        }
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to);
        } catch (IOException e) {
            throw new LocalFault("Impossible de déplacer " + from + ".", e);
        }
    }
}
