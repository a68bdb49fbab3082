package fr.passerelle.console.decision;

import fr.passerelle.console.operation.FormArguments;
import fr.passerelle.console.operation.FormArguments.OperationRefused;
import fr.passerelle.console.operation.Operation;
import fr.passerelle.console.operation.Operation.Action;
import fr.passerelle.console.operation.OperationForms;
import fr.passerelle.console.page.NotFound;
import fr.passerelle.console.page.Paths.KnownPages;
import fr.passerelle.console.page.Slice;
import fr.passerelle.console.plan.DecisionView;
import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.console.reading.DecisionTable;
import fr.passerelle.console.reading.DecisionTable.RecordedDecision;
import fr.passerelle.console.security.Account;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.schemas.event.DecisionRecorded;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.PlanRoom;
import fr.passerelle.schemas.text.PlainText;
import fr.passerelle.sheets.french.Codes;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The list of decisions, the choice of what one is about, and its record. */
@Controller
record DecisionPages(CurrentResults current, DecisionTable decisions, OperationForms forms) {

    private static final int SIZE = 50;

    /** The list of decisions, by pages: about a SIREN or a room, or all where that is empty. */
    record DecisionList(String about, Slice<DecisionLine> slice) {}

    /** What a decision may be about, among what looks like the text that was typed. */
    record SubjectChoice(String typed, List<Subject> found) {}

    /** A decision that is being recorded, with why what was typed was refused, in French; null before. */
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
    ModelAndView list(@RequestParam(defaultValue = "") String objet, @RequestParam(defaultValue = "1") int page) {
        PublishedResults published = current.get();
        String about = objet.strip();
        Slice<DecisionLine> slice = Slice.of(
                page,
                SIZE,
                decisions.count(about, published.run()),
                offset -> decisions.page(about, published.run(), SIZE, offset).stream()
                        .map(kept -> DecisionLine.of(kept, published))
                        .toList());
        return new ModelAndView("decision/liste", "page", new DecisionList(about, slice));
    }

    /** Without a subject that is known: those that look like what was typed. */
    @GetMapping("/decisions/enregistrer")
    ModelAndView ask(Form form) {
        PublishedResults published = current.get();
        String typed = form.typed();
        return Subject.of(typed, published)
                .map(subject -> form(subject, form, null))
                .orElseGet(() -> choice(typed, published));
    }

    /** While somebody types: the list, even of the one thing that was typed whole, since the page takes nothing else. */
    @GetMapping(path = "/decisions/enregistrer", headers = "HX-Request")
    ModelAndView search(Form form) {
        return choice(form.typed(), current.get());
    }

    @PostMapping("/decisions")
    ModelAndView record(Form form, @AuthenticationPrincipal Account by) {
        Subject subject = Subject.of(form.typed(), current.get()).orElseThrow(NotFound::new);
        return forms.start(
                form.motif(),
                motive -> form.operation(subject, motive, by.id()),
                by,
                refusal -> form(subject, form, refusal));
    }

    private static ModelAndView choice(String typed, PublishedResults published) {
        return new ModelAndView(
                "decision/choisir", "page", new SubjectChoice(typed, Subject.matching(typed, published)));
    }

    private ModelAndView form(Subject subject, Form form, @Nullable String refusal) {
        return new ModelAndView(
                "decision/enregistrer", "page", new DecisionEntry(subject, form, refusal, forms.possible()));
    }

    /** A decision as a person types it: notified, accepted, refused or observations, on the day of the act, YYYY-MM-DD. */
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

    /** A decision in the list, with the path of what it is about; null where that has no page any more. */
    record DecisionLine(DecisionView said, @Nullable String path, String epciName) {

        static DecisionLine of(RecordedDecision kept, PublishedResults published) {
            DecisionRecorded decision = kept.decision();
            String subject = decision.getSubject();
            return new DecisionLine(
                    DecisionView.of(kept, published),
                    new KnownPages(published).of(subject.substring(subject.indexOf(':') + 1)),
                    published.epciName(decision.getEpci()));
        }
    }

    /** One thing that may be decided on, what is proposed for it in French, null where nothing is; the aid of a plan whose cost is known, euros. */
    record Subject(
            String id,
            String name,
            boolean room,
            String epciName,
            @Nullable String proposed,
            @Nullable BigDecimal aid,
            int rooms) {

        private static final int MOST = 20;

        /** That of an identifier, where something is proposed for it. */
        static Optional<Subject> of(String id, PublishedResults published) {
            return published.proposals().plans().values().stream()
                    .flatMap(plan -> plan.getEpci().equals(id)
                            ? Stream.of(of(plan))
                            : rooms(plan)
                                    .filter(room -> room.getRoomId().equals(id))
                                    .map(room -> of(room, plan)))
                    .findFirst();
        }

        /** Those whose name or identifier holds a text, whatever its accents; at most 20. */
        static List<Subject> matching(String text, PublishedResults published) {
            String wanted = plain(text);
            return all(published)
                    .filter(one -> plain(one.name + " " + one.id).contains(wanted))
                    .limit(MOST)
                    .toList();
        }

        private static Stream<Subject> all(PublishedResults published) {
            return published.proposals().plans().values().stream()
                    .flatMap(plan ->
                            Stream.concat(Stream.of(of(plan)), rooms(plan).map(room -> of(room, plan))));
        }

        private static Stream<PlanRoom> rooms(Plan plan) {
            return plan.getRooms().stream().filter(room -> room.getKind() != null);
        }

        private static Subject of(Plan plan) {
            String name = plan.getName();
            String seat = plan.getSiege() == null ? null : plan.getSiege().getName();
            int rooms = plan.getRooms().size();
            return new Subject(plan.getEpci(), name, false, name, seat, plan.getAidTotal(), rooms);
        }

        private static Subject of(PlanRoom room, Plan plan) {
            String kind = Objects.requireNonNull(room.getKind()).name();
            return new Subject(room.getRoomId(), room.getName(), true, plan.getName(), Codes.outcome(kind), null, 1);
        }

        private static String plain(String text) {
            return PlainText.of(text).strip();
        }
    }
}
