package fr.passerelle.journal.fence;

/** A write that the fence refuses: this process writes nothing more. The message, in French, says why and what to do. */
public final class FenceLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private FenceLost(String message) {
        super(message);
    }

    /** Another process took the runs over. */
    static FenceLost byAnother() {
        return new FenceLost(
                "Un autre processus a pris la main sur les exécutions pendant que celui-ci était gelé ou coupé de la"
                        + " base : celui-ci s'arrête sans rien écrire. « ./passerelle runs » montre où elles en sont.");
    }

    /** The connection was lost during a commit, of which this process does not know whether it took place. */
    static FenceLost inDoubt() {
        return new FenceLost(
                "La connexion à PostgreSQL a été coupée pendant une validation : ce processus ne sait pas si elle a eu"
                    + " lieu, et n'écrit plus rien. La base le sait : « ./passerelle recover » dit quoi reprendre.");
    }
}
