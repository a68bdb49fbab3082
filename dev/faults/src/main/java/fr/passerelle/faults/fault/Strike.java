package fr.passerelle.faults.fault;

import fr.passerelle.faults.machine.Program;
import java.util.Map;
import java.util.Optional;

/** One fault, decided before it happens: what it is and when. It is used once. */
public interface Strike {

    /** Its name, as the options and the tables have it. */
    String name();

    /** When it strikes, in French. */
    String when();

    /** What must be so before the command that it strikes starts. */
    default void prepare(Stage stage) {}

    /** Properties of the command that it strikes. */
    default Map<String, String> properties() {
        return Map.of();
    }

    /** Strikes while the command works on the night, once its moment has come. */
    Evidence strike(Program command, Stage stage);

    /** What the command must say when it refuses to go on, a regular expression; empty when it may also succeed. */
    default Optional<String> refusal() {
        return Optional.empty();
    }

    /** Takes away what would go on striking. Servers and instances of events that died are started again by the round itself. */
    default void heal(Stage stage) {}
}
