package fr.passerelle.console.decision;

import fr.passerelle.console.operation.FormArguments;
import fr.passerelle.console.operation.Operation;
import fr.passerelle.console.operation.Operation.Action;
import fr.passerelle.console.operation.OperationRefused;
import fr.passerelle.console.operation.OperationRunner;
import fr.passerelle.console.operation.OperatorProgram;
import fr.passerelle.console.page.NotFound;
import fr.passerelle.console.page.PageTexts;
import fr.passerelle.console.page.Paging;
import fr.passerelle.console.page.Paths.KnownPages;
import fr.passerelle.console.plan.DecisionView;
import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.console.security.Account;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.decision.DecisionTable;
import fr.passerelle.published.decision.RecordedDecision;
import fr.passerelle.schemas.event.DecisionRecorded;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of decisions, the choice of what one is about, and its record. */
@Controller
class DecisionPages {

    private static final int SIZE = 50;

    private final CurrentResults current;
    private final DecisionTable decisions;
    private final OperationRunner runner;
    private final OperatorProgram program;
    private final PageTexts wording;

    DecisionPages(
            CurrentResults current,
            DecisionTable decisions,
            OperationRunner runner,
            OperatorProgram program,
            PageTexts wording) {
        this.current = current;
        this.decisions = decisions;
        this.runner = runner;
        this.program = program;
        this.wording = wording;
    }

    /**
     * The list of decisions, by pages.
     *
     * @param about SIREN or identifier that all of them are about; empty for all
     */
    record DecisionList(String about, Paging pages, List<DecisionLine> decisions) {}

    /** What a decision may be about, among what looks like the text that was typed. */
    record SubjectChoice(String typed, List<Subject> found) {}

    /**
     * A decision that is being recorded.
     *
     * @param refusal why what was typed was refused, in French; null before
     */
    record DecisionEntry(
            Subject subject, Form form, @Nullable String refusal, boolean possible) {

        /** What a decision may be. */
        public List<String> natures() {
            return Form.NATURES;
        }

        /** The command that does the same in a terminal. */
        public String command() {
            return "./passerelle decide " + subject.id() + " notified --act … --date AAAA-MM-JJ --organ … --why …";
        }
    }

    @GetMapping("/decisions")
    String list(
            @RequestParam(defaultValue = "") String objet, @RequestParam(defaultValue = "1") int page, Model model) {
        PublishedResults published = current.get();
        String about = objet.strip();
        Paging paging = Paging.of(page, SIZE, decisions.count(about, published.run()));
        List<DecisionLine> lines = decisions.page(about, published.run(), SIZE, paging.offset()).stream()
                .map(kept -> DecisionLine.of(kept, published, wording))
                .toList();
        model.addAttribute("page", new DecisionList(about, paging, lines));
        return "decision/liste";
    }

    /** Without a subject that is known: those that look like what was typed. */
    @GetMapping("/decisions/enregistrer")
    String ask(Form form, Model model) {
        PublishedResults published = current.get();
        String typed = form.typed();
        return Subject.of(typed, published)
                .map(subject -> form(subject, form, null, model))
                .orElseGet(() -> choice(typed, published, model));
    }

    /** While somebody types: the list, even of the one thing that was typed whole, since the page takes nothing else. */
    @GetMapping(path = "/decisions/enregistrer", headers = "HX-Request")
    String search(Form form, Model model) {
        return choice(form.typed(), current.get(), model);
    }

    @PostMapping("/decisions")
    String record(Form form, Authentication who, Model model) {
        Subject subject = Subject.of(form.typed(), current.get()).orElseThrow(NotFound::new);
        try {
            String account = Account.accountId(who);
            String motive = FormArguments.motive(form.motif());
            Operation decide = form.operation(subject, motive, account);
            runner.start(decide, account, motive);
            return "redirect:/operations/decisions";
        } catch (OperationRefused refused) {
            return form(subject, form, refused.said(wording), model);
        }
    }

    private static String choice(String typed, PublishedResults published, Model model) {
        model.addAttribute("page", new SubjectChoice(typed, Subject.matching(typed, published)));
        return "decision/choisir";
    }

    private String form(Subject subject, Form form, @Nullable String refusal, Model model) {
        model.addAttribute("page", new DecisionEntry(subject, form, refusal, program.isThere()));
        return "decision/enregistrer";
    }

    /**
     * A decision as a person types it.
     *
     * @param objet SIREN, or identifier of a room
     * @param nature notified, accepted, refused or observations
     * @param date of the act, YYYY-MM-DD
     */
    record Form(
            @Nullable String objet,
            @Nullable String nature,
            @Nullable String acte,
            @Nullable String date,
            @Nullable String organe,
            @Nullable String role,
            @Nullable String motif) {

        static final List<String> NATURES = List.of("notified", "accepted", "refused", "observations");

        /** What it is about, as typed; empty where nothing was. */
        String typed() {
            return objet == null ? "" : objet.strip();
        }

        /** @throws OperationRefused where something is not filled in as it must */
        Operation operation(Subject subject, String motive, String account) {
            if (nature == null || !NATURES.contains(nature)) {
                throw new OperationRefused("decisions.refus.nature");
            }
            return new Operation(
                    Action.DECIDE,
                    subject.id(),
                    List.of(
                            "decide",
                            subject.id(),
                            nature,
                            "--act=" + FormArguments.text("decisions.champ.acte", acte),
                            "--date=" + FormArguments.day(date),
                            "--organ=" + FormArguments.text("decisions.champ.organe", organe),
                            "--role=" + FormArguments.text("decisions.champ.role", role),
                            "--why=" + motive,
                            "--by=" + account));
        }
    }

    /**
     * A decision in the list.
     *
     * @param path of the page of what it is about; null where it has none any more
     * @param nature in French
     */
    record DecisionLine(DecisionView said, @Nullable String path, String epciName, String nature) {

        static DecisionLine of(RecordedDecision kept, PublishedResults published, PageTexts wording) {
            DecisionRecorded decision = kept.decision();
            String subject = decision.getSubject();
            return new DecisionLine(
                    DecisionView.of(kept, published),
                    new KnownPages(published).of(subject.substring(subject.indexOf(':') + 1)),
                    published.epciName(decision.getEpci()),
                    wording.word("decisions.nature", decision.getKind().name()));
        }
    }
}
