package fr.passerelle.proof;

import static fr.passerelle.proof.Deployments.said;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import fr.passerelle.console.security.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What credits would fund, from their file to the page, its levers and its two sides of A4. */
class ConsoleProgrammationIT extends ConsoleInBrowser {

    private static final String PAGE = "/programmation";
    private static final String TRIAL = "/programmation/essai";
    private static final String WRITTEN =
            "select count(*) from passerelle.audit where action = '%s' and subject = '%s'";
    private static final String SCENARIO = "S-000001";
    private static final Path SCREENS = Tree.root().resolve("dev/proof/target/screens");
    private static final Pattern SIDE = Pattern.compile("/Type\\s*/Page\\b(?!s)");
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
    void plan(@TempDir Path folder) throws IOException {
        assertThat(console.as(Role.LECTEUR).get(PAGE).body()).contains("Aucun scénario n’est encore calculé");
        var credits = Files.writeString(folder.resolve("credits.csv"), CREDITS);
        said(
                console.system(),
                "enveloppe",
                "plan",
                "--credits=" + credits,
                "--valeur=HABITANTS",
                "--reason=Budget primitif");
        said(console.system(), "enveloppe", "run", SCENARIO);
    }

    @Test
    void showsWhatTheScenarioComputed() {
        assertThat(text(console.as(Role.LECTEUR).get(PAGE).body()))
                .contains("Scénario " + SCENARIO + ", calculé", "(reconstitution)", "Prouvé")
                .contains("comptés deux fois", "Aisne : au moins une ouverture")
                .contains("Pourquoi : ", "Le texte pour le maire", "Il ne décide rien", "ne vaut pas proposition")
                .doesNotContain("??")
                .doesNotContain("class=\"leviers\"");
    }

    @Test
    void barsNobodyAndTakesNoMoreThanTwoSides() {
        assertThat(barriers(1440, ColorScheme.LIGHT)).isEmpty();
        assertThat(barriers(390, ColorScheme.DARK)).isEmpty();

        var page = Browser.signedIn(browser.window(console.home(), 1440, ColorScheme.LIGHT), console, Role.LECTEUR);
        page.navigate(PAGE);
        assertThat(sides(page)).isEqualTo(2);
        page.context().close();
    }

    private List<String> barriers(int width, ColorScheme scheme) {
        var page = Browser.signedIn(browser.window(console.home(), width, scheme), console, Role.ANALYSTE);
        page.navigate(PAGE);
        var found = Browser.barriers(page);
        assertThat(Browser.fits(page)).isTrue();
        page.context().close();
        return found;
    }

    private static long sides(Page page) {
        var pdf = page.pdf(
                new Page.PdfOptions().setPreferCSSPageSize(true).setPath(SCREENS.resolve("programmation.pdf")));
        return SIDE.matcher(new String(pdf, StandardCharsets.ISO_8859_1))
                .results()
                .count();
    }

    @Test
    void saysOnItsFirstScreensWhatHalfTheMoneyWouldFundAndWhereToTryOther() {
        var page = Browser.signedIn(browser.window(console.home(), 1366, 768, true), console, Role.ANALYSTE);
        page.navigate(PAGE);

        assertThat(text(page.textContent("main"))).contains("Avec la moitié des crédits", "au lieu de");
        assertThat(page.locator("#titre-moitie").boundingBox().y).isLessThan(768);
        assertThat(page.locator("#titre-leviers").boundingBox().y).isLessThan(2 * 768);
        page.context().close();
    }

    @Test
    void answersATrialBesideTheScenarioAndKeepsNothing() {
        var page = Browser.signedIn(browser.window(console.home(), 1440, ColorScheme.LIGHT), console, Role.ANALYSTE);
        tried(page);
        page.waitForSelector("#essai table");

        assertThat(page.textContent("#essai"))
                .contains("L’essai", "leurs niveaux ne se comparent pas", "Cet essai part de l’exécution N-000001");
        assertThat(page.inputValue("#part")).isEqualTo("40");
        assertThat(Browser.barriers(page)).isEmpty();
        assertThat(console.system().number("select count(*) from passerelle.study where starts_with(study_id, 'S-')"))
                .isOne();
        assertThat(console.system().number(WRITTEN.formatted("TRIAL", SCENARIO)))
                .isPositive();
        page.context().close();
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
        page.context().close();
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

        assertThat(text(analyst.get(path).body()))
                .contains("role=\"alert\"")
                .doesNotContain("Exception", "at fr.passerelle", "Lecture de l");
    }

    @Test
    void isClosedToWhomItMustBe() {
        assertThat(console.nobody().get(PAGE).statusCode()).isEqualTo(302);
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
        assertThat(console.system().number(WRITTEN.formatted("EXPORTED", "programme " + SCENARIO)))
                .isOne();
        assertThat(json.body()).contains("\"scenario_id\":\"" + SCENARIO + "\"", "\"preuve\":\"OPTIMAL\"");
        assertThat(console.as(Role.LECTEUR).get("/api/v1/scenarios/S-999999").statusCode())
                .isEqualTo(404);
        assertThat(console.as(Role.LECTEUR).get(PAGE + "/rien/programme.csv").statusCode())
                .isEqualTo(404);
    }

    private static String text(String page) {
        return page.replaceAll("[\\u00a0\\u202f]", " ");
    }
}
