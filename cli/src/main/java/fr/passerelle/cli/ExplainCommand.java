package fr.passerelle.cli;

import fr.passerelle.published.decision.KnownDecision;
import fr.passerelle.published.decision.KnownDecisions;
import fr.passerelle.published.origin.Explanations;
import fr.passerelle.schemas.contract.RecordJson;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** A proposal explained to those it concerns. */
@Command(
        name = "explain",
        description = "Explique ce qui est proposé pour une salle, un site ou une intercommunalité : le texte du"
                + " maire, en dehors de toute option.")
final class ExplainCommand extends ApplicationCommand {

    @Parameters(
            paramLabel = "SALLE|SITE|EPCI",
            description = "Identifiant ou nom d'une salle ou d'un site, SIREN ou nom d'une intercommunalité.")
    @SuppressWarnings("NullAway.Init")
    private String asked;

    @ArgGroup
    private @Nullable Form form;

    @Option(names = "--legal", description = "Ajoute l'explication complète (article R311-3-1-2 du CRPA).")
    private boolean legal;

    @Option(names = "--trace", description = "Ajoute la trace technique.")
    private boolean trace;

    /** One form at a time. */
    static final class Form {

        @Option(names = "--text", description = "Du texte, sans autre forme (par défaut).")
        private boolean text;

        @Option(names = "--json", description = "Un objet JSON : textes, explication complète et trace.")
        private boolean json;

        @Option(names = "--html", description = "Une page HTML accessible, sans script.")
        private boolean html;

        @Option(names = "--pdf-ready", description = "La même, prête à imprimer en PDF : A4, pages numérotées.")
        private boolean printable;
    }

    ExplainCommand(CommandContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        context.keepOutputForMachines();
        Explanations.Current current =
                context.partOnDatabase(Explanations.class).current();
        Mention mention = Mention.of(context.part(Environment.class));
        ExplainedSubject subject = one(ExplainedSubjects.of(current));
        SubjectExplanation subjectExplanation = SubjectExplanation.of(subject, current, mention, decided(subject));
        warn(subjectExplanation, mention);
        out(form != null && !form.text).println(formed(subjectExplanation));
        return OutcomePrinter.DONE;
    }

    private List<KnownDecision> decided(ExplainedSubject subject) {
        return context.part(KnownDecisions.class).all().stream()
                .filter(known -> known.decision().getSubject().equals(subject.subject()))
                .toList();
    }

    private String formed(SubjectExplanation subjectExplanation) {
        if (form != null && form.json) {
            return RecordJson.write(ExplanationJson.of(subjectExplanation));
        }
        if (form != null && form.html) {
            return subjectExplanation.document(legal, trace).asHtml();
        }
        return form != null && form.printable
                ? subjectExplanation.document(legal, trace).asPrintableHtml()
                : subjectExplanation.text(legal, trace);
    }

    private void warn(SubjectExplanation subjectExplanation, Mention mention) {
        if (!subjectExplanation.isExercise() && !mention.isConfigured()) {
            err().println("La mention légale ne dit pas encore à qui écrire : renseignez passerelle.mention.service"
                    + " et passerelle.mention.adresse.");
        }
    }

    private ExplainedSubject one(ExplainedSubjects subjects) {
        List<ExplainedSubject> named = subjects.named(asked);
        return switch (named.size()) {
            case 0 ->
                throw refused("« " + asked + " » n'est ni une salle, ni un site, ni une intercommunalité connue"
                        + among(" ; voisins : ", subjects.near(asked)));
            case 1 -> named.getFirst();
            default -> throw refused("« " + asked + " » se dit de plusieurs" + among(" : ", named));
        };
    }

    private ParameterException refused(String sentence) {
        return wrongUse(sentence + ".");
    }

    private static String among(String before, List<ExplainedSubject> subjects) {
        return subjects.isEmpty()
                ? ""
                : subjects.stream()
                        .map(subject -> subject.id() + " (" + subject.name() + ")")
                        .collect(Collectors.joining(", ", before, ""));
    }
}
