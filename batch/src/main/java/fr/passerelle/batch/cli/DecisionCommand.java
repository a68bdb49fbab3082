package fr.passerelle.batch.cli;

import fr.passerelle.batch.decision.DecisionBook;
import fr.passerelle.batch.decision.NewDecision;
import fr.passerelle.batch.decision.Recorded;
import fr.passerelle.schemas.event.DecisionKind;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Records what was notified to an EPCI, or what it answered. */
@Command(
        name = "decision",
        description =
                "Enregistre ce qui a été notifié à une intercommunalité (le siège et l'aide de son plan en vigueur) ou"
                    + " ce qu'elle a répondu. Ce qui est notifié reste : les exécutions suivantes montrent l'écart.")
final class DecisionCommand implements Callable<Integer> {

    private final Programme programme;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "EPCI", converter = Siren.class, description = "Son SIREN, neuf chiffres.")
    @SuppressWarnings("NullAway.Init")
    private String epci;

    @Option(
            names = "--nature",
            required = true,
            paramLabel = "NATURE",
            converter = Nature.class,
            description = "notifiee, acceptee, refusee ou observations.")
    @SuppressWarnings("NullAway.Init")
    private DecisionKind nature;

    @Option(
            names = "--organe",
            required = true,
            paramLabel = "ORGANE",
            description = "Qui a décidé : une commission, un conseil ; jamais une personne.")
    @SuppressWarnings("NullAway.Init")
    private String organ;

    @Option(names = "--acte", required = true, paramLabel = "NUMERO", description = "Le numéro de l'acte.")
    @SuppressWarnings("NullAway.Init")
    private String act;

    @Option(
            names = "--le",
            required = true,
            paramLabel = "AAAA-MM-JJ",
            converter = Day.class,
            description = "La date de l'acte.")
    @SuppressWarnings("NullAway.Init")
    private LocalDate decidedOn;

    @Option(
            names = "--motif",
            required = true,
            paramLabel = "MOTIF",
            description = "Pourquoi, sans nom de personne : le motif est inscrit au journal.")
    @SuppressWarnings("NullAway.Init")
    private String motive;

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            defaultValue = "instruction",
            description = "Rôle de qui l'enregistre ; sinon ${DEFAULT-VALUE}.")
    @SuppressWarnings("NullAway.Init")
    private String role;

    @Option(
            names = "--compte",
            paramLabel = "COMPTE",
            defaultValue = "c-0",
            description =
                    "Compte opaque de qui l'enregistre, comme c-12 ou un UUID ; sinon ${DEFAULT-VALUE}, aucun compte.")
    @SuppressWarnings("NullAway.Init")
    private String account;

    @Option(names = "--json", description = "Un objet JSON.")
    private boolean json;

    DecisionCommand(Programme programme) {
        this.programme = programme;
    }

    @Override
    public Integer call() {
        programme.keepOutputForMachines();
        NewDecision asked = new NewDecision(epci, nature, organ, act, decidedOn, motive, role, account);
        Recorded recorded = programme.partOnDatabase(DecisionBook.class).record(asked);
        if (json) {
            spec.commandLine()
                    .getOut()
                    .println(JsonMapper.shared().writeValueAsString(DecisionJson.of(recorded.known())));
        } else {
            DecisionText.one(recorded).forEach(spec.commandLine().getOut()::println);
        }
        return OutcomePrinter.DONE;
    }
}
