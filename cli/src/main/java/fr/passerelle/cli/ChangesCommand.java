package fr.passerelle.cli;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fr.passerelle.published.place.PlaceNames;
import fr.passerelle.published.place.PlaceTable;
import fr.passerelle.published.result.ChangesOfRuns;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.Runs;
import fr.passerelle.schemas.event.ResumeChangements;
import fr.passerelle.schemas.fault.RunRefused;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a run changed in the proposals, and why. */
@Command(
        name = "changes",
        description =
                "Ce qu'une exécution a changé aux propositions depuis celle d'avant : ajoutées, retirées, modifiées,"
                        + " et pourquoi.")
final class ChangesCommand extends ApplicationCommand {

    @Parameters(
            arity = "0..1",
            paramLabel = "EXECUTION",
            converter = RunNumber.class,
            description = "Son numéro, comme N-000002 ; sinon, l'exécution courante.")
    private @Nullable Long run;

    @Option(names = "--json", description = "Un objet JSON.")
    private boolean json;

    /** For machines: the same fields and codes as the event that published it. */
    private record Summary(@JsonUnwrapped RunJson head, ResumeChangements changes) {}

    @Override
    public Integer call() {
        context.keepOutputForMachines();
        Run asked = asked(context.read(Runs.class));
        ResumeChangements changes = context.read(ChangesOfRuns.class).of(asked);
        answer(
                json,
                () -> new Summary(RunJson.of(asked, null), changes),
                () -> new ChangesText(asked, changes, names(asked, changes)).lines());
        return OutcomePrinter.DONE;
    }

    /** What was retired is named as it was. */
    private PlaceNames names(Run asked, ResumeChangements changes) {
        PlaceTable places = context.read(PlaceTable.class);
        PlaceNames now = places.names(asked.no());
        return changes.getPreviousRunNo() == null ? now : now.over(places.names(changes.getPreviousRunNo()));
    }

    private Run asked(Runs runs) {
        Run found = run == null
                ? runs.currentRun()
                        .orElseThrow(() -> new RunRefused(
                                "Aucune exécution n'est encore publiée : lancez « ./passerelle nightly … »."))
                : runs.get(run);
        if (found.state() != Run.State.PUBLISHED) {
            throw new RunRefused("L'exécution " + found.id() + " n'est pas publiée : elle n'a rien changé.");
        }
        return found;
    }
}
