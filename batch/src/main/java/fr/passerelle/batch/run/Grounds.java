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

    Grounds(Servers servers, Runs runs) {
        this.servers = servers;
        this.runs = runs;
    }

    void check(long runNo) {
        servers.needAll();
        Run run = runs.get(runNo);
        if (run.counts() == null) {
            run.parameters().inputs().forEach(Grounds::requireUnchanged);
        }
    }

    private static void requireUnchanged(Input input) {
        if (!input.toFile().unchanged()) {
            throw new RunFailed(
                    "Le fichier « " + input.path() + " » a changé ou disparu depuis l'ouverture de l'exécution : "
                            + "remettez-le tel qu'il était et reprenez, ou abandonnez l'exécution.");
        }
    }
}
