package fr.passerelle.faults.fault;

import fr.passerelle.faults.fault.NightPhases.Moment;
import fr.passerelle.faults.machine.Target;
import fr.passerelle.local.program.ProgramProcess;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What befalls the programs, the servers or what they keep. */
public interface Fault extends AutoCloseable {

    /** How long what a fault brings about is waited for. */
    Duration PATIENCE = Duration.ofMinutes(5);

    /** Whether the nightly job waits for it at a named boundary: a command can do so at one alone. */
    default boolean atBoundary() {
        return false;
    }

    /** What must be so before the command that it strikes starts. */
    default void prepare(Stage stage) {}

    /** Properties of the command that it strikes. */
    default Map<String, String> properties(Stage stage) {
        return Map.of();
    }

    Evidence strike(ProgramProcess command, Stage stage);

    /** What the command must say when it refuses to go on, a regular expression; empty when it may also succeed. */
    default Optional<String> refusal() {
        return Optional.empty();
    }

    /** Whether the topics are to be refilled from the journal after the refusal, before the night is started again. */
    default boolean emptiesTopics() {
        return false;
    }

    /** What must be so besides, once the night is over; what is not, in French. */
    default List<String> unmet(Stage stage) {
        return List.of();
    }

    /** Takes away what would go on striking. Servers and instances of events that died are started again by the round itself. */
    default void heal(Stage stage) {}

    /** Ends what it kept open, once the round is over. */
    @Override
    default void close() {}

    /** One fault, used once, in a phase by its rank from 0; its moment there is null for a fault that sees itself when its time has come. */
    record Strike(
            String name, String when, int phase, @Nullable Moment moment, Fault fault) {

        /** Strikes while the command works on the night, once its moment has come. */
        public Evidence strike(ProgramProcess command, Stage stage) {
            return moment == null || moment.await(command) ? fault.strike(command, stage) : Evidence.TOO_LATE;
        }
    }

    /** Whether a fault took place, without which the round proves nothing, and what was seen of it, in French. */
    record Evidence(boolean fired, String what) {

        /** Nothing was left to strike. */
        public static final Evidence TOO_LATE = new Evidence(false, "la nuit était finie");
    }

    /** Where a strike takes place. */
    record Stage(Target target, List<String> night) {}
}
