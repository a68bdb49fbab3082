package fr.passerelle.console.tour;

import fr.passerelle.calendar.tour.TourManifest;
import fr.passerelle.console.page.FileAnswer;
import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.console.security.Account;
import fr.passerelle.console.tour.FollowUp.ExpectedMonth;
import fr.passerelle.console.tour.FollowUp.FollowUpRow;
import fr.passerelle.console.tour.FollowUp.HeldCount;
import fr.passerelle.console.tour.FollowUp.SessionMonths;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.decision.KnownDecisions;
import fr.passerelle.published.decision.KnownDecisions.KnownDecision;
import fr.passerelle.published.session.PublishedSessions;
import fr.passerelle.schemas.event.DecisionRecorded;
import fr.passerelle.schemas.event.ToursComputed;
import fr.passerelle.sheets.form.Table;
import fr.passerelle.study.Studies;
import fr.passerelle.study.Study;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** How far each étape has come: proposed, decided, opened, held, attended. */
@Controller
record SuiviPage(FollowUps followUps, CurrentResults current, FileAnswer files) {

    @GetMapping("/suivi")
    ModelAndView show() {
        return new ModelAndView("tour/suivi", "page", followUps.of(current.get()));
    }

    @GetMapping("/suivi/suivi.csv")
    void table(@AuthenticationPrincipal Account by, HttpServletResponse response) throws IOException {
        PublishedResults published = current.get();
        files.csv(by.id(), response, "suivi", file(followUps.of(published), published));
    }

    /** Reads how far each étape has come. */
    @Component
    public record FollowUps(
            PublishedSessions sessions, KnownDecisions decisions, SessionMonths months, Studies studies) {

        public FollowUp of(PublishedResults published) {
            List<DecisionRecorded> decided =
                    decisions.all().stream().map(KnownDecision::decision).toList();
            List<ToursComputed> calendars = studies.all(TourManifest.SERIES).stream()
                    .filter(plan -> plan.state() == Study.State.ADOPTED)
                    .flatMap(plan -> studies.answers(plan.id(), ToursComputed.class).stream())
                    .toList();
            return new FollowUp.Reader(published, sessions.all(), decided, months.all(), calendars).read();
        }
    }

    /** How far étapes have come as a table to take away, a line for each; what is unknown is empty, never 0. */
    static Table<FollowUpRow> file(FollowUp followUp, PublishedResults published) {
        String nature = published.run().demonstration() ? "RECONSTITUTION" : "SUIVI";
        return Table.<FollowUpRow>layout()
                .text("nature", row -> nature)
                .text("epci", FollowUpRow::epci)
                .text("intercommunalite", row -> published.epciName(row.epci()))
                .text("etape", FollowUpRow::etape)
                .text("lieu", FollowUpRow::name)
                .text("commune", FollowUpRow::commune)
                .integer("seances_proposees_par_mois", FollowUpRow::asked)
                .from(FollowUpRow::decision)
                .text("decision", DecisionRecorded::getKind)
                .text("acte", DecisionRecorded::getAct)
                .date("acte_le", DecisionRecorded::getDecidedOn)
                .from(row -> row)
                .date("ouverte_le", FollowUpRow::opened)
                .from(FollowUpRow::held)
                .integer("seances_tenues", HeldCount::sessions)
                .integer("seances_comptees", held -> held.sessions() == null ? null : held.counted())
                .integer("presences", HeldCount::presences)
                .from(FollowUpRow::expected)
                .integer("presences_attendues_min", ExpectedMonth::low)
                .integer("presences_attendues_max", ExpectedMonth::high)
                .of(followUp.areas().stream()
                        .flatMap(area -> area.rows().stream())
                        .toList());
    }
}
