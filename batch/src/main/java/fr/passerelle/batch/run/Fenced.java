package fr.passerelle.batch.run;

/** Another process took the runs over: this one writes nothing more. The message, in French, says so and what to do. */
public final class Fenced extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Fenced() {
        super("Un autre processus a pris la main sur les exécutions pendant que celui-ci était gelé ou coupé de la"
                + " base : celui-ci s'arrête sans rien écrire. « ./passerelle runs » montre où elles en sont.");
    }
}
