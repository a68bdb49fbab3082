package fr.passerelle.console.decision;

import fr.passerelle.console.operation.ActingAccount;
import fr.passerelle.console.operation.FormArguments;
import fr.passerelle.console.operation.Operation;
import fr.passerelle.console.operation.OperationRefused;
import fr.passerelle.console.operation.OperationRunner;
import fr.passerelle.console.operation.OperatorProgram;
import fr.passerelle.console.operation.Wording;
import fr.passerelle.console.page.NotFound;
import fr.passerelle.console.page.Paging;
import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.decision.DecisionTable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
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
    private final Wording wording;

    DecisionPages(
            CurrentResults current,
            DecisionTable decisions,
            OperationRunner runner,
            OperatorProgram program,
            Wording wording) {
        this.current = current;
        this.decisions = decisions;
        this.runner = runner;
        this.program = program;
        this.wording = wording;
    }

    @GetMapping("/decisions")
    String list(
            @RequestParam(defaultValue = "") String objet, @RequestParam(defaultValue = "1") int page, Model model) {
        PublishedResults published = current.get();
        String about = objet.strip();
        Paging paging = Paging.of(page, SIZE, decisions.count(about, published.run()));
        model.addAttribute("objet", about);
        model.addAttribute("pages", paging);
        model.addAttribute(
                "decisions",
                decisions.page(about, published.run(), SIZE, paging.offset()).stream()
                        .map(kept -> DecisionLine.of(kept, published, wording))
                        .toList());
        return "decision/liste";
    }

    /** Without a subject that is known: those that look like what was typed. */
    @GetMapping("/decisions/enregistrer")
    String ask(@ModelAttribute("decision") Form form, Model model) {
        PublishedResults published = current.get();
        String typed = form.typed();
        return Subject.of(typed, published)
                .map(subject -> form(subject, model))
                .orElseGet(() -> choice(typed, published, model));
    }

    /** While somebody types: the list, even of the one thing that was typed whole, since the page takes nothing else. */
    @GetMapping(path = "/decisions/enregistrer", headers = "HX-Request")
    String search(@ModelAttribute("decision") Form form, Model model) {
        return choice(form.typed(), current.get(), model);
    }

    @PostMapping("/decisions")
    String record(@ModelAttribute("decision") Form form, Authentication who, Model model) {
        Subject subject = Subject.of(form.typed(), current.get()).orElseThrow(NotFound::new);
        try {
            String account = ActingAccount.accountId(who);
            String motive = FormArguments.motive(form.motif());
            Operation decide = form.operation(subject, motive, account);
            runner.start(decide, account, motive);
            return "redirect:/operations/decisions";
        } catch (OperationRefused refused) {
            model.addAttribute("refus", refused.said(wording));
            return form(subject, model);
        }
    }

    private static String choice(String typed, PublishedResults published, Model model) {
        model.addAttribute("cherche", typed);
        model.addAttribute("trouves", Subject.matching(typed, published));
        return "decision/choisir";
    }

    private String form(Subject subject, Model model) {
        model.addAttribute("sujet", subject);
        model.addAttribute("natures", Form.NATURES);
        model.addAttribute("possible", program.isThere());
        model.addAttribute(
                "commande",
                "./passerelle decide " + subject.id() + " notified --act … --date AAAA-MM-JJ --organ … --why …");
        return "decision/enregistrer";
    }
}
