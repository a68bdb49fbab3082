package fr.passerelle.console.tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import fr.passerelle.calendar.tour.TourExamples;
import fr.passerelle.calendar.tour.TourManifest;
import fr.passerelle.console.page.Templates;
import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.console.tour.TourneesPage.TourSheets;
import fr.passerelle.console.tour.TourneesPage.TourStudy;
import fr.passerelle.console.tour.WeekGrid.TourChoice;
import fr.passerelle.schemas.event.MotifSeance;
import fr.passerelle.schemas.event.ToursComputed;
import fr.passerelle.study.Study;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

class TourneesPageTest {

    private static final String NASTY = "<script>alert('à')</script>";

    private final TourSheets sheets = mock(TourSheets.class);
    private final CurrentResults current = mock(CurrentResults.class);
    private final MockMvcTester pages = MockMvcTester.of(new TourneesPage(sheets, current));

    @Test
    void needsNoRunWhereNoCalendarIsComputed() {
        when(sheets.shown()).thenReturn(Optional.empty());

        assertThat(pages.get().uri("/tournees")).hasStatusOk().hasViewName("tour/une");
        verifyNoInteractions(current);
    }

    @Test
    void hasNoPageOfWhatIsNotThere() {
        Study<TourManifest> plan = TourExamples.plan(Study.State.COMPUTED);
        when(sheets.shown()).thenReturn(Optional.of(plan));
        when(sheets.find("T-000001")).thenReturn(Optional.of(plan));
        when(sheets.find("T-000009")).thenReturn(Optional.empty());
        when(current.get()).thenReturn(TourExamples.published());
        when(sheets.of(any(), any(), any())).thenReturn(Optional.empty());
        when(sheets.of(plan, new TourChoice("2018-W02", "A-01", "2018-01-09"), TourExamples.published()))
                .thenReturn(Optional.of(SheetExamples.sheet(Study.State.COMPUTED, TourExamples.computed())));

        assertThat(pages.get().uri("/tournees?plan=T-000009")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(pages.get().uri("/tournees?plan=T-000001&semaine=2019-W01")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(pages.get().uri("/tournees?semaine=hier")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(pages.get().uri("/tournees?semaine=2018-W02&animateur=A-01&jour=2018-01-09"))
                .hasStatusOk();
    }

    @Test
    void tellsWhatToTypeWhereNothingIsPlannedOrComputed() throws Exception {
        assertThat(shown(List.of(), null))
                .contains("Aucun calendrier n’est encore préparé", "./passerelle tournees plan")
                .doesNotContain("??", "Les calendriers");
        assertThat(shown(List.of(TourExamples.plan(Study.State.PLANNED)), null))
                .contains("Aucun calendrier n’est encore calculé", "T-000001", "Rentrée de janvier")
                .doesNotContain("??", "href=\"/tournees?plan=T-000001\"");
    }

    @Test
    void showsAllOfACalendar() throws Exception {
        assertThat(shown(Study.State.COMPUTED, TourExamples.computed()))
                .contains("Calendrier T-000001, calculé. 4 semaines à partir du 8 janvier 2018")
                .contains(
                        "(reconstitution)",
                        "Il n’est pas publié",
                        "rien n’était publié auparavant",
                        "mardi 9 janvier",
                        "9\u00a0h\u00a000")
                .contains("déplacée", "(était lundi 8 janvier à 10\u00a0h\u00a000, A-01)", "(annoncée, ne bouge plus)")
                .contains("<del>", "supprimée", "1 séance déplacée, 0 confiée à un autre, 1 supprimée, 0 ajoutée.")
                .contains("/tournees?plan=T-000001&amp;semaine=2018-W02&amp;animateur=A-01&amp;jour=2018-01-09#journee")
                .contains("class=\"chemin\"", "9,4\u00a0km, estimé", "dont 0\u00a0h\u00a045 de pause")
                .containsPattern("<strong>3</strong>\\s*<span>séances non tenues</span>")
                .contains("Du départ aux 2 lieux de séance")
                .contains("31\u00a0km", "de 0\u00a0h\u00a040 à 1\u00a0h\u00a015", "width=\"10\"")
                .contains(
                        "1 séance de plus serait tenue (vérifié en recalculant)",
                        "Aucune cause seule",
                        "pas été recherchées")
                .contains("horaires supposés, à confirmer", "Mardi matin")
                .contains("Prouvé", "à 3\u00a0% de la borne sur les minutes de route", "CC des Villes Sœurs")
                .doesNotContain("??", "null");
    }

    @Test
    void saysWhatIsToldNow() throws Exception {
        TourSheet published = SheetExamples.sheet(
                Study.State.ADOPTED,
                TourExamples.computed(),
                TourExamples.told("place:BIB-1", 540, MotifSeance.LIEU_FERME),
                TourExamples.told("commune:80613", 900, null));

        assertThat(shown(List.of(published.plan()), published))
                .contains("Calendrier T-000001, publié", "annulée depuis", "class=\"annulee\"")
                .contains("depuis, annoncée mardi 9 janvier à 15\u00a0h\u00a000 (A-01)")
                .contains("/tournees/flux/animateur-A-01.ics")
                .doesNotContain("Il n’est pas publié", "??");
        assertThat(shown(Study.State.COMPUTED, TourExamples.computed())).doesNotContain("/tournees/flux/");
    }

    @Test
    void saysWhatIsNotToldOfAPublishedCalendar() throws Exception {
        TourSheet published = SheetExamples.sheet(
                Study.State.ADOPTED, TourExamples.computed(), TourExamples.told("commune:80613", 840, null));

        assertThat(shown(List.of(published.plan()), published))
                .containsOnlyOnce("pas annoncée : le calendrier n’est pas publié pour son intercommunalité");
        assertThat(shown(Study.State.COMPUTED, TourExamples.computed())).doesNotContain("pas annoncée");
    }

    @Test
    void saysThatDataAreReconstructedOnlyWhereTheyAre() throws Exception {
        ToursComputed real = TourExamples.computed();
        real.setDemonstration(false);

        assertThat(shown(Study.State.COMPUTED, real)).doesNotContain("(reconstitution)");
    }

    @Test
    void showsNamesAsText() throws Exception {
        ToursComputed nasty = TourExamples.computed();
        nasty.getEtapes().forEach(etape -> etape.setName(NASTY));
        nasty.setAnimateurs(List.of(NASTY));
        nasty.getJournees().getFirst().setAnimateur(NASTY);
        nasty.getCharges().getFirst().setAnimateur(NASTY);

        assertThat(shown(Study.State.COMPUTED, nasty))
                .contains("&lt;script&gt;")
                .doesNotContain("<script>alert");
    }

    private static String shown(Study.State state, ToursComputed computed) throws Exception {
        return shown(List.of(TourExamples.plan(state)), SheetExamples.sheet(state, computed));
    }

    private static String shown(List<Study<TourManifest>> plans, @Nullable TourSheet chosen) throws Exception {
        return Templates.show(
                "tour/une",
                "LECTEUR",
                Map.of(
                        "page",
                        new TourStudy(plans, chosen),
                        "section",
                        "tournees",
                        "run",
                        TourExamples.published().run(),
                        "reconstitution",
                        true));
    }
}
