package fr.passerelle.cli.explain;

import fr.passerelle.cli.command.OperatorCommand;
import fr.passerelle.cli.explain.ExplainedSubjects.ExplainedSubject;
import fr.passerelle.cli.export.OutputFile;
import fr.passerelle.cli.people.DecisionsCommand;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.decision.KnownDecisions;
import fr.passerelle.schemas.contract.RecordJson;
import fr.passerelle.sheets.explanation.TraceDocument;
import fr.passerelle.sheets.form.Block;
import fr.passerelle.sheets.form.Document;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A proposal explained to those it concerns. */
@Command(
        name = "explain",
        description = "Explique ce qui est proposé pour une salle, un site ou une intercommunalité : le texte du"
                + " maire, en dehors de toute option.")
public final class ExplainCommand extends OperatorCommand {

    @Parameters(
            paramLabel = "SALLE|SITE|EPCI",
            description = "Identifiant ou nom d'une salle ou d'un site, SIREN ou nom d'une intercommunalité.")
    private String asked;

    @ArgGroup
    private Form form = new Form();

    @Option(names = "--legal", description = "Ajoute l'explication complète (article R311-3-1-2 du CRPA).")
    private boolean legal;

    @Option(names = "--trace", description = "Ajoute la trace technique.")
    private boolean trace;

    @Option(names = "--force", description = "Remplace le fichier de --odt ou de --pdf s'il existe.")
    private boolean force;

    /** One form at a time. */
    static final class Form {

        @Option(names = "--text", description = "Du texte, sans autre forme (par défaut).")
        private boolean text;

        @Option(names = "--json", description = "Un objet JSON : textes, explication complète et trace.")
        private boolean json;

        @Option(names = "--html", description = "Une page HTML accessible, sans script.")
        private boolean html;

        @Option(
                names = "--odt",
                paramLabel = "FICHIER",
                description = "Un texte OpenDocument, à mettre à l'en-tête du service.")
        private @Nullable Path odt;

        @Option(names = "--pdf", paramLabel = "FICHIER", description = "Un PDF accessible (PDF/UA), polices comprises.")
        private @Nullable Path pdf;
    }

    @Override
    public Integer call() {
        Path file = form.odt == null ? form.pdf : form.odt;
        OutputFile.requireFree(file, force);
        SubjectExplanation explanation = explanation();
        if (!explanation.isExercise() && !explanation.service().isConfigured()) {
            err().println("La mention légale ne dit pas encore à qui écrire : renseignez passerelle.mention.service"
                    + " et passerelle.mention.adresse.");
        }
        if (file == null) {
            out(form.json || form.html).println(formed(explanation));
        } else {
            write(explanation, file);
        }
        return DONE;
    }

    private SubjectExplanation explanation() {
        PublishedResults current = SubjectExplanation.current(context);
        ExplainedSubject subject = ExplainedSubjects.of(current).one(asked, this::wrongUse);
        return new SubjectExplanation(
                subject, current, context.read(KnownDecisions.class).about(subject.subject()), context);
    }

    private void write(SubjectExplanation explanation, Path file) {
        Document document = explanation.document(legal, trace);
        String header = explanation.isExercise() ? explanation.mention() : "";
        byte[] written = form.odt == null ? document.asPdf(header) : document.asOdt(header);
        OutputFile.write(file, force, to -> to.write(written));
        written(file);
    }

    private String formed(SubjectExplanation explanation) {
        if (form.json) {
            return RecordJson.of(json(explanation));
        }
        return form.html ? explanation.document(legal, trace).asHtml() : explanation.text(legal, trace);
    }

    /** For machines: the text that a maire reads, then the whole explanation and the trace, block by block; these are empty without EPCI. */
    private static Map<String, @Nullable Object> json(SubjectExplanation explanation) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("id", explanation.subject().id());
        fields.put("nom", explanation.subject().name());
        fields.put("execution", explanation.current().run().id());
        fields.put("bareme", explanation.origin().baremeId());
        fields.put("empreinteBareme", explanation.origin().baremeHash());
        fields.put("demonstration", explanation.demonstration());
        fields.put("illustration", explanation.current().run().illustration());
        fields.put("texte", explanation.maire());
        fields.put("mention", explanation.mention());
        fields.put(
                "decisions",
                explanation.decisions().stream().map(DecisionsCommand::json).toList());
        fields.put("explication", blocks(explanation.legal()));
        fields.put("trace", blocks(explanation.dossier().map(TraceDocument::of)));
        return fields;
    }

    private static List<Block> blocks(Optional<Document> document) {
        return document.map(Document::blocks).orElse(List.of());
    }
}
