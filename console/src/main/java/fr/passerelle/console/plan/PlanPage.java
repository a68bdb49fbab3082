package fr.passerelle.console.plan;

import fr.passerelle.console.ConsoleSettings;
import fr.passerelle.console.bareme.BaremeRobustness.EpciMargin;
import fr.passerelle.console.figure.AreaFigures;
import fr.passerelle.console.map.Maps;
import fr.passerelle.console.page.DocumentBlock;
import fr.passerelle.console.page.FileAnswer;
import fr.passerelle.console.page.NotFound;
import fr.passerelle.console.page.PageFrench;
import fr.passerelle.console.page.PageTexts;
import fr.passerelle.console.page.Slice;
import fr.passerelle.console.plan.Alerts.EtapeRow;
import fr.passerelle.console.plan.Candidate.SeatComparison;
import fr.passerelle.console.plan.PlanPage.Explanation.ExplanationView;
import fr.passerelle.console.plan.PlanView.ChangeGroup;
import fr.passerelle.console.plan.PlanView.Money;
import fr.passerelle.console.plan.PlanView.ProjectView;
import fr.passerelle.console.plan.PlanView.ShortList;
import fr.passerelle.console.plan.PlanView.Version;
import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.console.reading.DecisionTable;
import fr.passerelle.console.reading.PastResults;
import fr.passerelle.console.reading.RunCache;
import fr.passerelle.console.tour.AgendaPages.Agendas;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.current.PublishedResults.PublishedRun;
import fr.passerelle.published.decision.KnownDecisions;
import fr.passerelle.published.origin.SourceFiles;
import fr.passerelle.published.place.PlaceTable;
import fr.passerelle.rules.explanation.Origin;
import fr.passerelle.schemas.bareme.JeuDeRegles;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.sheets.act.ActDraft;
import fr.passerelle.sheets.act.ActDraft.ActOrigin;
import fr.passerelle.sheets.explanation.ChangePart.SmallestChange;
import fr.passerelle.sheets.explanation.Dossier;
import fr.passerelle.sheets.explanation.LegalDocument;
import fr.passerelle.sheets.explanation.MaireText;
import fr.passerelle.sheets.explanation.NeedTable;
import fr.passerelle.sheets.explanation.ProjectDocument;
import fr.passerelle.sheets.form.Block;
import fr.passerelle.sheets.form.Document;
import fr.passerelle.sheets.french.Codes;
import fr.passerelle.sheets.french.Codes.DecisionWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of one EPCI, its whole explanation, and the drafts of the acts that would follow. */
@Controller
record PlanPage(
        CurrentResults current,
        Maps maps,
        PastResults past,
        DecisionTable decisions,
        KnownDecisions known,
        SourceFiles files,
        PlaceTable places,
        PageTexts texts,
        ConsoleSettings settings,
        Agendas agendas,
        LaidOut laidOut) {

    private static final MediaType ODT = MediaType.parseMediaType("application/vnd.oasis.opendocument.text");

    @GetMapping("/intercommunalites/{siren}")
    ModelAndView one(
            @PathVariable String siren,
            @RequestParam Optional<String> tout,
            @RequestParam(defaultValue = "") String cle,
            @RequestParam(defaultValue = "") String quitte) {
        return new ModelAndView("plan/une", "page", view(siren, tout.isPresent(), cle, quitte));
    }

    /** The plan of an EPCI, or {@link NotFound}; what stays with it divided by {@code seances} or else inhabitants, without who leaves. */
    private PlanView view(String siren, boolean whole, String key, String leaving) {
        PublishedResults published = current.get();
        Dossier dossier = dossier(published, siren);
        Plan plan = dossier.plan();
        JeuDeRegles rules = published.run().bareme().jeuDeRegles();
        return new PlanView(
                plan,
                subtitle(plan, published),
                new ConclusionView(plan, rules, MaireText.precedence(dossier), texts),
                AreaFigures.of(plan, published),
                EpciMargin.of(plan),
                Alerts.of(dossier, published),
                seats(plan, published, rules, whole),
                ShortList.of(EtapeRow.of(dossier), whole),
                dossier.animationCost(),
                maps.epci(published, plan),
                Money.of(plan),
                ProjectView.of(project(published, dossier), key, leaving),
                ChangeGroup.of(SmallestChange.of(dossier), whole),
                ShortList.of(Version.of(past.plans(siren, published.run()), published, texts), whole),
                decisions(published, siren),
                NeedTable.of(places.needs(siren, published.run().no()), dossier, published.communes(siren)),
                ActDraft.isDue(dossier),
                MaireText.of(dossier),
                mention(published, plan),
                agendas.of(siren));
    }

    @GetMapping("/intercommunalites/{siren}/explication")
    ModelAndView explanation(
            @PathVariable String siren,
            @RequestParam Optional<String> tout,
            @RequestParam(required = false) @Nullable String page) {
        PublishedResults published = current.get();
        Dossier dossier = dossier(published, siren);
        Explanation explanation = laidOut.explanations
                .of(published)
                .computeIfAbsent(siren, asked -> Explanation.of(legal(published, dossier)));
        Slice<DocumentBlock> slice = explanation.page(Slice.asked(page), tout.isPresent());
        Plan plan = dossier.plan();
        ExplanationView view =
                new ExplanationView(plan, "explication", explanation.title(), slice, mention(published, plan));
        return new ModelAndView("plan/explication", "page", view);
    }

    @GetMapping("/intercommunalites/{siren}/{act:deliberation|convention}")
    ModelAndView act(@PathVariable String siren, @PathVariable String act) {
        ActDraft draft = draft(siren, act);
        List<DocumentBlock> blocks = DocumentBlock.of(draft.document());
        Slice<DocumentBlock> slice = new Slice<>(blocks, 1, 1, blocks.size());
        Plan plan = dossier(current.get(), siren).plan();
        ExplanationView page = new ExplanationView(plan, act, draft.document().title(), slice, draft.header());
        return new ModelAndView("plan/explication", "page", page);
    }

    @GetMapping("/intercommunalites/{siren}/{act:deliberation|convention}.odt")
    ResponseEntity<byte[]> actFile(@PathVariable String siren, @PathVariable String act) {
        return FileAnswer.of(act + "-" + siren + ".odt", ODT, draft(siren, act).asOdt());
    }

    /** @throws NotFound where there is nothing to decide */
    private ActDraft draft(String siren, String act) {
        PublishedResults published = current.get();
        Dossier dossier = dossier(published, siren);
        PublishedRun run = published.run();
        ActOrigin origin = new ActOrigin(
                run.id(),
                run.baremeId(),
                dossier.plan().getDemonstration() || run.illustration(),
                mention(published, dossier.plan()),
                known.ofEpci(siren).stream()
                        .map(one -> DecisionWords.sentence(one.decision(), one.journalled()))
                        .toList());
        return (act.equals("convention")
                        ? ActDraft.convention(dossier, origin)
                        : ActDraft.deliberation(dossier, origin))
                .orElseThrow(NotFound::new);
    }

    /** The two pages as an OpenDocument text: without the annexes it stays small, however many rooms there are. */
    @GetMapping("/intercommunalites/{siren}/explication.odt")
    ResponseEntity<byte[]> odt(@PathVariable String siren) {
        PublishedResults published = current.get();
        Dossier dossier = dossier(published, siren);
        return FileAnswer.of(
                "explication-" + siren + ".odt",
                ODT,
                pages(published, dossier).asOdt(header(published, dossier.plan())));
    }

    /** The two pages as a PDF: one is laid out at a time, once a run. */
    @GetMapping("/intercommunalites/{siren}/explication.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String siren) {
        PublishedResults published = current.get();
        Dossier dossier = dossier(published, siren);
        byte[] pdf =
                laidOut.pdf(published, siren, () -> pages(published, dossier).asPdf(header(published, dossier.plan())));
        return FileAnswer.of("explication-" + siren + ".pdf", MediaType.APPLICATION_PDF, pdf);
    }

    private static Document pages(PublishedResults published, Dossier dossier) {
        return LegalDocument.pages(dossier, SourceFiles.origin(published.run()));
    }

    /** On an exercise each page says that it is one. */
    private String header(PublishedResults published, Plan plan) {
        return plan.getDemonstration() || published.run().illustration() ? mention(published, plan) : "";
    }

    private Document legal(PublishedResults published, Dossier dossier) {
        List<String> rooms =
                dossier.scores().stream().map(Frequentation::getRoomId).toList();
        String siren = dossier.plan().getEpci();
        Origin origin = files.origin(published.run(), rooms)
                .with(Map.of(siren, places.needs(siren, published.run().no())));
        return LegalDocument.of(dossier, origin)
                .then(project(published, dossier).annex());
    }

    private static ProjectDocument project(PublishedResults published, Dossier dossier) {
        return ProjectDocument.of(dossier, published.epcis().get(dossier.plan().getEpci()));
    }

    private SeatComparison seats(Plan plan, PublishedResults published, JeuDeRegles rules, boolean whole) {
        List<Candidate> candidates = Candidate.of(plan);
        boolean sites = candidates.stream().anyMatch(Candidate::site);
        return SeatComparison.of(
                candidates, sites ? files.readBy(published.run().no(), "SITES") : List.of(), rules, whole);
    }

    private String subtitle(Plan plan, PublishedResults published) {
        PageFrench french = PageFrench.INSTANCE;
        return texts.say(
                "epci.sous-titre",
                french.number(plan.getPopulation()),
                published.communes(plan.getEpci()).size(),
                Codes.outcome(plan.getBesoin().name()),
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
        return settings.mention().text(plan.getDemonstration(), published.run().illustration());
    }

    /** What is laid out once a run, by SIREN, when it is first asked for; one PDF at a time. */
    @Component
    static final class LaidOut {

        private final RunCache<Map<String, Explanation>> explanations =
                new RunCache<>(published -> new ConcurrentHashMap<>());
        private final RunCache<Map<String, byte[]>> pdfs = new RunCache<>(published -> new ConcurrentHashMap<>());
        private final ReentrantLock layout = new ReentrantLock();

        private byte[] pdf(PublishedResults published, String siren, Supplier<byte[]> made) {
            layout.lock();
            try {
                return pdfs.of(published).computeIfAbsent(siren, asked -> made.get());
            } finally {
                layout.unlock();
            }
        }
    }

    /** The whole explanation of one EPCI, by pages, at least one: what stands alone first, then its annexes, about as many lines a page. */
    record Explanation(String title, List<List<DocumentBlock>> pages) {

        private static final int LINES = 200;
        private static final int ROWS = 50;

        static Explanation of(Document document) {
            List<List<DocumentBlock>> pages = new ArrayList<>(List.of(new ArrayList<>()));
            int lines = 0;
            for (DocumentBlock block : DocumentBlock.of(document).stream()
                    .flatMap(one -> one.cut(ROWS))
                    .toList()) {
                boolean annexes = pages.size() == 1 && Block.isAnnex(block.text());
                if (annexes || pages.size() > 1 && lines + block.lines() > LINES) {
                    pages.add(new ArrayList<>());
                    lines = 0;
                }
                pages.getLast().add(block);
                lines += block.lines();
            }
            return new Explanation(document.title(), pages);
        }

        /** The page asked for, from 1, or the last one; one page of all where somebody asked for it. */
        Slice<DocumentBlock> page(int asked, boolean whole) {
            if (whole) {
                List<DocumentBlock> all = pages.stream().flatMap(List::stream).toList();
                return new Slice<>(all, 1, 1, all.size());
            }
            int page = Math.min(asked, pages.size());
            return new Slice<>(pages.get(page - 1), page, pages.size(), pages.size());
        }

        /** A page of the whole explanation of a plan, or the draft of an act about it, with the last part of its address. */
        record ExplanationView(Plan plan, String what, String title, Slice<DocumentBlock> slice, String mention) {}
    }
}
