package fr.passerelle.console.reading;

/** No run was ever published: there is nothing to look at yet. */
public final class NothingPublished extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NothingPublished() {
        super("No run was published");
    }
}
