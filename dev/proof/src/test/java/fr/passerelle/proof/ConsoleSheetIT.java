package fr.passerelle.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import fr.passerelle.console.security.Role;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a vice-president is handed: one side of A4 about the region, and one about each département. */
class ConsoleSheetIT extends ConsoleInBrowser {

    private static final Path SHEETS = Tree.root().resolve("dev/proof/target/screens");

    /** Chromium writes the pages of a document as they are, and compresses what is on them alone. */
    private static final Pattern SIDE = Pattern.compile("/Type\\s*/Page\\b(?!s)");

    private static final Pattern A4 = Pattern.compile("/MediaBox\\s*\\[0 0 59[45][.\\d]* 84[12][.\\d]*\\]");

    private Page page;

    @BeforeAll
    void open() {
        page = Browser.signedIn(browser.window(console.home(), 1440, ColorScheme.DARK), console, Role.LECTEUR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/synthese", "/synthese/02", "/synthese/60", "/synthese/80"})
    void takesOneSideOfA4(String path) {
        page.navigate(path);

        var sheet = new String(
                page.pdf(new Page.PdfOptions()
                        .setPreferCSSPageSize(true)
                        .setPath(SHEETS.resolve(path.substring(1).replace("/", "-") + ".pdf"))),
                StandardCharsets.ISO_8859_1);

        assertThat(SIDE.matcher(sheet).results()).hasSize(1);
        assertThat(A4.matcher(sheet).results()).hasSize(1);
    }

    @Test
    void keepsTheTitleOfTheListOfTheBudget() {
        page.navigate("/budget");
        page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true).setPath(SHEETS.resolve("budget.pdf")));
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

        assertThat(page.locator(".table-detail > summary").isVisible()).isTrue();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(null));
    }

    @Test
    void countsTheSameEtapesAsTheFirstPage() {
        page.navigate("/synthese");
        int whole = Integer.parseInt(
                page.textContent(".bilan li:nth-child(2) strong").strip());

        page.navigate("/");
        assertThat(page.textContent(".bilan")).containsPattern(whole + "\\s+étapes nomades");
        assertThat(page.textContent(".figure-carte figcaption"))
                .contains(whole + " étapes, une par lieu d’accueil, pour");
    }

    @Test
    void saysWhatSessionsCostAndHowManyEtapesNobodyPaysWhereItDecides() {
        for (String path : List.of("/synthese", "/budget")) {
            page.navigate(path);
            assertThat(page.textContent("main"))
                    .as(path)
                    .containsPattern("\\d+ étapes nomades demandent [\\d,]+ temps plein d’animateur")
                    .containsPattern("de l’ordre de [\\d\\h]+€ par an")
                    .containsPattern("Pour \\d+ d’entre elles, qui paiera reste à trouver");
        }
    }

    @Test
    void saysWhatNotToSignAndThatAllIsAReconstruction() {
        page.navigate("/synthese");

        assertThat(page.textContent(".reserves"))
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
    void namesThePlacesThatADepartementIsProposed() {
        page.navigate("/synthese/02");

        int proposed = Integer.parseInt(
                page.textContent(".bilan li:first-child strong").strip());
        assertThat(page.locator("section[aria-labelledby='titre-lieux'] li").count())
                .isEqualTo(proposed);
        assertThat(page.textContent("section[aria-labelledby='titre-lieux']")).contains("Fère-en-Tardenois");
    }

    @Test
    void saysWhereAnIntercommunaliteOfTwoDepartementsCounts() {
        page.navigate("/synthese/02");

        assertThat(page.textContent(".feuille")).contains("À cheval sur deux départements", "Est de la Somme (Somme)");
    }

    @Test
    void showsTodayBesideWhatIsProposed() {
        page.navigate("/avant-apres");

        assertThat(page.locator(".avant-et-apres svg.carte-neutre").count()).isEqualTo(2);
        assertThat(page.textContent("main"))
                .contains("Points de médiation", "en baisse")
                .doesNotContain("??");
        int open = ((Number) page.evaluate("() => [...document.querySelectorAll('section:last-of-type tbody tr')]"
                        + ".reduce((sum, row) => sum + Number(row.cells[1].textContent), 0)"))
                .intValue();
        assertThat(page.textContent(".avant-et-apres .compte-legende").strip()).isEqualTo(String.valueOf(open));
    }
}
