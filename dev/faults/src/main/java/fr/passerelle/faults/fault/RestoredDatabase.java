package fr.passerelle.faults.fault;

import fr.passerelle.faults.machine.Lines;
import fr.passerelle.faults.machine.LivingSystem;
import fr.passerelle.faults.machine.Machine;
import fr.passerelle.faults.machine.NotHealed;
import fr.passerelle.faults.machine.Program;
import fr.passerelle.local.process.Commands;
import fr.passerelle.local.process.PrivateFiles;
import fr.passerelle.local.server.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
        var machine = stage.system().machine();
        machine.stop(Server.POSTGRESQL);
        PrivateFiles.deleteTree(cold(machine));
        copy(directory(machine), cold(machine));
        machine.heal();
        stage.system().awaitDatabase();
    }

    @Override
    public Evidence strike(Program command, Stage stage) {
        if (!command.awaitSaying("(?m)^Relais vers Kafka ")) {
            return new Evidence(false, "rien n'a été relayé");
        }
        command.killNine();
        var system = stage.system();
        var machine = system.machine();
        var head = head(system);
        // Otherwise it would write results into a database that is to be thrown away, and commit that it has.
        system.events(1, Map.of()).close();
        machine.stop(Server.POSTGRESQL);
        move(directory(machine), newer(machine));
        move(cold(machine), directory(machine));
        machine.heal();
        system.awaitDatabase();
        var restored = head(system);
        refused(system, stage.night());
        system.rebuildTopics();
        PrivateFiles.deleteTree(newer(machine));
        return new Evidence(
                restored < head,
                "journal au rang " + head + ", ramené au rang " + restored + " ; remède : rebuild-topics");
    }

    private static long head(LivingSystem system) {
        return system.cell("select coalesce(max(seq), 0) from passerelle.journal")
                .map(Long::parseLong)
                .orElse(0L);
    }

    private void refused(LivingSystem system, List<String> night) {
        var next = system.batch(Map.of(), night.toArray(String[]::new));
        if (next.end() != 1 || !next.said().contains(AHEAD)) {
            unmet.add("une base restaurée n'a pas été refusée : " + Lines.last(next.said()));
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
        var outcome = Commands.run(List.of("cp", "-a", from.toString(), to.toString()));
        if (outcome.exit() != 0) {
            throw new NotHealed("La copie de " + from + " a échoué : " + outcome.lastLine());
        }
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to);
        } catch (IOException e) {
            throw new NotHealed("Impossible de déplacer " + from + ".", e);
        }
    }
}
