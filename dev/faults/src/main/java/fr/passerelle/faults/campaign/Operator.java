package fr.passerelle.faults.campaign;

import fr.passerelle.faults.fault.Remedy;
import fr.passerelle.faults.fault.Stage;
import fr.passerelle.faults.fault.Strike;
import fr.passerelle.faults.machine.Target;
import fr.passerelle.local.process.LocalFault;
import fr.passerelle.local.program.ProgramProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Does what an operator does with one night: starts it, takes it up again, until it is published. */
final class Operator {

    private static final Set<Integer> DONE = Set.of(0, 3);
    private static final int ATTEMPTS = 8;
    private static final String NOTHING_LEFT = "il n'y a rien à reprendre";

    private final Target target;
    private final List<String> night;
    private final String before;
    private final List<String> remedies = new ArrayList<>();
    private boolean done;

    Operator(Target target, List<String> night) {
        this.target = target;
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
    ProgramProcess next(Map<String, String> properties) {
        var last = lastRun();
        var arguments = last.equals(before) ? night : List.of("restart", last, "--json");
        return target.deployment().batchProcess(properties, arguments);
    }

    /** Takes note of how a command ended, and acts on what it says. */
    void ended(ProgramProcess command) {
        var code = command.end();
        if (DONE.contains(code) || command.transcript().contains(NOTHING_LEFT)) {
            done = true;
        }
    }

    /** Does what a refusal asks for. */
    void apply(Remedy remedy) {
        if (remedy == Remedy.REBUILD_TOPICS) {
            target.rebuildTopics();
            remedies.add("rebuild-topics");
            target.deployment().eventsReading();
        }
    }

    /** Servers and events run again, whatever died. */
    void heal(Strike strike, Stage stage) {
        strike.heal(stage);
        target.heal();
    }

    /** Goes on without fault until the night is published. */
    void finish() {
        for (var attempt = 0; attempt < ATTEMPTS && !done; attempt++) {
            target.deployment().eventsReading();
            ended(next(Map.of()));
        }
        if (!done) {
            throw new LocalFault("La nuit ne se termine pas en " + ATTEMPTS + " reprises : " + whereItStands());
        }
    }

    private String whereItStands() {
        return target.cell("select run_id || ' ' || state || ' : ' || coalesce(failure, '') from passerelle.run"
                        + " order by run_no desc limit 1")
                .orElse("aucune exécution");
    }

    private String lastRun() {
        return target.cell("select run_id from passerelle.run order by run_no desc limit 1")
                .orElse("");
    }
}
