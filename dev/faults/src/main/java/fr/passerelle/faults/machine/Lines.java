package fr.passerelle.faults.machine;

/** Texts of programs. */
public final class Lines {

    private Lines() {}

    /** The last line that says something. */
    public static String last(String text) {
        return text.strip().replaceFirst("(?s).*\\n", "").strip();
    }
}
