package fr.passerelle.cli.explain;

import fr.passerelle.batch.report.Explanations;
import fr.passerelle.cli.explain.ExplainedSubjects.ExplainedSubject;
import fr.passerelle.published.decision.KnownDecisions.KnownDecision;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.sheets.explanation.Dossier;
import fr.passerelle.sheets.explanation.LegalDocument;
import fr.passerelle.sheets.explanation.MaireText;
import fr.passerelle.sheets.explanation.ProjectDocument;
import fr.passerelle.sheets.explanation.RoomText;
import fr.passerelle.sheets.explanation.RoomText.SiteText;
import fr.passerelle.sheets.explanation.TraceDocument;
import fr.passerelle.sheets.form.Block;
import fr.passerelle.sheets.form.Document;
import fr.passerelle.sheets.french.Codes.DecisionWords;
import fr.passerelle.sheets.french.MentionText;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * A subject with all its texts.
 *
 * @param decisions what was decided about it, in the order in which it was recorded
 * @param whole the results of its EPCI; empty for a room without one
 */
record SubjectExplanation(
        ExplainedSubject subject,
        Explanations.Current current,
        Mention service,
        List<KnownDecision> decisions,
        Optional<Dossier> whole) {

    private static final String BREAK = "\n\n";

    SubjectExplanation(
            ExplainedSubject subject, Explanations.Current current, Mention service, List<KnownDecision> decisions) {
        this(subject, current, service, decisions, Dossier.of(current.results().proposals(), subject.epci()));
    }

    /** Whether its data are a reconstruction. */
    boolean demonstration() {
        return whole.map(one -> one.plan().getDemonstration())
                .orElse(current.results().run().demonstration());
    }

    /** Whether its barème only illustrates what another one would give. */
    boolean illustration() {
        return current.results().run().illustration();
    }

    /** Whether it is no proposal: then no mention is due. */
    boolean isExercise() {
        return demonstration() || illustration();
    }

    String mention() {
        return MentionText.of(demonstration(), illustration(), service.service(), service.adresse());
    }

    /** Its results, of a room alone where it is one. */
    Optional<Dossier> dossier() {
        return whole.map(all -> subject.kind() == ExplainedSubject.Kind.ROOM ? all.ofRoom(subject.id()) : all);
    }

    String text(boolean legal, boolean trace) {
        return Stream.concat(paragraphs(), parts(legal, trace).map(Document::asText))
                .collect(Collectors.joining(BREAK));
    }

    Document document(boolean legal, boolean trace) {
        Document page = new Document(
                subject.name(), paragraphs().<Block>map(Block.Paragraph::new).toList());
        return parts(legal, trace).reduce(page, Document::then);
    }

    /** What was decided stands beside what is proposed. */
    private Stream<String> paragraphs() {
        Stream<String> decided =
                decisions.stream().map(known -> DecisionWords.sentence(known.decision(), known.journalled()));
        return Stream.of(Stream.of(maire()), decided, Stream.of(mention())).flatMap(texts -> texts);
    }

    private Stream<Document> parts(boolean legal, boolean trace) {
        return Stream.concat(
                legal ? legal().stream() : Stream.empty(),
                trace ? dossier().map(TraceDocument::of).stream() : Stream.empty());
    }

    /** The whole explanation, with what an EPCI expects and would divide as its annex; empty for a room without EPCI. */
    Optional<Document> legal() {
        return dossier().map(one -> switch (subject.kind()) {
            case ROOM -> LegalDocument.ofRoom(one, subject.id(), current.origin());
            case SITE -> LegalDocument.of(one, current.origin());
            case EPCI ->
                LegalDocument.of(one, current.origin())
                        .then(ProjectDocument.of(one, current.results().epcis().get(subject.id()))
                                .annex());
        });
    }

    /** What a maire reads of it. */
    String maire() {
        return whole.map(dossier -> switch (subject.kind()) {
                    case EPCI -> MaireText.of(dossier);
                    case ROOM -> RoomText.of(dossier, subject.id());
                    case SITE -> SiteText.of(dossier, subject.id());
                })
                .orElseGet(this::alone);
    }

    private String alone() {
        Frequentation score = Objects.requireNonNull(
                current.results().proposals().scores().get(subject.id()), "A subject has a score or a plan");
        return RoomText.withoutEpci(subject.name(), score);
    }

    /**
     * Who answers for the algorithm, as the mention of articles L311-3-1 and R311-3-1-1 of the CRPA has to say.
     *
     * @param service name of the service; empty where nobody configured it
     * @param adresse where to write to it; empty where nobody configured it
     */
    record Mention(String service, String adresse) {

        /** As it is configured under {@code passerelle.mention}. */
        static Mention of(Environment environment) {
            return Binder.get(environment).bindOrCreate("passerelle.mention", Mention.class);
        }

        boolean isConfigured() {
            return !service.isBlank() && !adresse.isBlank();
        }

        String serviceOrHow() {
            return service.isBlank() ? "à préciser (clé passerelle.mention.service)" : service;
        }

        String adresseOrHow() {
            return adresse.isBlank() ? "à préciser (clé passerelle.mention.adresse)" : adresse;
        }
    }
}
