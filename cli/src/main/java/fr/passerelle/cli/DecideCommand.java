package fr.passerelle.cli;

import fr.passerelle.batch.decision.DecisionBook;
import fr.passerelle.schemas.event.DecisionKind;
import fr.passerelle.schemas.event.DecisionRecorded;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Records what was notified about an EPCI or a room, or what was answered. */
@Command(
        name = "decide",
        description =
                "Enregistre ce qui a été notifié à une intercommunalité (le siège et l'aide de son plan en vigueur) ou"
                    + " au sujet d'une salle (ce qu'elle devient), ou ce qui a été répondu. Ce qui est notifié reste :"
                    + " les exécutions suivantes montrent l'écart. Une décision à la fois.")
final class DecideCommand extends ApplicationCommand {

    @Parameters(
            index = "0",
            paramLabel = "SALLE|EPCI",
            converter = SubjectId.class,
            description = "L'identifiant d'une salle, ou le SIREN d'une intercommunalité (neuf chiffres).")
    private String about;

    @Parameters(
            index = "1",
            paramLabel = "NATURE",
            converter = Nature.class,
            completionCandidates = Nature.class,
            description = "notified (notifiée), accepted (acceptée), refused (refusée) ou observations.")
    private DecisionKind nature;

    @Option(names = "--act", required = true, paramLabel = "NUMERO", description = "Le numéro de l'acte.")
    private String act;

    @Option(
            names = "--date",
            required = true,
            paramLabel = "AAAA-MM-JJ",
            converter = Day.class,
            description = "La date de l'acte.")
    private LocalDate decidedOn;

    @Option(
            names = "--why",
            required = true,
            paramLabel = "MOTIF",
            description = "Pourquoi, sans nom de personne : le motif est inscrit au journal.")
    private String motive;

    @Option(
            names = "--organ",
            paramLabel = "ORGANE",
            description = "Qui a décidé, jamais une personne ; sinon « Commission permanente » pour ce qui est notifié,"
                    + " « Conseil communautaire » pour une réponse.")
    private @Nullable String organ;

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            defaultValue = "instruction",
            description = "Rôle de qui l'enregistre ; sinon ${DEFAULT-VALUE}.")
    private String role;

    @Mixin
    private final AccountOption by = new AccountOption();

    @Option(names = "--json", description = "Un objet JSON.")
    private boolean json;

    @Override
    public Integer call() {
        context.keepOutputForMachines();
        DecisionRecorded.Builder asked = DecisionBook.draft(DecisionRecorded.newBuilder()
                .setKind(nature)
                .setOrgan(Objects.requireNonNullElseGet(organ, () -> Nature.usualOrgan(nature)))
                .setAct(act)
                .setDecidedOn(decidedOn)
                .setMotive(motive)
                .setRole(role)
                .setAccount(by.account()));
        DecisionBook.Receipt receipt =
                context.partOnDatabase(DecisionBook.class).record(about, asked);
        answer(json, () -> DecisionJson.of(receipt.known()), () -> DecisionText.one(receipt));
        return OutcomePrinter.DONE;
    }
}
