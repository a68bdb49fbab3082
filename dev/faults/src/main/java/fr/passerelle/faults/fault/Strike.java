package fr.passerelle.faults.fault;

import fr.passerelle.faults.fault.NightPhases.Moment;
import fr.passerelle.faults.machine.Target;
import fr.passerelle.local.program.ProgramProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One fault, decided before it happens: what it is and when. It is used once. */
public interface Strike extends AutoCloseable {

    /** Its name, as the options and the tables have it. */
    String name();

    /** When it strikes, in French. */
    String when();

    /** Where in the night it strikes, to put strikes in order: the rank of the phase, from 0. */
    int phase();

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

    /** Strikes while the command works on the night, once its moment has come. */
    Evidence strike(ProgramProcess command, Stage stage);

    /** What the command must say when it refuses to go on, a regular expression; empty when it may also succeed. */
    default Optional<String> refusal() {
        return Optional.empty();
    }

    /** What is to be done after the refusal. */
    default Remedy remedy() {
        return Remedy.NONE;
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

    /**
     * What shows whether a fault took place.
     *
     * @param fired whether it did; without it the round proves nothing
     * @param what what was seen, in French
     */
    record Evidence(boolean fired, String what) {}

    /** What an operator does after a refusal, besides starting again. */
    enum Remedy {
        /** Nothing. */
        NONE,
        /** The topics are refilled from the journal: {@code rebuild-topics}. */
        REBUILD_TOPICS
    }

    /** Where a strike takes place. */
    record Stage(Target target, List<String> night, Path folder) {}

    /** A strike at a moment drawn over the undisturbed duration of a phase. */
    interface AtMoment extends Strike {

        /** When it strikes. */
        Moment moment();

        @Override
        default String when() {
            return moment().toString();
        }

        @Override
        default int phase() {
            return moment().rank();
        }
    }
}
