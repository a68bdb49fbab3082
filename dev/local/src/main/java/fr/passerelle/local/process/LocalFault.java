package fr.passerelle.local.process;

/** What prevents a server or a program from starting, answering or ending, in French fit to be shown as it is. */
public final class LocalFault extends RuntimeException {

    public LocalFault(String sentence) {
        super(sentence);
    }

    public LocalFault(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** The first line of the message: others hold what a program printed. */
    public String sentence() {
        return String.valueOf(getMessage()).lines().findFirst().orElse("");
    }
}
