package fr.passerelle.console.plan;

import fr.passerelle.console.ConsoleSettings;
import fr.passerelle.console.bareme.BaremeRobustness.EpciMargin;
import fr.passerelle.console.epci.EpciRows;
import fr.passerelle.console.epci.EpciRows.EpciRow;
import fr.passerelle.console.figure.AreaFigures;
import fr.passerelle.console.map.Maps;
import fr.passerelle.console.page.DocumentBlock;
import fr.passerelle.console.page.NotFound;
import fr.passerelle.console.page.PageFrench;
import fr.passerelle.console.page.PageTexts;
import fr.passerelle.console.page.Slice;
import fr.passerelle.console.plan.Alerts.EtapeRow;
import fr.passerelle.console.plan.Candidate.SeatComparison;
import fr.passerelle.console.plan.ConclusionView.Reasons;
import fr.passerelle.console.plan.Explanation.ExplanationView;
import fr.passerelle.console.plan.PlanView.ChangeGroup;
import fr.passerelle.console.plan.PlanView.Money;
import fr.passerelle.console.plan.PlanView.ProjectView;
import fr.passerelle.console.plan.PlanView.ShortList;
import fr.passerelle.console.plan.PlanView.Version;
import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.console.tour.Agendas;
import fr.passerelle.published.current.PastResults;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.current.PublishedRun;
import fr.passerelle.published.current.RunCache;
import fr.passerelle.published.decision.DecisionTable;
import fr.passerelle.published.decision.KnownDecisions;
import fr.passerelle.published.origin.SourceFiles;
import fr.passerelle.published.place.PlaceTable;
import fr.passerelle.rules.explanation.Origin;
import fr.passerelle.schemas.bareme.JeuDeRegles;
import fr.passerelle.schemas.event.Demande;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.texts.ActDraft;
import fr.passerelle.texts.ActOrigin;
import fr.passerelle.texts.DecisionWords;
import fr.passerelle.texts.Document;
import fr.passerelle.texts.Dossier;
import fr.passerelle.texts.LegalDocument;
import fr.passerelle.texts.MaireText;
import fr.passerelle.texts.MentionText;
import fr.passerelle.texts.NeedTable;
import fr.passerelle.texts.ProjectDocument;
import fr.passerelle.texts.ToldChange;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;

/** The plans that are published as pages show them. */
@Component
class PlanViews {

    private final CurrentResults current;
    private final EpciRows rows;
    private final Maps maps;
    private final PastResults past;
    private final DecisionTable decisions;
    private final KnownDecisions known;
    private final SourceFiles files;
    private final PlaceTable places;
    private final PageTexts texts;
    private final ConsoleSettings.Mention mention;
    private final Agendas agendas;

    /** By SIREN, each made when it is first asked for. */
    private final RunCache<Map<String, Explanation>> explanations =
            new RunCache<>(published -> new ConcurrentHashMap<>());

    private final RunCache<Map<String, byte[]>> pdfs = new RunCache<>(published -> new ConcurrentHashMap<>());
    private final ReentrantLock layout = new ReentrantLock();

    PlanViews(
            CurrentResults current,
            EpciRows rows,
            Maps maps,
            PastResults past,
            DecisionTable decisions,
            KnownDecisions known,
            SourceFiles files,
            PlaceTable places,
            PageTexts texts,
            ConsoleSettings settings,
            Agendas agendas) {
        this.current = current;
        this.rows = rows;
        this.maps = maps;
        this.past = past;
        this.decisions = decisions;
        this.known = known;
        this.files = files;
        this.places = places;
        this.texts = texts;
        this.mention = settings.mention();
        this.agendas = agendas;
    }

    /**
     * The plan of an EPCI.
     *
     * @param key what is divided by, {@code seances}, else by inhabitants
     * @param leaving INSEE code of the commune that would leave; of none where none would
     * @throws NotFound where it has none
     */
    PlanView view(String siren, boolean whole, String key, String leaving) {
        PublishedResults published = current.get();
        Dossier dossier = dossier(published, siren);
        Plan plan = dossier.plan();
        JeuDeRegles rules = published.run().bareme().jeuDeRegles();
        EpciRow row = Objects.requireNonNull(rows.of(published).get(siren));
        Reasons reasons = new Reasons(plan, rules, MaireText.precedence(dossier), texts);
        return new PlanView(
                plan,
                subtitle(plan, row, published),
                ConclusionView.of(plan, row.mark(), reasons, texts),
                AreaFigures.of(plan, published),
                EpciMargin.of(plan),
                Alerts.of(dossier, published, texts),
                seats(plan, published, rules, whole),
                ShortList.of(EtapeRow.of(dossier), whole),
                dossier.animationCost(),
                maps.epci(published, plan),
                Money.of(plan),
                ProjectView.of(project(published, dossier), key, leaving),
                ChangeGroup.of(ToldChange.of(dossier), whole),
                ShortList.of(Version.of(past.plans(siren, published.run()), published, texts), whole),
                decisions(published, siren),
                NeedTable.of(places.needs(siren, published.run().no()), dossier, published.communes(siren)),
                ActDraft.isDue(dossier),
                MaireText.of(dossier),
                mention(published, plan),
                agendas.of(siren));
    }

    /** A page of the whole explanation, or all of it where somebody asked for it. */
    ExplanationView explanation(String siren, int page, boolean whole) {
        PublishedResults published = current.get();
        Dossier dossier = dossier(published, siren);
        Explanation explanation =
                explanations.of(published).computeIfAbsent(siren, asked -> explanation(published, dossier));
        return new ExplanationView(
                dossier.plan(),
                "explication",
                explanation.title(),
                explanation.page(page, whole),
                mention(published, dossier.plan()));
    }

    /** The draft of an act; empty where there is nothing to decide. */
    Optional<ActDraft> act(String siren, BiFunction<Dossier, ActOrigin, Optional<ActDraft>> kind) {
        PublishedResults published = current.get();
        Dossier dossier = dossier(published, siren);
        PublishedRun run = published.run();
        return kind.apply(
                dossier,
                new ActOrigin(
                        run.id(),
                        run.baremeId(),
                        dossier.plan().getDemonstration() || run.illustration(),
                        mention(published, dossier.plan()),
                        known.ofEpci(siren).stream()
                                .map(one -> DecisionWords.sentence(one.decision(), one.journalled()))
                                .toList()));
    }

    /** The same, as a page. */
    ExplanationView act(String siren, String what, ActDraft draft) {
        PublishedResults published = current.get();
        Plan plan = dossier(published, siren).plan();
        List<DocumentBlock> blocks = DocumentBlock.of(draft.document());
        return new ExplanationView(
                plan, what, draft.document().title(), new Slice<>(blocks, 1, 1, blocks.size()), draft.header());
    }

    /** The two pages as an OpenDocument text: without the annexes it stays small, however many rooms there are. */
    byte[] odt(String siren) {
        PublishedResults published = current.get();
        Dossier dossier = dossier(published, siren);
        return pages(published, dossier).asOdt(header(published, dossier.plan()));
    }

    /** The two pages as a PDF: one is laid out at a time, once a run. */
    byte[] pdf(String siren) {
        PublishedResults published = current.get();
        Dossier dossier = dossier(published, siren);
        layout.lock();
        try {
            return pdfs.of(published)
                    .computeIfAbsent(
                            siren, asked -> pages(published, dossier).asPdf(header(published, dossier.plan())));
        } finally {
            layout.unlock();
        }
    }

    private static Document pages(PublishedResults published, Dossier dossier) {
        return LegalDocument.pages(dossier, SourceFiles.origin(published.run()));
    }

    /** On an exercise each page says that it is one. */
    private String header(PublishedResults published, Plan plan) {
        return plan.getDemonstration() || published.run().illustration() ? mention(published, plan) : "";
    }

    private Explanation explanation(PublishedResults published, Dossier dossier) {
        return Explanation.of(legal(published, dossier));
    }

    private Document legal(PublishedResults published, Dossier dossier) {
        return LegalDocument.of(dossier, origin(published, dossier))
                .then(project(published, dossier).annex());
    }

    private Origin origin(PublishedResults published, Dossier dossier) {
        List<String> rooms =
                dossier.scores().stream().map(Frequentation::getRoomId).toList();
        String siren = dossier.plan().getEpci();
        Map<String, List<Demande>> needs =
                Map.of(siren, places.needs(siren, published.run().no()));
        return files.origin(published.run(), rooms).with(needs);
    }

    private static ProjectDocument project(PublishedResults published, Dossier dossier) {
        return ProjectDocument.of(dossier, published.epcis().get(dossier.plan().getEpci()));
    }

    private SeatComparison seats(Plan plan, PublishedResults published, JeuDeRegles rules, boolean whole) {
        List<Candidate> candidates = Candidate.of(plan, texts);
        boolean sites = candidates.stream().anyMatch(Candidate::site);
        return SeatComparison.of(
                candidates, sites ? files.readBy(published.run().no(), "SITES") : List.of(), rules, whole);
    }

    private String subtitle(Plan plan, EpciRow row, PublishedResults published) {
        PageFrench french = PageFrench.INSTANCE;
        return texts.say(
                "epci.sous-titre",
                french.number(plan.getPopulation()),
                published.communes(plan.getEpci()).size(),
                row.need(),
                french.atTheEndOf(plan.getAsOf()));
    }

    private List<DecisionView> decisions(PublishedResults published, String siren) {
        return decisions.ofEpci(siren, published.run()).stream()
                .map(one -> DecisionView.of(one, published))
                .toList();
    }

    private static Dossier dossier(PublishedResults published, String siren) {
        return Dossier.of(published.proposals(), siren).orElseThrow(NotFound::new);
    }

    private String mention(PublishedResults published, Plan plan) {
        return MentionText.of(
                plan.getDemonstration(), published.run().illustration(), mention.service(), mention.adresse());
    }
}
