package fr.passerelle.cli;

import java.util.stream.Stream;

/** What the launcher archives the classes of: commands that ask no server, those that read, and one that starts the application; none changes anything. */
final class Rehearsal {

    private Rehearsal() {}

    /** Runs them; its exit code is 0 where those that ask the database, and Kafka once that is there, were answered. */
    public static void main(String[] none) {
        Stream.of("bareme list", "algorithme", "list plans", "relances").forEach(one -> Passerelle.run(one.split(" ")));
        System.exit(Passerelle.run("decisions") == 0 ? Passerelle.run("dead-letters") : 1);
    }
}
