package fr.passerelle.published.result;

/** What the read model holds as of a run, or of a replay, is not what was published under its hash: none of it is shown. */
public final class HashMismatch extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param run as people say it, such as N-000012 */
    HashMismatch(String run) {
        super("Les résultats de " + run
                + " ne sont plus ceux qui ont été publiés : leur empreinte n'est plus la sienne, une ligne a été"
                + " changée depuis. Rien n'en est montré, ni exporté. « ./passerelle verify --deep » dit laquelle ;"
                + " arrêtez events, puis « ./passerelle rebuild-topics --empty » les refait depuis le journal.");
    }
}
