package fr.passerelle.batch.run;

import fr.passerelle.journal.Journal;
import fr.passerelle.journal.Journal.JournalEntry;
import fr.passerelle.journal.Pause;
import fr.passerelle.published.result.ChangesOfRuns;
import fr.passerelle.published.result.Results;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.Runs;
import fr.passerelle.schemas.contract.ResultHash;
import fr.passerelle.schemas.event.ResumeChangements;
import fr.passerelle.schemas.event.RunPublished;
import fr.passerelle.schemas.event.RunRef;
import fr.passerelle.schemas.fault.OutsideFault;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** A run becomes current: its pointer, its hash and its record on the journal, in the step's one transaction. */
@Component
public record Publication(Runs runs, RunWriter writer, Results results, Journal journal, ChangesOfRuns changes) {

    public void publish(long runNo) {
        Pause.at("before-publish");
        Run run = runs.get(runNo);
        String asOf = Objects.requireNonNull(run.asOf());
        ResumeChangements changed = changes.summary(runs.current(), runNo);
        String hash = results.hash(runNo, run.baremeHash(), asOf);
        Map<String, Integer> counts = results.counts(runNo);
        requireExpected(run, hash);
        writer.publish(runNo, hash);
        RunPublished published = new RunPublished(
                new RunRef(runNo, run.id(), run.baremeHash()),
                asOf,
                hash,
                counts.getOrDefault(ResultHash.Type.CONVERSION.name(), 0),
                counts.getOrDefault(ResultHash.Type.PLAN.name(), 0),
                run.demonstration(),
                changed);
        journal.append(runNo, List.of(JournalEntry.run(run.id(), 0, published)));
    }

    /** What people were shown, or nothing: a barème is not put in force on results that nobody looked at. */
    private static void requireExpected(Run run, String hash) {
        if (run.expectedHash() != null && !run.expectedHash().equals(hash)) {
            throw new OutsideFault("Les résultats ne sont pas ceux qui étaient attendus : empreinte " + hash
                    + " au lieu de " + run.expectedHash()
                    + ". Rien n'est publié ; abandonnez l'exécution, puis préparez"
                    + " un nouveau rejeu (« ./passerelle replay plan … »).");
        }
    }
}
