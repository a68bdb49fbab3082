package fr.passerelle.faults.campaign;

import fr.passerelle.faults.fault.Remedy;
import fr.passerelle.faults.fault.Stage;
import fr.passerelle.faults.fault.Strike;
import fr.passerelle.faults.machine.LivingSystem;
import fr.passerelle.faults.machine.NotHealed;
import fr.passerelle.faults.machine.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Does what an operator does with one night: starts it, takes it up again, until it is published. */
final class Operator {

    private static final Set<Integer> DONE = Set.of(0, 3);
    private static final int ATTEMPTS = 8;
    private static final String NOTHING_LEFT = "il n'y a rien à reprendre";

    private final LivingSystem system;
    private final List<String> night;
    private final String before;
    private final List<String> remedies = new ArrayList<>();
    private boolean done;

    Operator(LivingSystem system, List<String> night) {
        this.system = system;
        this.night = night;
        this.before = lastRun();
    }

    /** What was done besides starting again, in French. */
    List<String> remedies() {
        return remedies;
    }

    /** Whether the night is published and announced. */
    boolean isDone() {
        return done;
    }

    /** Starts the next command of the night, with more properties. */
    Program next(Map<String, String> properties) {
        var last = lastRun();
        return last.equals(before)
                ? system.batch(properties, night.toArray(String[]::new))
                : system.batch(properties, "restart", last, "--json");
    }

    /** Takes note of how a command ended, and acts on what it says. */
    void ended(Program command) {
        var code = command.end();
        if (DONE.contains(code) || command.said().contains(NOTHING_LEFT)) {
            done = true;
        }
    }

    /** Does what a refusal asks for. */
    void apply(Remedy remedy) {
        if (remedy == Remedy.REBUILD_TOPICS) {
            system.rebuildTopics();
            remedies.add("rebuild-topics");
            system.reading();
        }
    }

    /** Servers and events run again, whatever died. */
    void heal(Strike strike, Stage stage) {
        strike.heal(stage);
        system.machine().heal();
        system.awaitDatabase();
        system.reading();
    }

    /** Goes on without fault until the night is published. */
    void finish() {
        for (var attempt = 0; attempt < ATTEMPTS && !done; attempt++) {
            system.reading();
            ended(next(Map.of()));
        }
        if (!done) {
            throw new NotHealed("La nuit ne se termine pas en " + ATTEMPTS + " reprises : " + whereItStands());
        }
    }

    private String whereItStands() {
        return system.cell("select run_id || ' ' || state || ' : ' || coalesce(failure, '') from passerelle.run"
                        + " order by run_no desc limit 1")
                .orElse("aucune exécution");
    }

    private String lastRun() {
        return system.cell("select run_id from passerelle.run order by run_no desc limit 1")
                .orElse("");
    }
}
