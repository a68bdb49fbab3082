package fr.passerelle.faults.fault;

import fr.passerelle.local.process.Poll;
import fr.passerelle.local.program.ProgramProcess;
import java.time.Duration;
import java.util.Map;

/**
 * Signal 9 to events inside its answer to RunClosed, half of a partition's results sent and nothing committed.
 *
 * @param phase the rank of the phase in which the night waits for it
 */
record KillEventsInRunClosed(int phase) implements Strike {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

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
        stage.target().events(1).stop();
        stage.target().deployment().eventsProcess(1, Map.of("passerelle.pause-at", "run-closed"));
        stage.target().deployment().eventsReading();
    }

    @Override
    public Evidence strike(ProgramProcess command, Stage stage) {
        var events = stage.target().events(1);
        Poll.until(PATIENCE, () -> waits(events) || !command.isAlive() || !events.isAlive());
        return waits(events) && events.isAlive()
                ? Victim.EVENTS.kill(command, stage.target())
                : new Evidence(false, "RunClosed n'a pas été atteint");
    }

    private static boolean waits(ProgramProcess events) {
        return events.transcript().contains("attend d'être tué");
    }

    /** Once the instance that waits for ever is gone, one that does not takes its place. */
    @Override
    public void heal(Stage stage) {
        stage.target().events(1).killNine();
    }
}
