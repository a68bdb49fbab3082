package fr.passerelle.batch.run;

import org.springframework.stereotype.Component;

/** What a run stands on, checked each time it starts or restarts: the servers, and its files as they were when it opened. */
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
        runs.get(runNo).parameters().inputs().forEach(Grounds::requireUnchanged);
    }

    private static void requireUnchanged(Input input) {
        if (!input.toFile().unchanged()) {
            throw new RunFailed("Le fichier « " + input.path() + " » a changé depuis l'ouverture de l'exécution : "
                    + "remettez-le tel qu'il était et reprenez, ou abandonnez l'exécution.");
        }
    }
}
