package fr.passerelle.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import fr.passerelle.console.security.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What one sees of the demonstration in a real browser: the first minute on a laptop, on a telephone and without a script; the maps, light
 * and dark; the page of an intercommunalité, what is folded of it and what unfolds it;
 * and what a vice-president is handed: one side of A4 about the region, and one about each département.
 */
class ConsoleScreenIT extends WithConsole.InBrowser {

    private static final int LAPTOP = 1366;
    private static final int LAPTOP_HEIGHT = 768;
    private static final int MOST = 8;

    private static final String CHATEAU_THIERRY = "/intercommunalites/200072031";

    /** One of the intercommunalités of which a diagnostic is reconstructed. */
    private static final String THELLE = "/intercommunalites/200067973";

    /** Of the window that {@link Browser} opens. */
    private static final int SCREEN = 900;

    private static final String OPEN = "document.querySelectorAll('details.pli[open]').length";

    /** What WCAG asks of what is not text. */
    private static final double ENOUGH = 3;

    private static final Pattern A4 = Pattern.compile("/MediaBox\\s*\\[0 0 59[45][.\\d]* 84[12][.\\d]*\\]");
    private static final String NAMES_OVER_EACH_OTHER = """
        () => {
          const names = [...document.querySelectorAll('.villes text')]
              .map(name => [name.textContent, name.getBoundingClientRect()])
              .filter(([text, box]) => box.width > 0);
          const over = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
          return [names.length, names.flatMap(([text, box], i) => names.slice(i + 1)
              .filter(([other, otherBox]) => over(box, otherBox)).map(([other]) => text + ' / ' + other))];
        }\
        """;

    private static final String LEAST_CONTRAST = """
        () => {
          const paper = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
          const light = colour => {
            paper.fillStyle = colour;
            paper.fillRect(0, 0, 1, 1);
            const [r, g, b] = [...paper.getImageData(0, 0, 1, 1).data].map(c => c / 255)
                .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
            return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
          };
          return Math.min(...[...document.querySelectorAll('a > .zone')].map(getComputedStyle).map(style => {
            const [stroke, fill] = [light(style.stroke), light(style.fill)];
            return Math.max(stroke, fill) / Math.min(stroke, fill);
          }));
        }\
        """;

    @ParameterizedTest
    @CsvSource({"1366, false", "1366, true", "1024, false", "390, false", "390, true"})
    void leadsToEachPageWithOrWithoutAScript(int width, boolean scripts) {
        var page = signedIn(width, LAPTOP_HEIGHT, scripts, Role.OPERATEUR);

        for (String entry : List.of("Intercommunalités", "Salles", "Budget", "Décisions", "Règles", "Rejeux")) {
            page.navigate("/aide");
            unfold(page, "Menu");
            if (entry.equals("Rejeux")) {
                unfold(page, "Exploitation");
            }
            var link = visible(page.locator("header a:has-text('" + entry + "')"));
            assertThat(link).as(entry + " at " + width).hasSize(1);
            link.getFirst().click();
            page.waitForSelector("h1");
            assertThat(page.url()).as(entry).doesNotContain("/aide");
        }
        assertThat(Browser.fits(page)).isTrue();
    }

    @Test
    void showsAtMostEightEntriesAndNothingThatARoleHasNoUseFor() {
        var reader = signedIn(LAPTOP, LAPTOP_HEIGHT, true, Role.LECTEUR);
        var operator = signedIn(LAPTOP, LAPTOP_HEIGHT, true, Role.OPERATEUR);

        assertThat(entries(reader)).hasSizeBetween(5, MOST).doesNotContain("Exploitation", "Rejeux", "Flux", "Comptes");
        assertThat(entries(operator))
                .hasSizeBetween(5, MOST)
                .contains("Exploitation")
                .doesNotContain("Rejeux");
        unfold(operator, "Exploitation");
        assertThat(entries(operator)).contains("Exécutions", "Rejeux", "Flux").doesNotContain("Comptes");
    }

    @Test
    void holdsTheMapAndItsFiguresOnTheFirstScreen() {
        var page = signedIn(LAPTOP, LAPTOP_HEIGHT, true, Role.LECTEUR);
        page.navigate("/");

        assertThat(bottom(page, ".carte-region")).isLessThanOrEqualTo(LAPTOP_HEIGHT);
        assertThat(bottom(page, ".bilan")).isLessThanOrEqualTo(LAPTOP_HEIGHT);
        assertThat(page.locator(".carte-region").boundingBox().height).isGreaterThan(300);
    }

    @Test
    void hasAPageOfItsOwnForWhatChanged() {
        var page = console.as(Role.LECTEUR).get("/changements");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("<h1>Ce qui a changé</h1>", "Première publication")
                .doesNotContain("??");
    }

    private Page signedIn(int width, int height, boolean scripts, Role role) {
        return Browser.signedIn(browser.window(console.home(), width, height, scripts), console, role);
    }

    /** Where there is such a fold, and it is shut. */
    private static void unfold(Page page, String name) {
        visible(page.locator("header details:not([open]) > summary:has-text('" + name + "')"))
                .forEach(Locator::click);
    }

    private static List<Locator> visible(Locator all) {
        return all.all().stream().filter(Locator::isVisible).toList();
    }

    /** What the menu shows, but for the account. */
    private static List<String> entries(Page page) {
        var names = new ArrayList<String>();
        visible(page.locator("header li a, header li summary"))
                .forEach(entry -> names.add(entry.innerText().strip()));
        return names;
    }

    private static double bottom(Page page, String selector) {
        var box = page.locator(selector).first().boundingBox();
        return box.y + box.height;
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1440})
    void letsNoNameOfATownCoverAnother(int width) {
        for (String path : List.of("/", "/intercommunalites", "/intercommunalites/200072031?tout=oui")) {
            on(path, width, ColorScheme.LIGHT, page -> {
                var found = (List<?>) page.evaluate(NAMES_OVER_EACH_OTHER);
                assertThat((Integer) found.getFirst()).as(path).isGreaterThan(width > 1000 ? 7 : 3);
                assertThat((List<?>) found.getLast()).as(path).isEmpty();
            });
        }
    }

    @Test
    void drawsEdgesThatCanBeSeen() {
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            on(
                    "/intercommunalites",
                    1440,
                    scheme,
                    page -> assertThat(((Number) page.evaluate(LEAST_CONTRAST)).doubleValue())
                            .as(scheme.name())
                            .isGreaterThanOrEqualTo(ENOUGH));
        }
    }

    @Test
    void saysWhatIsHatchedAndWhatIsNotOfTheRegion() {
        on("/", 1440, ColorScheme.LIGHT, page -> {
            assertThat(page.getAttribute(".carte-region .carte-trou", "d")).startsWith("M");
            assertThat(page.textContent(".figure-carte .legende-trou")).contains("Intercommunalité sans salle");
            assertThat(page.textContent(".figure-carte figcaption"))
                    .contains("IGN")
                    .contains("ne font pas foi");
        });
    }

    private void on(String path, int width, ColorScheme scheme, Consumer<Page> looking) {
        var page = page(width, scheme, Role.LECTEUR);
        page.navigate(path);
        looking.accept(page);
    }

    @Test
    void tellsWhatIsProposedInTwoScreensAndUnfoldsWhatAnAddressNames() {
        var page = reader();
        page.navigate(CHATEAU_THIERRY);

        assertThat((Integer) page.evaluate("document.documentElement.scrollHeight"))
                .isLessThanOrEqualTo(2 * SCREEN);
        assertThat(page.locator("details.pli > summary").allTextContents())
                .hasSize(6)
                .anyMatch(digest -> digest.contains("Lieux comparés") && digest.contains("12 lieux"))
                .noneMatch(digest -> digest.contains("??"));

        assertThat(page.evaluate(OPEN)).isEqualTo(0);

        page.navigate(CHATEAU_THIERRY + "#proximite");
        assertThat(page.isVisible("#proximite")).isTrue();
        assertThat(page.evaluate(OPEN)).isEqualTo(1);

        page.navigate(CHATEAU_THIERRY + "?tout=oui#etapes");
        assertThat(page.evaluate(OPEN)).isEqualTo(6);
    }

    @Test
    void setsWhatWasAskedForBesideWhatIsProposed() {
        var page = reader();
        page.navigate(THELLE + "#besoins");

        assertThat(page.locator("#besoins summary").textContent()).contains("demandes différentes", "sans réponse");
        assertThat(page.locator("#besoins tbody tr").count()).isBetween(5, 9);
        assertThat(page.locator("#besoins").textContent())
                .contains("sans effet sur elle", "Ce qui reste sans réponse", "Questionnaire fictif")
                .doesNotContain("??");
    }

    @Test
    void unfoldsByKeyboard() {
        var page = reader();
        page.navigate(CHATEAU_THIERRY);

        page.focus("#financement summary");
        page.keyboard().press("Enter");

        assertThat(page.isVisible("#financement .argent")).isTrue();
    }

    /** The page of a reader, in a window of a screen. */
    private Page reader() {
        return page(1440, ColorScheme.LIGHT, Role.LECTEUR);
    }

    /** A page in the dark, which a printer does not show. */
    private Page sheet(String path) {
        var sheet = page(1440, ColorScheme.DARK, Role.LECTEUR);
        sheet.navigate(path);
        return sheet;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/synthese", "/synthese/02", "/synthese/60", "/synthese/80"})
    void takesOneSideOfA4(String path) {
        var sheet = sheet(path);

        var printed = Browser.printed(sheet, path.substring(1).replace("/", "-"));

        assertThat(Browser.SIDE.matcher(printed).results()).hasSize(1);
        assertThat(A4.matcher(printed).results()).hasSize(1);
    }

    @Test
    void keepsTheTitleOfTheListOfTheBudget() {
        var sheet = sheet("/budget");
        Browser.printed(sheet, "budget");
        sheet.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

        assertThat(sheet.locator(".table-detail > summary").isVisible()).isTrue();
    }

    @Test
    void countsTheSameEtapesAsTheFirstPage() {
        var sheet = sheet("/synthese");
        int whole = Integer.parseInt(
                sheet.textContent(".bilan li:nth-child(2) strong").strip());

        sheet.navigate("/");
        assertThat(sheet.textContent(".bilan")).containsPattern(whole + "\\s+étapes nomades");
        assertThat(sheet.textContent(".figure-carte figcaption"))
                .contains(whole + " étapes, une par lieu d’accueil, pour");
    }

    @Test
    void saysWhatSessionsCostAndHowManyEtapesNobodyPaysWhereItDecides() {
        for (String path : List.of("/synthese", "/budget")) {
            assertThat(sheet(path).textContent("main"))
                    .as(path)
                    .containsPattern("\\d+ étapes nomades demandent [\\d,]+ temps plein d’animateur")
                    .containsPattern("de l’ordre de [\\d\\h]+€ par an")
                    .containsPattern("Pour \\d+ d’entre elles, qui paiera reste à trouver");
        }
    }

    @Test
    void saysWhatNotToSignAndThatAllIsAReconstruction() {
        assertThat(sheet("/synthese").textContent(".reserves"))
                .contains(
                        "Rien de cette page",
                        "reconstituées",
                        "ex æquo",
                        "coût",
                        "à instruire",
                        "proximité",
                        "Moins de 50\u00a0% des mois")
                .containsPattern("\\d[\\d,]*\u00a0% → \\d[\\d,]*\u00a0%")
                .doesNotContain("??");
    }

    @Test
    void namesThePlacesThatADepartementIsProposedAndWhereAnEpciOfTwoCounts() {
        var sheet = sheet("/synthese/02");

        int proposed = Integer.parseInt(
                sheet.textContent(".bilan li:first-child strong").strip());
        assertThat(sheet.locator("section[aria-labelledby='titre-lieux'] li").count())
                .isEqualTo(proposed);
        assertThat(sheet.textContent("section[aria-labelledby='titre-lieux']")).contains("Fère-en-Tardenois");

        assertThat(sheet.textContent(".feuille")).contains("À cheval sur deux départements", "Est de la Somme (Somme)");
    }

    @Test
    void showsTodayBesideWhatIsProposed() {
        var sheet = sheet("/avant-apres");

        assertThat(sheet.locator(".avant-et-apres svg.carte-neutre").count()).isEqualTo(2);
        assertThat(sheet.textContent("main"))
                .contains("Points de médiation", "en baisse")
                .doesNotContain("??");
        int open = ((Number) sheet.evaluate("() => [...document.querySelectorAll('section:last-of-type tbody tr')]"
                        + ".reduce((sum, row) => sum + Number(row.cells[1].textContent), 0)"))
                .intValue();
        assertThat(sheet.textContent(".avant-et-apres .compte-legende").strip()).isEqualTo(String.valueOf(open));
    }
}
