package fr.passerelle.faults.fault;

import fr.passerelle.faults.machine.Program;
import java.util.Map;

/** Signal 9 to events inside its answer to RunClosed, half of a partition's results sent and nothing committed. */
record KillEventsInRunClosed() implements Strike {

    @Override
    public String name() {
        return "kill-events";
    }

    @Override
    public String when() {
        return "run-closed";
    }

    @Override
    public void prepare(Stage stage) {
        stage.system().events(1, Map.of()).close();
        stage.system().events(1, Map.of("passerelle.pause-at", "run-closed"));
        stage.system().reading();
    }

    @Override
    public Evidence strike(Program command, Stage stage) {
        var events = stage.system().events(1, Map.of());
        // A night that changes nothing in any partition closes without passing there.
        while (command.isAlive() && events.isAlive() && !events.said().contains("attend d'être tué")) {
            Thread.onSpinWait();
            if (!pause()) {
                break;
            }
        }
        if (!events.said().contains("attend d'être tué")) {
            return new Evidence(false, "RunClosed n'a pas été atteint");
        }
        return Victim.EVENTS.kill(command, stage.system());
    }

    private static boolean pause() {
        try {
            Thread.sleep(20);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A paused instance that nobody killed would hold its partition for ever. */
    @Override
    public void heal(Stage stage) {
        var events = stage.system().events(1, Map.of());
        if (events.said().contains("attend d'être tué")) {
            events.killNine();
        }
    }
}
