package fr.passerelle.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import fr.passerelle.console.security.Role;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first minute on a laptop, on a telephone and without a script: where one may go, and what the first screen says. */
class ConsoleMenuIT extends ConsoleInBrowser {

    private static final int LAPTOP = 1366;
    private static final int LAPTOP_HEIGHT = 768;
    private static final int MOST = 8;

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
        page.context().close();
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
        reader.context().close();
        operator.context().close();
    }

    @Test
    void holdsTheMapAndItsFiguresOnTheFirstScreen() {
        var page = signedIn(LAPTOP, LAPTOP_HEIGHT, true, Role.LECTEUR);
        page.navigate("/");

        assertThat(bottom(page, ".carte-region")).isLessThanOrEqualTo(LAPTOP_HEIGHT);
        assertThat(bottom(page, ".bilan")).isLessThanOrEqualTo(LAPTOP_HEIGHT);
        assertThat(page.locator(".carte-region").boundingBox().height).isGreaterThan(300);
        page.context().close();
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
}
