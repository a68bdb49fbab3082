package fr.passerelle.cli;

/** The program that operators start. */
public final class Passerelle {

    private Passerelle() {}

    /** Runs one command and ends with its exit code. */
    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** Runs one command and returns its exit code: 0 done, 1 failed, 2 wrong use, 3 done with rejects. */
    public static int run(String... args) {
        return Commands.run(args);
    }
}
