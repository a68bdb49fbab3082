package fr.passerelle.cli;

import java.util.stream.Stream;

/** What the launcher archives the classes of: commands that ask no server, those that read, and one that starts the application; none changes anything. */
final class Rehearsal {

    private Rehearsal() {}

    /** Runs them; its exit code is 0 where those could that need a server, and nothing published. */
    public static void main(String[] none) {
        Stream.of("bareme list", "algorithme", "list plans", "relances").forEach(one -> Passerelle.run(one.split(" ")));
        System.exit(Passerelle.run("decisions") | Passerelle.run("dead-letters", "--passerelle.kafka.patience=1s"));
    }
}
