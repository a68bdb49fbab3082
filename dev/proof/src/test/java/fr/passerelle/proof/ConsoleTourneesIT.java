package fr.passerelle.proof;

import static fr.passerelle.proof.Deployments.said;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import fr.passerelle.console.security.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A calendar from its file to its page, and what was held of it to the page that follows étapes. */
class ConsoleTourneesIT extends ConsoleInBrowser {

    private static final String PAGE = "/tournees";
    private static final String FOLLOWED = "/suivi";
    private static final String ANIMATEURS = """
        animateur;epci_siren;commune;epcis_desservies;demi_journees;absences;tablettes
        A-01;200072031;02168;;MARDI_MATIN|MARDI_APRES_MIDI|JEUDI_MATIN|JEUDI_APRES_MIDI;;
        """;

    @BeforeAll
    void publish(@TempDir Path folder) throws IOException {
        assertThat(read(PAGE)).contains("Aucun calendrier n’est encore préparé");
        assertThat(read(FOLLOWED)).contains("Aucun mois n’est encore complet");
        var animateurs = Files.writeString(folder.resolve("animateurs.csv"), ANIMATEURS);
        said(
                console.system(),
                "tournees",
                "plan",
                "--animateurs=" + animateurs,
                "--from=2018-01-08",
                "--weeks=4",
                "--reason=Rentrée");
        assertThat(read(PAGE)).contains("Aucun calendrier n’est encore calculé", "Rentrée");
        said(console.system(), "tournees", "run", "T-000001");
        assertThat(read(PAGE)).contains("Calendrier T-000001, calculé", "Il n’est pas publié");
        said(console.system(), "tournees", "publish", "T-000001", "--reason=Rentrée");
        var seances = Files.writeString(folder.resolve("seances.csv"), seances());
        said(console.system(), "tournees", "seances", seances.toString());
    }

    /** Of the étape of the first published session it was held, by twelve, and nothing else in January. */
    private String seances() {
        return console.system().text("""
            select 'lieu;date;debut;mois_complet;tenue;presences;premieres_venues;heures_personne' || chr(10)
                || etape || ';' || day || ';' || to_char(start_minute * interval '1 minute', 'HH24:MI') || ';;oui;12;;'
                || chr(10) || etape || ';;;2018-01;;;;' || chr(10)
            from passerelle.tour_session order by day, start_minute, etape limit 1\
            """);
    }

    @Test
    void showsTheWeekTheDayTheLoadAndWhatNobodyHolds() {
        assertThat(read(PAGE))
                .contains("Calendrier T-000001, publié", "(reconstitution)", "Semaine du 8 janvier 2018")
                .contains("Journée de A-01", "class=\"chemin\"", "La charge de chacun", "Jusqu’où c’est prouvé")
                .contains("Séances que personne ne tient", "horaires supposés, à confirmer")
                .doesNotContain("??", "Il n’est pas publié", "annulée depuis");
        assertThat(read(PAGE + "?plan=T-000001&semaine=2018-W05")).contains("Semaine du 29 janvier 2018");
    }

    @Test
    void hasNoPageOfWhatIsNotThere() {
        for (String query : new String[] {"plan=T-000009", "semaine=2019-W01", "animateur=B-1", "jour=demain"}) {
            var answer = console.as(Role.LECTEUR).get(PAGE + "?" + query);

            assertThat(answer.statusCode()).as(query).isEqualTo(404);
        }
    }

    @Test
    void followsWhatWasHeld() {
        assertThat(read(FOLLOWED))
                .contains("(reconstitution)", "Séances tenues, périmètre constant", "janvier 2018")
                .containsPattern("<td class=\"nombre\">\\s*12\\s*</td>");
        assertThat(read(FOLLOWED + "/suivi.csv"))
                .contains("RECONSTITUTION;200072031;")
                .containsPattern(";1;1;12;;\\R");
    }

    @Test
    void givesCalendarsToMachines() {
        var calendars = console.as(Role.LECTEUR).get("/api/v1/calendars?tour_id=T-000001");

        assertThat(calendars.body())
                .contains("\"tour_id\":\"T-000001\"", "\"journees\":[{", "\"niveau\":\"MINUTES_DE_ROUTE\"");
        assertThat(console.as(Role.LECTEUR)
                        .get("/api/v1/calendars?tour_id=T-000009")
                        .statusCode())
                .isEqualTo(400);
        assertThat(console.nobody().get("/api/v1/calendars").statusCode()).isEqualTo(401);
    }

    @Test
    void barsNobody() {
        for (String path : new String[] {PAGE, FOLLOWED}) {
            barsNobody(path, 1440, ColorScheme.LIGHT, Role.ADMINISTRATEUR);
            barsNobody(path, 390, ColorScheme.DARK, Role.LECTEUR);
        }
    }

    private void barsNobody(String path, int width, ColorScheme scheme, Role role) {
        Page page = Browser.signedIn(browser.window(console.home(), width, scheme), console, role);
        page.navigate(path);
        assertThat(Browser.barriers(page)).as(path).isEmpty();
        assertThat(Browser.fits(page)).as(path).isTrue();
        page.context().close();
    }

    @Test
    void isClosedToWhomItMustBe() {
        assertThat(console.nobody().get(PAGE).statusCode()).isEqualTo(302);
        assertThat(console.nobody().get(FOLLOWED + "/suivi.csv").statusCode()).isEqualTo(302);
    }

    private String read(String path) {
        return console.as(Role.LECTEUR).get(path).body().replaceAll("[\\u00a0\\u202f]", " ");
    }
}
