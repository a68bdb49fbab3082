package fr.passerelle.cli;

import fr.passerelle.published.decision.KnownDecision;
import fr.passerelle.published.decision.KnownDecisions;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The decisions that are recorded. */
@Command(
        name = "decisions",
        description =
                "Les décisions enregistrées, de toutes les intercommunalités ou d'une seule : nature, acte, siège,"
                        + " aide.")
final class DecisionsCommand extends ApplicationCommand {

    @Parameters(arity = "0..1", paramLabel = "EPCI", converter = Siren.class, description = "Son SIREN, neuf chiffres.")
    private @Nullable String epci;

    @Option(names = "--json", description = "Un tableau JSON.")
    private boolean json;

    @Override
    public Integer call() {
        context.keepOutputForMachines();
        List<KnownDecision> asked = context.read(KnownDecisions.class).all().stream()
                .filter(known -> epci == null || known.decision().getEpci().equals(epci))
                .toList();
        answer(
                json,
                () -> asked.stream().map(DecisionJson::of).toList(),
                () -> DecisionText.all(asked, context.currentNames()));
        return OutcomePrinter.DONE;
    }
}
