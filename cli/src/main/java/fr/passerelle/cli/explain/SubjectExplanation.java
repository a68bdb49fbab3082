package fr.passerelle.cli.explain;

import fr.passerelle.cli.command.CommandContext;
import fr.passerelle.cli.explain.ExplainedSubjects.ExplainedSubject;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.current.ReadModel;
import fr.passerelle.published.decision.KnownDecisions.KnownDecision;
import fr.passerelle.published.origin.SourceFiles;
import fr.passerelle.published.place.PlaceTable;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.Runs;
import fr.passerelle.rules.explanation.Origin;
import fr.passerelle.schemas.event.NeedsReported;
import fr.passerelle.schemas.fault.RunRefused;
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
import fr.passerelle.sheets.french.Mention;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A subject with all its texts, what was decided about it, in the order of recording, and the results of its EPCI; none for a room without. */
record SubjectExplanation(
        ExplainedSubject subject,
        PublishedResults current,
        Origin origin,
        Mention service,
        List<KnownDecision> decisions,
        Optional<Dossier> whole) {

    private static final String BREAK = "\n\n";

    SubjectExplanation(
            ExplainedSubject subject, PublishedResults current, List<KnownDecision> decisions, CommandContext context) {
        this(
                subject,
                current,
                origin(current, context),
                context.configured("passerelle.mention", Mention.class),
                decisions,
                Dossier.of(current.proposals(), subject.epci()));
    }

    /** @throws RunRefused when no run was published */
    static PublishedResults current(CommandContext context) {
        Run current = context.read(Runs.class)
                .requireCurrent("il n'y a rien à expliquer. Lancez-en une (« ./passerelle nightly … »).");
        return context.read(ReadModel.class).published(current.no());
    }

    private static Origin origin(PublishedResults current, CommandContext context) {
        return context.read(SourceFiles.class)
                .origin(current.run(), List.copyOf(current.proposals().scores().keySet()))
                .with(context.read(PlaceTable.class).needs(current.run().no()).values().stream()
                        .collect(Collectors.toMap(NeedsReported::getEpci, NeedsReported::getDemandes)));
    }

    /** Whether its data are a reconstruction. */
    boolean demonstration() {
        return whole.map(one -> one.plan().getDemonstration())
                .orElse(current.run().demonstration());
    }

    /** Whether it is no proposal: then no mention is due. */
    boolean isExercise() {
        return demonstration() || current.run().illustration();
    }

    String mention() {
        return service.text(demonstration(), current.run().illustration());
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
            case ROOM -> LegalDocument.ofRoom(one, subject.id(), origin);
            case SITE -> LegalDocument.of(one, origin);
            case EPCI ->
                LegalDocument.of(one, origin)
                        .then(ProjectDocument.of(one, current.epcis().get(subject.id()))
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
                .orElseGet(() -> RoomText.withoutEpci(
                        subject.name(),
                        Objects.requireNonNull(
                                current.proposals().scores().get(subject.id()), "A subject has a score or a plan")));
    }
}
