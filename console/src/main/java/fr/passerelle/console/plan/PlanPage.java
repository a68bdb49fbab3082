package fr.passerelle.console.plan;

import fr.passerelle.console.ConsoleSettings;
import fr.passerelle.console.epci.EpciRow;
import fr.passerelle.console.epci.EpciRows;
import fr.passerelle.console.map.Maps;
import fr.passerelle.console.page.NotFound;
import fr.passerelle.console.page.PageTexts;
import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.console.reading.RunCache;
import fr.passerelle.published.current.PastResults;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.decision.DecisionTable;
import fr.passerelle.published.origin.SourceFiles;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.bareme.JeuDeRegles;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Fonction;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.texts.Dossier;
import fr.passerelle.texts.LegalDocument;
import fr.passerelle.texts.MaireText;
import fr.passerelle.texts.MentionText;
import fr.passerelle.texts.ToldChange;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of one EPCI, and its whole explanation. */
@Controller
class PlanPage {

    private final CurrentResults current;
    private final EpciRows rows;
    private final Maps maps;
    private final PastResults past;
    private final DecisionTable decisions;
    private final SourceFiles files;
    private final PageTexts texts;
    private final ConsoleSettings.Mention mention;
    private final RunCache<JeuDeRegles> rules = new RunCache<>(
            published -> Baremes.read(published.run().baremeText()).jeuDeRegles());

    /** By SIREN, each made when it is first asked for. */
    private final RunCache<Map<String, Explanation>> explanations =
            new RunCache<>(published -> new ConcurrentHashMap<>());

    PlanPage(
            CurrentResults current,
            EpciRows rows,
            Maps maps,
            PastResults past,
            DecisionTable decisions,
            SourceFiles files,
            PageTexts texts,
            ConsoleSettings settings) {
        this.current = current;
        this.rows = rows;
        this.maps = maps;
        this.past = past;
        this.decisions = decisions;
        this.files = files;
        this.texts = texts;
        this.mention = settings.mention();
    }

    @GetMapping("/intercommunalites/{siren}")
    String one(@PathVariable String siren, @RequestParam Optional<String> tout, Model model) {
        boolean whole = tout.isPresent();
        PublishedResults published = current.get();
        Dossier dossier = dossier(published, siren);
        addConclusion(model, published, dossier.plan());
        addPlaces(model, published, dossier, whole);
        model.addAttribute("money", Money.of(dossier.plan()));
        addPast(model, published, dossier, whole);
        model.addAttribute("maire", MaireText.of(dossier));
        addMention(model, published, dossier);
        return "plan/une";
    }

    private void addConclusion(Model model, PublishedResults published, Plan plan) {
        JeuDeRegles rules = this.rules.of(published);
        EpciRow row = Objects.requireNonNull(rows.of(published).get(plan.getEpci()));
        Reasons reasons = new Reasons(plan, rules, wanted(published, plan.getEpci()), texts);
        model.addAttribute("plan", plan);
        model.addAttribute("row", row);
        model.addAttribute("rules", rules);
        model.addAttribute("conclusion", ConclusionView.of(plan, row.mark(), reasons, texts));
        model.addAttribute("nearness", Nearness.of(plan, rules));
        model.addAttribute("margins", PlanRobustness.of(plan));
        model.addAttribute("alerts", Alerts.of(plan, published, texts));
    }

    private void addPlaces(Model model, PublishedResults published, Dossier dossier, boolean whole) {
        List<Candidate> candidates = Candidate.of(dossier.plan(), texts);
        boolean sites = candidates.stream().anyMatch(Candidate::site);
        model.addAttribute("candidates", ShortList.of(candidates, whole));
        model.addAttribute("siteFiles", sites ? files.readBy(published.run().no(), "SITES") : List.of());
        model.addAttribute(
                "firsts", candidates.stream().filter(Candidate::first).toList());
        model.addAttribute(
                "nexts",
                ShortList.of(candidates.stream().filter(Candidate::next).toList(), whole));
        model.addAttribute("stops", ShortList.of(EtapeRow.of(dossier), whole));
        model.addAttribute("map", maps.epci(published, dossier));
        model.addAttribute(
                "communes", published.communes(dossier.plan().getEpci()).size());
    }

    private void addPast(Model model, PublishedResults published, Dossier dossier, boolean whole) {
        String siren = dossier.plan().getEpci();
        List<ToldChange> changes = ToldChange.of(dossier);
        model.addAttribute("changes", changes);
        model.addAttribute("groups", ChangeGroup.of(changes, whole));
        model.addAttribute(
                "versions", ShortList.of(Version.of(past.plans(siren, published.run()), published, texts), whole));
        model.addAttribute(
                "decisions",
                decisions.ofEpci(siren, published.run()).stream()
                        .map(one -> DecisionView.of(one, published))
                        .toList());
    }

    @GetMapping("/intercommunalites/{siren}/explication")
    String explanation(
            @PathVariable String siren,
            @RequestParam Optional<String> tout,
            @RequestParam Optional<String> page,
            Model model) {
        PublishedResults published = current.get();
        Dossier dossier = dossier(published, siren);
        Explanation explanation = explanations
                .of(published)
                .computeIfAbsent(
                        siren,
                        asked -> Explanation.of(
                                LegalDocument.of(dossier, files.origin(published.run(), rooms(dossier)))));
        model.addAttribute("plan", dossier.plan());
        model.addAttribute("title", explanation.title());
        model.addAttribute("slice", explanation.page(number(page), tout.isPresent()));
        addMention(model, published, dossier);
        return "plan/explication";
    }

    private static List<String> rooms(Dossier dossier) {
        return dossier.scores().stream().map(Frequentation::getRoomId).toList();
    }

    private static int number(Optional<String> page) {
        return page.filter(asked -> asked.matches("[1-9][0-9]{0,5}"))
                .map(Integer::parseInt)
                .orElse(1);
    }

    /** Functions that an EPCI wishes for; none where it said nothing. */
    private static List<Fonction> wanted(PublishedResults published, String siren) {
        EpciDescribed epci = published.epcis().get(siren);
        return epci == null || epci.getIntercommunalite() == null
                ? List.of()
                : epci.getIntercommunalite().getFunctionsWanted();
    }

    private static Dossier dossier(PublishedResults published, String siren) {
        return Dossier.of(published.proposals(), siren).orElseThrow(NotFound::new);
    }

    private void addMention(Model model, PublishedResults published, Dossier dossier) {
        model.addAttribute(
                "mention",
                MentionText.of(
                        dossier.plan().getDemonstration(),
                        published.run().illustration(),
                        mention.service(),
                        mention.adresse()));
    }
}
