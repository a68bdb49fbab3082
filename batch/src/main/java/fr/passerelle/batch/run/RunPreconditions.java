package fr.passerelle.batch.run;

import fr.passerelle.batch.input.InputPaths;
import fr.passerelle.batch.server.Servers;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.Run.Input;
import fr.passerelle.published.run.Runs;
import fr.passerelle.schemas.fault.OutsideFault;
import fr.passerelle.sources.territory.ReferenceFacts;
import org.springframework.stereotype.Component;

/**
 * What a run stands on, checked each time it starts or restarts: the servers and, until it is closed, its facts and its files as they
 * were when it opened. Once closed it reads no file again, so that it can be finished although its files are gone.
 */
@Component
public record RunPreconditions(Servers servers, Runs runs, InputPaths places, ReferenceFacts facts) {

    public void check(long runNo) {
        servers.needAll();
        Run run = runs.get(runNo);
        if (run.counts() == null) {
            if (!facts.sha256().equals(run.parameters().facts())) {
                throw new OutsideFault(
                        "Les référentiels (communes, intercommunalités, lieux publics) ne sont plus ceux de"
                                + " l'ouverture de l'exécution " + run.id()
                                + " : reprenez-la avec les siens (passerelle.facts), ou"
                                + " abandonnez-la.");
            }
            run.parameters().inputs().forEach(input -> requireUnchanged(run, input));
        }
    }

    private void requireUnchanged(Run run, Input input) {
        if (!places.holds(input)) {
            throw new OutsideFault("Le fichier de la source « " + input.name()
                    + " » a changé ou disparu depuis l'ouverture de l'exécution : remettez-le tel qu'il était et"
                    + " reprenez, ou dites où il est (« ./passerelle restart " + run.id()
                    + " --file FICHIER »), ou abandonnez l'exécution.");
        }
    }
}
