package fr.passerelle.cli.explain;

import fr.passerelle.cli.command.OperatorCommand;
import fr.passerelle.cli.explain.ExplainedSubjects.ExplainedSubject;
import fr.passerelle.cli.export.OutputFile;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.decision.KnownDecisions;
import fr.passerelle.schemas.contract.Partitions;
import fr.passerelle.sheets.act.ActDraft;
import fr.passerelle.sheets.act.ActDraft.ActOrigin;
import fr.passerelle.sheets.explanation.Dossier;
import fr.passerelle.sheets.french.Codes.DecisionWords;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Drafts of the acts that would follow a proposal. */
@Command(
        name = "acte",
        description = "Le projet d'un acte, tiré du plan en vigueur d'une intercommunalité : marqué PROJET, avec ce qui"
                + " est à lever avant de signer et des blancs à compléter.",
        subcommands = {ActCommand.ActDeliberationCommand.class, ActCommand.ActConventionCommand.class})
public final class ActCommand {

    /** Writes a draft about one EPCI, or shows it. */
    abstract static class ActDraftCommand extends OperatorCommand {

        @Parameters(paramLabel = "EPCI", description = "Le SIREN ou le nom d'une intercommunalité.")
        private String asked;

        @Option(
                names = "--odt",
                paramLabel = "FICHIER",
                description = "Un texte OpenDocument à compléter ; sans lui, le projet s'affiche.")
        private @Nullable Path odt;

        @Option(names = "--force", description = "Remplace le fichier s'il existe.")
        private boolean force;

        /** The draft; empty where there is nothing to decide. */
        abstract Optional<ActDraft> draft(Dossier dossier, ActOrigin origin);

        @Override
        public final Integer call() {
            OutputFile.requireFree(odt, force);
            ActDraft draft = draft();
            if (odt == null) {
                out().println(draft.document().asText());
            } else {
                OutputFile.write(odt, force, to -> to.write(draft.asOdt()));
                written(odt);
            }
            return DONE;
        }

        private ActDraft draft() {
            PublishedResults current = SubjectExplanation.current(context);
            ExplainedSubject subject = ExplainedSubjects.of(current).one(asked, this::wrongUse);
            if (subject.kind() != ExplainedSubject.Kind.EPCI) {
                throw wrongUse("« " + asked + " » n'est pas une intercommunalité : " + whose(subject));
            }
            SubjectExplanation explanation = new SubjectExplanation(
                    subject, current, context.read(KnownDecisions.class).ofEpci(subject.epci()), context);
            ActOrigin origin = new ActOrigin(
                    current.run().id(),
                    current.run().baremeId(),
                    explanation.isExercise(),
                    explanation.mention(),
                    explanation.decisions().stream()
                            .map(known -> DecisionWords.sentence(known.decision(), known.journalled()))
                            .toList());
            return explanation
                    .dossier()
                    .flatMap(dossier -> draft(dossier, origin))
                    .orElseThrow(() -> wrongUse("Il n'y a rien à décider pour « " + subject.name()
                            + " » : aucun tiers lieu n'y est proposé, et l'aide à l'étude a été refusée."));
        }

        private static String whose(ExplainedSubject subject) {
            return subject.epci().equals(Partitions.WITHOUT_EPCI)
                    ? "cette salle n'est d'aucune, il n'y a pas d'acte à préparer."
                    : "donnez la sienne, " + subject.epci() + ".";
        }
    }

    @Command(
            name = "convention",
            description =
                    "Le projet de l'annexe financière de la convention : plan de financement prévisionnel, conditions,"
                            + " étapes.")
    static final class ActConventionCommand extends ActDraftCommand {

        @Override
        Optional<ActDraft> draft(Dossier dossier, ActOrigin origin) {
            return ActDraft.convention(dossier, origin);
        }
    }

    @Command(
            name = "deliberation",
            description = "Le projet de la délibération de la Région : visas, considérants, articles.")
    static final class ActDeliberationCommand extends ActDraftCommand {

        @Override
        Optional<ActDraft> draft(Dossier dossier, ActOrigin origin) {
            return ActDraft.deliberation(dossier, origin);
        }
    }
}
