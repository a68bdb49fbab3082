package fr.passerelle.batch.run;

import org.springframework.stereotype.Component;

/**
 * What a run stands on, checked each time it starts or restarts: the servers and, until it is closed, its files as they were when it
 * opened. Once closed it reads no file again, so that it can be finished although its files are gone.
 */
@Component
class Grounds {

    private final Servers servers;
    private final Runs runs;
    private final Places places;

    Grounds(Servers servers, Runs runs, Places places) {
        this.servers = servers;
        this.runs = runs;
        this.places = places;
    }

    void check(long runNo) {
        servers.needAll();
        Run run = runs.get(runNo);
        if (run.counts() == null) {
            run.parameters().inputs().forEach(input -> requireUnchanged(run, input));
        }
    }

    private void requireUnchanged(Run run, Input input) {
        if (!places.holds(input)) {
            throw new RunFailed("Le fichier de la source « " + input.name()
                    + " » a changé ou disparu depuis l'ouverture de l'exécution : remettez-le tel qu'il était et"
                    + " reprenez, ou dites où il est (« ./passerelle restart " + run.id()
                    + " --file FICHIER »), ou abandonnez l'exécution.");
        }
    }
}
