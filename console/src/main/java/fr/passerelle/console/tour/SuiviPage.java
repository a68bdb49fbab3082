package fr.passerelle.console.tour;

import fr.passerelle.calendar.tour.TourManifest;
import fr.passerelle.console.page.FileAnswer;
import fr.passerelle.console.page.FileAnswer.FileColumn;
import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.console.security.Account;
import fr.passerelle.console.tour.FollowUp.ExpectedMonth;
import fr.passerelle.console.tour.FollowUp.FollowUpArea;
import fr.passerelle.console.tour.FollowUp.FollowUpRow;
import fr.passerelle.console.tour.FollowUp.SessionMonths;
import fr.passerelle.published.audit.Audit;
import fr.passerelle.published.audit.Audit.AuditAction;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.decision.KnownDecisions;
import fr.passerelle.published.decision.KnownDecisions.KnownDecision;
import fr.passerelle.published.session.PublishedSessions;
import fr.passerelle.schemas.event.DecisionRecorded;
import fr.passerelle.schemas.event.ToursComputed;
import fr.passerelle.study.Studies;
import fr.passerelle.study.Study;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
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
        FileAnswer.table(
                response,
                "suivi",
                FollowUpFile.COLUMNS,
                out -> FollowUpFile.of(followUps.of(published), published.run().demonstration())
                        .forEach(out));
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

    /** How far an étape has come as a line of a table to take away; what is unknown is empty, never 0. */
    public record FollowUpFile(FollowUpArea area, FollowUpRow row, boolean demonstration) {

        /** Its columns. */
        public static final List<FileColumn<FollowUpFile>> COLUMNS = List.of(
                new FileColumn<>("nature", line -> line.demonstration() ? "RECONSTITUTION" : "SUIVI"),
                new FileColumn<>("epci", line -> line.area().epci()),
                new FileColumn<>("intercommunalite", line -> line.area().name()),
                new FileColumn<>("etape", line -> line.row().etape()),
                new FileColumn<>("lieu", line -> line.row().name()),
                new FileColumn<>("commune", line -> line.row().commune()),
                new FileColumn<>(
                        "seances_proposees_par_mois", line -> line.row().asked()),
                new FileColumn<>("decision", line -> part(line.row().decision(), DecisionRecorded::getKind)),
                new FileColumn<>("acte", line -> part(line.row().decision(), DecisionRecorded::getAct)),
                new FileColumn<>("acte_le", line -> part(line.row().decision(), DecisionRecorded::getDecidedOn)),
                new FileColumn<>("ouverte_le", line -> line.row().opened()),
                new FileColumn<>("seances_tenues", line -> line.row().held().sessions()),
                new FileColumn<>(
                        "seances_comptees",
                        line -> line.row().held().sessions() == null
                                ? null
                                : line.row().held().counted()),
                new FileColumn<>("presences", line -> line.row().held().presences()),
                new FileColumn<>(
                        "presences_attendues_min", line -> part(line.row().expected(), ExpectedMonth::low)),
                new FileColumn<>(
                        "presences_attendues_max", line -> part(line.row().expected(), ExpectedMonth::high)));

        /** Those of all areas, in their order. */
        public static Stream<FollowUpFile> of(FollowUp followUp, boolean demonstration) {
            return followUp.areas().stream()
                    .flatMap(area -> area.rows().stream().map(row -> new FollowUpFile(area, row, demonstration)));
        }

        private static <T> @Nullable Object part(@Nullable T whole, Function<T, Object> part) {
            return whole == null ? null : part.apply(whole);
        }
    }
}
