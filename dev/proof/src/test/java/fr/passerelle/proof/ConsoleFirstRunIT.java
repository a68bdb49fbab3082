package fr.passerelle.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The page that follows the first run, on a telephone: before it begins, once it stopped, and once it is given up. */
@Tag("proof")
class ConsoleFirstRunIT {

    @Test
    void followsTheFirstRunToItsEndAndAsksNothingMore() {
        try (var browser = Browser.start();
                var system = Deployments.fresh("first-run", Map.of("passerelle.await.empty-group", "3s"));
                var console = ConsoleProgram.start(system.properties(), ConsoleSystem.PASSWORD)) {
            var window = browser.window(console.home(), 390, ColorScheme.LIGHT);
            var page = Browser.signedIn(window, ConsoleSystem.ADMIN, ConsoleSystem.PASSWORD);
            page.navigate("/");
            shows(page, "aucune exécution n’a commencé");

            assertThat(system.batch(Map.of(), Inputs.workedCases()).end()).isEqualTo(1);
            page.waitForSelector("text=s’est arrêtée avant la fin");
            shows(page, "./passerelle restart N-000001");
            assertThat(page.locator("[hx-get]").count()).isZero();

            assertThat(system.batch("abandon", "N-000001", "--reason", "essai").end())
                    .isZero();
            page.reload();
            shows(page, "la dernière exécution est abandonnée");
            assertThat(page.locator("[hx-get]").count()).isZero();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static void shows(Page page, String text) {
        page.waitForLoadState();
        assertThat(page.textContent("main")).contains(text).doesNotContain("??");
        assertThat(Browser.fits(page)).isTrue();
        assertThat(Browser.barriers(page)).isEmpty();
    }
}
