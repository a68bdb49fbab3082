package fr.passerelle.console.tour;

import fr.passerelle.calendar.tour.TourManifest;
import fr.passerelle.console.page.FileAnswer;
import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.console.security.Account;
import fr.passerelle.console.tour.FollowUp.ExpectedMonth;
import fr.passerelle.console.tour.FollowUp.FollowUpArea;
import fr.passerelle.console.tour.FollowUp.FollowUpRow;
import fr.passerelle.console.tour.FollowUp.HeldCount;
import fr.passerelle.console.tour.FollowUp.SessionMonths;
import fr.passerelle.published.audit.Audit;
import fr.passerelle.published.audit.Audit.AuditAction;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.decision.KnownDecisions;
import fr.passerelle.published.decision.KnownDecisions.KnownDecision;
import fr.passerelle.published.session.PublishedSessions;
import fr.passerelle.schemas.event.DecisionRecorded;
import fr.passerelle.schemas.event.ToursComputed;
import fr.passerelle.schemas.text.Formulas;
import fr.passerelle.study.Studies;
import fr.passerelle.study.Study;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How far each étape has come: proposed, decided, opened, held, attended. */
@Controller
class SuiviPage {

    private final FollowUps followUps;
    private final CurrentResults current;
    private final Audit audit;

    SuiviPage(FollowUps followUps, CurrentResults current, Audit audit) {
        this.audit = audit;
        this.followUps = followUps;
        this.current = current;
    }

    @GetMapping("/suivi")
    String show(Model model) {
        model.addAttribute("page", followUps.of(current.get()));
        return "tour/suivi";
    }

    @GetMapping("/suivi/suivi.csv")
    void table(Authentication who, HttpServletResponse response) throws IOException {
        audit.read(Account.accountId(who), AuditAction.EXPORTED, "suivi");
        PublishedResults published = current.get();
        FileAnswer.csv(
                response,
                "suivi",
                FollowUpFile.HEADER,
                out -> FollowUpFile.each(
                        followUps.of(published), published.run().demonstration(), out));
    }

    /** Reads how far each étape has come. */
    @Component
    public static class FollowUps {

        private final PublishedSessions sessions;
        private final KnownDecisions decisions;
        private final SessionMonths months;
        private final Studies studies;

        FollowUps(PublishedSessions sessions, KnownDecisions decisions, SessionMonths months, Studies studies) {
            this.sessions = sessions;
            this.decisions = decisions;
            this.months = months;
            this.studies = studies;
        }

        /** Beside what is published. */
        public FollowUp of(PublishedResults published) {
            return FollowUp.of(
                    published,
                    sessions.all(),
                    decisions.all().stream().map(KnownDecision::decision).toList(),
                    months.all(),
                    studies.all(TourManifest.SERIES).stream()
                            .filter(plan -> plan.state() == Study.State.ADOPTED)
                            .flatMap(plan -> studies.answers(plan.id(), ToursComputed.class).stream())
                            .toList());
        }
    }

    /** How far each étape has come as a table to take away: a line each; what is unknown is empty, never 0. */
    public static final class FollowUpFile {

        /** Names of the columns. */
        public static final List<String> HEADER = List.of(
                "nature",
                "epci",
                "intercommunalite",
                "etape",
                "lieu",
                "commune",
                "seances_proposees_par_mois",
                "decision",
                "acte",
                "acte_le",
                "ouverte_le",
                "seances_tenues",
                "seances_comptees",
                "presences",
                "presences_attendues_min",
                "presences_attendues_max");

        private FollowUpFile() {}

        /** Puts each line, its cells guarded. */
        public static void each(FollowUp followUp, boolean demonstration, Consumer<List<String>> out) {
            followUp.areas().stream()
                    .flatMap(area -> area.rows().stream().map(row -> line(area, row, demonstration)))
                    .forEach(out);
        }

        private static List<String> line(FollowUpArea area, FollowUpRow row, boolean demonstration) {
            DecisionRecorded decision = row.decision();
            HeldCount held = row.held();
            ExpectedMonth expected = row.expected();
            return Stream.of(
                            demonstration ? "RECONSTITUTION" : "SUIVI",
                            area.epci(),
                            area.name(),
                            row.etape(),
                            row.name(),
                            row.commune(),
                            cell(row.asked()),
                            decision == null ? "" : decision.getKind().name(),
                            decision == null ? "" : decision.getAct(),
                            decision == null ? "" : cell(decision.getDecidedOn()),
                            cell(row.opened()),
                            cell(held.sessions()),
                            held.sessions() == null ? "" : cell(held.counted()),
                            cell(held.presences()),
                            expected == null ? "" : cell(expected.low()),
                            expected == null ? "" : cell(expected.high()))
                    .map(Formulas::guarded)
                    .toList();
        }

        private static String cell(@Nullable Object value) {
            return Objects.toString(value, "");
        }
    }
}
