package fr.passerelle.local.process;

/** What prevents a server from starting, in one French sentence fit to be shown as it is. */
public final class LocalFault extends RuntimeException {

    public LocalFault(String sentence) {
        super(sentence);
    }

    public LocalFault(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
