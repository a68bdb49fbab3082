package fr.passerelle.proof;

import static fr.passerelle.proof.Deployments.said;
import static fr.passerelle.proof.Terminal.plain;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import fr.passerelle.console.security.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What credits would fund, from their file to the page, its levers and its two sides of A4; and a calendar from its file to its page, and what
 * was held of it to the page that follows étapes.
 */
class ConsoleStudiesIT extends WithConsole.InBrowser {

    private static final String PAGE = "/programmation";
    private static final String TRIAL = "/programmation/essai";
    private static final String WRITTEN = "audit where action = '%s' and subject = '%s'";
    private static final String SCENARIO = "S-000001";
    private static final String CREDITS = """
        nature;annee;ligne;montant;report;departement;minimum
        CREDIT;2018;ETUDE;60000;oui;;
        CREDIT;2018;INVESTISSEMENT;60000;oui;;
        CREDIT;2018;FONCTIONNEMENT;150000;oui;;
        PROMIS_AILLEURS;2018;FONCTIONNEMENT;20000;;;
        CREDIT;2019;ETUDE;20000;oui;;
        CREDIT;2019;INVESTISSEMENT;30000;oui;;
        CREDIT;2019;FONCTIONNEMENT;200000;oui;;
        CREDIT;2020;FONCTIONNEMENT;150000;oui;;
        CREDIT;2021;FONCTIONNEMENT;90000;oui;;
        OUVERTURES_MINIMUM;;;;;02;1
        """;

    @BeforeAll
    void planAScenario(@TempDir Path folder) {
        assertThat(console.as(Role.LECTEUR).get(PAGE).body()).contains("Aucun scénario n’est encore calculé");
        var credits = Tree.write(folder.resolve("credits.csv"), CREDITS);
        var plan = "enveloppe plan --credits %s --valeur HABITANTS --reason %s";
        said(console.system(), plan, credits, "Budget primitif");
        said(console.system(), "enveloppe run %s", SCENARIO);
    }

    @Test
    void showsWhatTheScenarioComputed() {
        assertThat(plain(console.as(Role.LECTEUR).get(PAGE).body()))
                .contains("Scénario " + SCENARIO + ", calculé", "(reconstitution)", "Prouvé")
                .contains("comptés deux fois", "Aisne : au moins une ouverture")
                .contains("Pourquoi : ", "Le texte pour le maire", "Il ne décide rien", "ne vaut pas proposition")
                .doesNotContain("??")
                .doesNotContain("class=\"leviers\"");
    }

    @Test
    void barsNobodyAndTakesNoMoreThanTwoSides() {
        assertThat(barriers(PAGE, 1440, ColorScheme.LIGHT, Role.ANALYSTE)).isEmpty();
        assertThat(barriers(PAGE, 390, ColorScheme.DARK, Role.ANALYSTE)).isEmpty();

        var page = page(1440, ColorScheme.LIGHT, Role.LECTEUR);
        page.navigate(PAGE);
        assertThat(Browser.SIDE.matcher(Browser.printed(page, "programmation")).results())
                .hasSize(2);
    }

    private List<String> barriers(String path, int width, ColorScheme scheme, Role role) {
        var page = page(width, scheme, role);
        page.navigate(path);
        var found = Browser.barriers(page);
        assertThat(Browser.fits(page)).isTrue();
        return found;
    }

    @Test
    void saysOnItsFirstScreensWhatHalfTheMoneyWouldFundAndWhereToTryOther() {
        var page = Browser.signedIn(browser.window(console.home(), 1366, 768, true), console, Role.ANALYSTE);
        page.navigate(PAGE);

        assertThat(plain(page.textContent("main"))).contains("Avec la moitié des crédits", "au lieu de");
        assertThat(page.locator("#titre-moitie").boundingBox().y).isLessThan(768);
        assertThat(page.locator("#titre-leviers").boundingBox().y).isLessThan(2 * 768);
    }

    @Test
    void answersATrialBesideTheScenarioAndKeepsNothing() {
        var page = page(1440, ColorScheme.LIGHT, Role.ANALYSTE);
        tried(page);
        page.waitForSelector("#essai table");

        assertThat(page.textContent("#essai"))
                .contains("L’essai", "leurs niveaux ne se comparent pas", "Cet essai part de l’exécution N-000001");
        assertThat(page.inputValue("#part")).isEqualTo("40");
        assertThat(Browser.barriers(page)).isEmpty();
        assertThat(count("study where starts_with(study_id, 'S-')")).isOne();
        assertThat(count(WRITTEN.formatted("TRIAL", SCENARIO))).isPositive();
    }

    @Test
    void followsATrialWithoutAScriptAndStopsIt() {
        var page = Browser.signedIn(browser.window(console.home(), 390, 844, false), console, Role.ANALYSTE);
        long before = System.nanoTime();
        tried(page);

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
        assertThat(page.textContent("#essai")).contains("En cours depuis");
        assertThat(page.locator("main meta[http-equiv=refresh]").count()).isPositive();
        page.click("#arreter");
        page.waitForSelector("#essai [role=alert]");
        assertThat(page.textContent("#essai")).contains("L’essai a été arrêté");
        assertThat(Browser.fits(page)).isTrue();
    }

    private static void tried(Page page) {
        page.navigate(PAGE);
        page.fill("#part", "40");
        page.selectOption("#valeur", "SCORE");
        page.click(".leviers button[type=submit]");
        page.waitForURL("**/programmation/essai/*");
    }

    @Test
    void refusesNastyLeversWithASentenceAndStartsNothing() {
        for (String typed : List.of("-5", "=1+1", "'; drop table passerelle.study; --", "<script>alert(1)</script>")) {
            var answer = console.as(Role.ANALYSTE).post(TRIAL, Map.of("2018-ETUDE", typed));

            assertThat(answer.statusCode()).as(typed).isEqualTo(200);
            assertThat(answer.body()).contains("n’est pas un montant").doesNotContain("<script>alert", "Exception");
        }
        assertThat(console.as(Role.ANALYSTE)
                        .post(TRIAL, Map.of("scenario", "S-999999"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void saysInItsOwnWordsWhyTheProgramRefusesCreditsThatHoldNothing() {
        var analyst = console.as(Role.ANALYSTE);
        var path = analyst.post(TRIAL, Map.of("ouvertures-80", "99"))
                .headers()
                .firstValue("location")
                .orElseThrow();
        Waiting.until(() -> !analyst.get(path).body().contains("id=\"arreter\""));

        assertThat(plain(analyst.get(path).body()))
                .contains("role=\"alert\"")
                .doesNotContain("Exception", "at fr.passerelle", "Lecture de l");
    }

    @Test
    void isClosedToWhomItMustBe() {
        assertThat(console.nobody().status(PAGE)).isEqualTo(302);
        assertThat(console.as(Role.LECTEUR).post(TRIAL, Map.of()).statusCode()).isEqualTo(403);
        assertThat(console.nobody().post(TRIAL, Map.of()).statusCode()).isEqualTo(302);
        assertThat(console.as(Role.ANALYSTE).submit(TRIAL, "", Map.of()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void givesTheSameToMachines() {
        var table = console.as(Role.LECTEUR).get(PAGE + "/" + SCENARIO + "/programme.csv");
        var json = console.as(Role.LECTEUR).get("/api/v1/scenarios/" + SCENARIO);

        assertThat(table.body()).contains("scenario;nature;epci", SCENARIO + ";RECONSTITUTION;");
        assertThat(count(WRITTEN.formatted("EXPORTED", "programme " + SCENARIO)))
                .isOne();
        assertThat(json.body()).contains("\"scenario_id\":\"" + SCENARIO + "\"", "\"preuve\":\"OPTIMAL\"");
        assertThat(console.as(Role.LECTEUR).status("/api/v1/scenarios/S-999999"))
                .isEqualTo(404);
        assertThat(console.as(Role.LECTEUR).status(PAGE + "/rien/programme.csv"))
                .isEqualTo(404);
    }

    private static final String CALENDARS = "/tournees";
    private static final String FOLLOWED = "/suivi";
    private static final String ANIMATEURS = """
        animateur;epci_siren;commune;epcis_desservies;demi_journees;absences;tablettes
        A-01;200072031;02168;;MARDI_MATIN|MARDI_APRES_MIDI|JEUDI_MATIN|JEUDI_APRES_MIDI;;
        """;

    @BeforeAll
    void publishACalendar(@TempDir Path folder) {
        assertThat(read(CALENDARS)).contains("Aucun calendrier n’est encore préparé");
        assertThat(read(FOLLOWED)).contains("Aucun mois n’est encore complet");
        var animateurs = Tree.write(folder.resolve("animateurs.csv"), ANIMATEURS);
        var plan = "tournees plan --animateurs %s --from 2018-01-08 --weeks 4 --reason Rentrée";
        said(console.system(), plan, animateurs);
        assertThat(read(CALENDARS)).contains("Aucun calendrier n’est encore calculé", "Rentrée");
        said(console.system(), "tournees run T-000001");
        assertThat(read(CALENDARS)).contains("Calendrier T-000001, calculé", "Il n’est pas publié");
        said(console.system(), "tournees publish T-000001 --reason=Rentrée");
        var seances = Tree.write(folder.resolve("seances.csv"), seances());
        said(console.system(), "tournees seances %s", seances);
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
        assertThat(read(CALENDARS))
                .contains("Calendrier T-000001, publié", "(reconstitution)", "Semaine du 8 janvier 2018")
                .contains("Journée de A-01", "class=\"chemin\"", "La charge de chacun", "Jusqu’où c’est prouvé")
                .contains("Séances que personne ne tient", "horaires supposés, à confirmer")
                .doesNotContain("??", "Il n’est pas publié", "annulée depuis");
        assertThat(read(CALENDARS + "?plan=T-000001&semaine=2018-W05")).contains("Semaine du 29 janvier 2018");
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
        assertThat(console.as(Role.LECTEUR)
                        .get("/api/v1/calendars?tour_id=T-000001")
                        .body())
                .contains("\"tour_id\":\"T-000001\"", "\"journees\":[{", "\"niveau\":\"MINUTES_DE_ROUTE\"");
        assertThat(console.as(Role.LECTEUR).status("/api/v1/calendars?tour_id=T-000009"))
                .isEqualTo(400);
        assertThat(console.nobody().status("/api/v1/calendars")).isEqualTo(401);
    }

    @Test
    void barsNobodyFromCalendars() {
        for (String path : new String[] {CALENDARS, FOLLOWED}) {
            assertThat(barriers(path, 1440, ColorScheme.LIGHT, Role.ADMINISTRATEUR))
                    .as(path)
                    .isEmpty();
            assertThat(barriers(path, 390, ColorScheme.DARK, Role.LECTEUR))
                    .as(path)
                    .isEmpty();
        }
    }

    private String read(String path) {
        return plain(console.as(Role.LECTEUR).get(path).body());
    }
}
