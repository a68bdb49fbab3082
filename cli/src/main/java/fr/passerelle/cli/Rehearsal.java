package fr.passerelle.cli;

import fr.passerelle.schemas.bareme.Baremes;
import java.util.stream.Stream;

/** What the launcher archives the classes of: commands that ask no server, those that read, and one that starts the application; none changes anything. */
final class Rehearsal {

    private Rehearsal() {}

    /** Runs them; its exit code is 0 where those could that need a server, and nothing published. */
    public static void main(String[] none) {
        Stream.of("bareme show " + Baremes.DEFAULT, "algorithme", "list plans", "relances")
                .forEach(words -> Passerelle.run(words.split(" ")));
        System.exit(Passerelle.run("decisions") | Passerelle.run("dead-letters", "--passerelle.kafka.patience=1s"));
    }
}
