package fr.passerelle.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import fr.passerelle.console.security.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page of an intercommunalité in a real browser: what is folded, what unfolds it, and paper, where nothing is. */
class ConsoleFoldsIT extends ConsoleInBrowser {

    private static final String CHATEAU_THIERRY = "/intercommunalites/200072031";

    /** One of the intercommunalités of which a diagnostic is reconstructed. */
    private static final String THELLE = "/intercommunalites/200067973";

    /** Of the window that {@link Browser} opens. */
    private static final int SCREEN = 900;

    private static final String OPEN = "document.querySelectorAll('details.pli[open]').length";

    private Page page;

    @BeforeAll
    void open() {
        page = Browser.signedIn(browser.window(console.home(), 1440, ColorScheme.LIGHT), console, Role.LECTEUR);
    }

    @Test
    void tellsWhatIsProposedAndWhyInTwoScreens() {
        page.navigate(CHATEAU_THIERRY);

        assertThat((Integer) page.evaluate("document.documentElement.scrollHeight"))
                .isLessThanOrEqualTo(2 * SCREEN);
        assertThat(page.locator("details.pli > summary").allTextContents())
                .hasSize(6)
                .anyMatch(digest -> digest.contains("Lieux comparés") && digest.contains("12 lieux"))
                .noneMatch(digest -> digest.contains("??"));
    }

    @Test
    void unfoldsWhatAnAddressNamesAndAllWhereAllIsAskedFor() {
        page.navigate(CHATEAU_THIERRY);
        assertThat(page.evaluate(OPEN)).isEqualTo(0);

        page.navigate(CHATEAU_THIERRY + "#proximite");
        assertThat(page.isVisible("#proximite")).isTrue();
        assertThat(page.evaluate(OPEN)).isEqualTo(1);

        page.navigate(CHATEAU_THIERRY + "?tout=oui#etapes");
        assertThat(page.evaluate(OPEN)).isEqualTo(6);
    }

    @Test
    void setsWhatWasAskedForBesideWhatIsProposed() {
        page.navigate(THELLE + "#besoins");

        assertThat(page.locator("#besoins summary").textContent()).contains("demandes différentes", "sans réponse");
        assertThat(page.locator("#besoins tbody tr").count()).isBetween(5, 9);
        assertThat(page.locator("#besoins").textContent())
                .contains("sans effet sur elle", "Ce qui reste sans réponse", "Questionnaire fictif")
                .doesNotContain("??");
    }

    @Test
    void unfoldsByKeyboard() {
        page.navigate(CHATEAU_THIERRY);

        page.focus("#financement summary");
        page.keyboard().press("Enter");

        assertThat(page.isVisible("#financement .argent")).isTrue();
    }
}
