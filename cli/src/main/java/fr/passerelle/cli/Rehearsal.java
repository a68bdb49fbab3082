package fr.passerelle.cli;

/** What the launcher archives the classes of: a command that reads, and one that starts the application; neither changes anything. */
final class Rehearsal {

    private Rehearsal() {}

    /** Runs both; its exit code is 0 where both could. */
    public static void main(String[] none) {
        System.exit(Passerelle.run("decisions") | Passerelle.run("dead-letters", "--passerelle.kafka.patience=1s"));
    }
}
