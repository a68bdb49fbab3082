package fr.passerelle.console.tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import fr.passerelle.calendar.tour.TourExamples;
import fr.passerelle.console.page.Templates;
import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.console.security.Account;
import fr.passerelle.console.security.Role;
import fr.passerelle.console.tour.FollowUp.ExpectedMonth;
import fr.passerelle.console.tour.FollowUp.FollowUpArea;
import fr.passerelle.console.tour.FollowUp.FollowUpRow;
import fr.passerelle.console.tour.FollowUp.HeldCount;
import fr.passerelle.console.tour.FollowUp.PerimeterMonths;
import fr.passerelle.console.tour.FollowUp.SessionMonths.SessionMonth;
import fr.passerelle.console.tour.FollowUp.SessionMonths.SessionMonth.Outcome;
import fr.passerelle.console.tour.SuiviPage.FollowUps;
import fr.passerelle.published.audit.Audit;
import fr.passerelle.published.audit.Audit.AuditAction;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.schemas.event.DecisionKind;
import fr.passerelle.schemas.event.DecisionRecorded;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

class SuiviPageTest {

    private static final String SIREN = "247600588";
    private static final TestingAuthenticationToken READER =
            new TestingAuthenticationToken(new Account("c-7", "lectrice", "", Role.LECTEUR, true, false), "");
    private static final PublishedResults PUBLISHED = TourExamples.published();

    private final FollowUps followUps = mock(FollowUps.class);
    private final CurrentResults current = mock(CurrentResults.class);
    private final Audit audit = mock(Audit.class);
    private final MockMvcTester pages = MockMvcTester.of(new SuiviPage(followUps, current, audit));

    @Test
    void showsAndExportsWhatIsKnown() {
        when(current.get()).thenReturn(PUBLISHED);
        when(followUps.of(PUBLISHED)).thenReturn(followUp("=1+1"));

        assertThat(pages.get().uri("/suivi")).hasStatusOk().hasViewName("tour/suivi");
        assertThat(pages.get().uri("/suivi/suivi.csv").principal(READER))
                .hasHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"suivi.csv\"")
                .bodyText()
                .contains("seances_tenues;seances_comptees;presences;presences_attendues_min;presences_attendues_max")
                .contains("RECONSTITUTION;" + SIREN
                        + ";CC;place:a;'=1+1;Ham;3;NOTIFIED;2018-4;2018-01-04;2018-01-09;2;1;12;8;1200")
                .contains("place:b;Mairie;Ham;;;;;;;;");
        verify(audit).read("c-7", AuditAction.EXPORTED, "suivi");
    }

    @Test
    void tellsWhatIsUnknownFromZero() throws Exception {
        String page = shown(followUp("Bibliothèque"));

        assertThat(page)
                .contains("(reconstitution)", "3 séances par mois", "notifiée, acte 2018-4 du 4 janvier 2018")
                .contains("8 à 1\u00a0200", "quatre mois à venir sur cinq")
                .contains("9 janvier 2018", "comptées à une séance sur 2", "janvier 2018", "février 2018")
                .contains("une étape, dont les deux mois sont complets", "href=\"/suivi/suivi.csv\"")
                .doesNotContain("??", "null");
        assertThat(page.split("Mairie")[1].split("</tr>")[0].split("—", -1)).hasSize(7);
    }

    @Test
    void saysThatThereIsNothingYet() throws Exception {
        assertThat(shown(new FollowUp(List.of(), null)))
                .contains("Aucune étape")
                .doesNotContain("??");
        assertThat(shown(new FollowUp(followUp("A").areas(), null))).contains("Aucun mois n’est encore complet");
    }

    @Test
    void showsWhatPeopleTypedAsText() throws Exception {
        assertThat(shown(followUp("<script>alert(1)</script>")))
                .contains("&lt;script&gt;")
                .doesNotContain("<script>alert");
    }

    private static FollowUp followUp(String name) {
        List<FollowUpRow> rows = List.of(
                new FollowUpRow(
                        "place:a",
                        SIREN,
                        name,
                        "Ham",
                        3,
                        DecisionRecorded.newBuilder()
                                .setSubject("room:R-1")
                                .setEpci(SIREN)
                                .setKind(DecisionKind.NOTIFIED)
                                .setOrgan("Commission permanente")
                                .setAct("2018-4")
                                .setDecidedOn(LocalDate.of(2018, 1, 4))
                                .setRole("ANALYSTE")
                                .setAccount("c-1")
                                .setMotive("Motif")
                                .build(),
                        LocalDate.of(2018, 1, 9),
                        List.of(new SessionMonth(
                                "place:a",
                                SIREN,
                                YearMonth.of(2018, 1),
                                true,
                                List.of(new Outcome(true, 12), new Outcome(true, null), new Outcome(false, null)))),
                        new ExpectedMonth(8, 1200)),
                new FollowUpRow("place:b", SIREN, "Mairie", "Ham", null, null, null, List.of(), null));
        HeldCount none = new HeldCount(null, 0, null);
        return new FollowUp(
                List.of(new FollowUpArea(SIREN, "CC", rows)),
                new PerimeterMonths(YearMonth.of(2018, 2), 1, none, new HeldCount(0, 0, null), none, none));
    }

    private static String shown(FollowUp page) throws Exception {
        return Templates.show(
                "tour/suivi",
                "LECTEUR",
                Map.of("page", page, "section", "suivi", "run", PUBLISHED.run(), "reconstitution", true));
    }
}
