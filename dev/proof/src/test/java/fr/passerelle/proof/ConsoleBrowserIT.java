package fr.passerelle.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitUntilState;
import fr.passerelle.console.security.Role;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every kind of page in a real browser, at two widths, light and dark; and each role's main path without a mouse. */
class ConsoleBrowserIT extends WithConsole.InBrowser {

    private static final Path SCREENS = Tree.root().resolve("dev/proof/target/screens");

    /** Pictures of each page in four looks, for somebody to see. */
    private static final boolean PICTURES = Boolean.getBoolean("passerelle.screens");

    private static final int WIDE = 1440;
    private static final int NARROW = 390;

    private static final String DECISIONS = "decision";
    private static final String REPLAYS = "study where kind = 'REJEU'";

    /** In pixels of a style sheet, without its margins. */
    private static final int A4_WIDTH = 690;

    @Test
    void showsEveryPageWithoutAnythingToReproach() {
        var paths = new ArrayList<>(Visitor.Walk.from(console.as(Role.ADMINISTRATEUR)));
        paths.add("/salles/rien");
        var found = new ArrayList<String>();
        for (var look : looks().entrySet()) {
            var page = Browser.signedIn(look.getValue(), console, Role.ADMINISTRATEUR);
            for (String path : paths) {
                found.addAll(looked(page, path, look.getKey()));
            }
        }

        assertThat(paths).hasSizeGreaterThan(6);
        assertThat(found).isEmpty();
        assertThat(browser.complaints())
                .filteredOn(complaint -> !complaint.contains("/salles/rien"))
                .isEmpty();
    }

    /** Two that judge both widths and both colours. */
    private Map<String, BrowserContext> looks() {
        var looks = new LinkedHashMap<String, BrowserContext>();
        looks.put("1440-clair", browser.window(console.home(), WIDE, ColorScheme.LIGHT));
        looks.put("390-sombre", browser.window(console.home(), NARROW, ColorScheme.DARK));
        if (PICTURES) {
            looks.put("1440-sombre", browser.window(console.home(), WIDE, ColorScheme.DARK));
            looks.put("390-clair", browser.window(console.home(), NARROW, ColorScheme.LIGHT));
        }
        return looks;
    }

    private static List<String> looked(Page page, String path, String look) {
        page.navigate(path, new Page.NavigateOptions().setWaitUntil(WaitUntilState.LOAD));
        page.waitForTimeout(150);
        if (PICTURES) {
            picture(
                    page,
                    Visitor.Walk.kind(path).replace("/", "-").replace("*", "un").replaceFirst("^-", ""),
                    look);
        }
        var found = new ArrayList<String>();
        if (!Browser.fits(page)) {
            found.add(path + " (" + look + ") is wider than its window");
        }
        Browser.barriers(page).forEach(barrier -> found.add(path + " (" + look + ") " + barrier));
        return found;
    }

    private static void picture(Page page, String name, String look) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(SCREENS.resolve((name.isEmpty() ? "accueil" : name) + "-" + look + ".png")));
    }

    @Test
    void printsDarkOnWhiteWhateverTheScreen() {
        var page = page(WIDE, ColorScheme.DARK, Role.LECTEUR);
        page.navigate("/budget");
        assertThat(page.getAttribute("html", "data-bs-theme")).isEqualTo("dark");

        assertThat(widthAfter(page, "beforeprint")).isLessThan(A4_WIDTH);
        assertThat(page.getAttribute("html", "data-bs-theme")).isEqualTo("light");

        assertThat(widthAfter(page, "afterprint")).isGreaterThan(A4_WIDTH);
        assertThat(page.getAttribute("html", "data-bs-theme")).isEqualTo("dark");
    }

    /** Of a chart, at once: a window that is not really printed soon gives it its width again. */
    private static int widthAfter(Page page, String event) {
        return ((Number) page.evaluate("() => { window.dispatchEvent(new Event('" + event + "'));"
                        + " return Chart.getChart('graphe-departements').width; }"))
                .intValue();
    }

    @Test
    void makesOneStopOfTheKeyboardOfAMapAndReachesAllOfIt() {
        var page = page(WIDE, ColorScheme.LIGHT, Role.LECTEUR);
        page.navigate("/intercommunalites");
        var zones = page.locator(".carte-region a");
        var stop = page.locator(".carte-region a[tabindex='0']");
        assertThat(stop.count()).isOne();

        stop.focus();
        var named = new LinkedHashSet<String>();
        for (int i = 0; i < zones.count(); i++) {
            named.add(page.textContent(".carte-nommee"));
            page.keyboard().press("PageDown");
        }
        assertThat(named).hasSize(zones.count()).allMatch(name -> name.matches("C[AC] .+, .+"));

        var left = middle(page);
        page.keyboard().press("ArrowRight");
        assertThat(middle(page)).isGreaterThan(left);
        assertThat(stop.count()).isOne();
        page.keyboard().press("Enter");
        page.waitForURL("**/intercommunalites/*");
    }

    /** Where the zone that has the focus is, from the left of the map. */
    private static double middle(Page page) {
        return ((Number) page.evaluate(
                        "() => { const box = document.activeElement.getBBox(); return box.x + box.width / 2; }"))
                .doubleValue();
    }

    @Test
    void letsAReaderFindByKeyboardWhyChateauThierryIsWhatItIs() {
        var page = browser.window(console.home(), WIDE, ColorScheme.LIGHT).newPage();
        page.navigate("/");
        page.waitForSelector("#username");
        new Keyboard(page)
                .type(console.login(Role.LECTEUR))
                .to("Mot de passe")
                .type(console.password(Role.LECTEUR))
                .follow(console.home() + "**");
        page.waitForSelector("#contenu");

        new Keyboard(page).to("Aller au contenu");
        new Keyboard(page).to("Intercommunalités").follow("**/intercommunalites");
        new Keyboard(page).to("CA de la Région de Château-Thierry").follow("**/intercommunalites/*");

        assertThat(page.textContent("h1")).contains("Château-Thierry");
        assertThat(page.textContent("main")).contains("Fère-en-Tardenois");
    }

    @Test
    void letsAnAdministratorOpenAndEraseAnAccountByKeyboard() {
        var page = page(WIDE, ColorScheme.LIGHT, Role.ADMINISTRATEUR);

        new Keyboard(page).to("Exploitation").press("Enter").to("Comptes").follow("**/comptes");
        new Keyboard(page)
                .to("Nom du compte")
                .type("au-clavier")
                .to("Lecteur")
                .press("ArrowDown")
                .press("Enter");
        page.waitForSelector(".mot-de-passe");
        assertThat(page.textContent("tr:has-text('au-clavier')")).contains("Analyste");
        new Keyboard(page).to("au-clavier").follow("**/comptes/*");
        new Keyboard(page)
                .to("Oui, effacer")
                .press("Space")
                .to("Effacer le compte")
                .press("Enter");
        page.waitForSelector("text=Le compte est effacé");

        assertThat(count("account where login = 'au-clavier'")).isZero();
    }

    @Test
    void letsAnAnalystRecordADecisionByKeyboard() {
        var page = page(WIDE, ColorScheme.LIGHT, Role.ANALYSTE);
        long before = count(DECISIONS);

        new Keyboard(page).to("Décisions").follow("**/decisions");
        new Keyboard(page).to("Enregistrer une décision").follow("**/decisions/enregistrer");
        new Keyboard(page).to("Nom, SIREN").type("Beauvaisis");
        page.waitForSelector("#trouves a:has-text('CA du Beauvaisis')");
        new Keyboard(page).to("CA du Beauvaisis").follow("**/decisions/enregistrer?objet=*");
        new Keyboard(page).to("Notifiée par la Région").press("Space");
        new Keyboard(page)
                .to("Numéro de l’acte")
                .type("2017-042")
                .to("Date de l’acte")
                .type("02112017")
                .to("Organe qui a décidé")
                .type("Commission permanente")
                .press("Escape")
                .to("Motif")
                .type("Essai au clavier")
                .to("Enregistrer la décision")
                .follow("**/operations/decisions");

        Waiting.until("One decision more than " + before, () -> count(DECISIONS) == before + 1);
        assertThat(console.system()
                        .text("select account_id from passerelle.audit where action = 'DECIDE'"
                                + " order by audit_no desc limit 1"))
                .isEqualTo(console.idOf(console.login(Role.ANALYSTE)));
    }

    @Test
    void letsAnOperatorPrepareAReplayByKeyboard() {
        var page = page(WIDE, ColorScheme.LIGHT, Role.OPERATEUR);
        long before = count(REPLAYS);

        new Keyboard(page).to("Exploitation").press("Enter").to("Rejeux").follow("**/rejeux");
        new Keyboard(page).to("Préparer un rejeu").follow("**/rejeux/preparer");
        new Keyboard(page)
                .to("Barème")
                .to("Motif")
                .type("Essai au clavier")
                .to("Préparer un rejeu")
                .follow("**/operations/courante");

        Waiting.until("One replay more than " + before, () -> count(REPLAYS) == before + 1);
    }

    /** Hands that have no mouse: what is reached is reached by Tab, and one sees where one is. */
    private static final class Keyboard {

        private static final int FAR = 400;
        private static final String NAME =
                "() => { const e = document.activeElement; const l = e.labels && e.labels[0]; const by ="
                    + " e.getAttribute('aria-labelledby'); return ((l && l.innerText) || e.getAttribute('aria-label')"
                    + " || (by && document.getElementById(by)?.innerText) || e.innerText || e.value ||"
                    + " '').trim().replace(/\\s+/g, ' '); }";
        private static final String IS_SEEN =
                "() => { const e = document.activeElement; const s = getComputedStyle(e); const b ="
                    + " e.getBoundingClientRect(); return b.width > 0 && b.height > 0 && ((s.outlineStyle !== 'none'"
                    + " && parseFloat(s.outlineWidth) > 0) || s.boxShadow !== 'none' ||"
                    + " [...e.querySelectorAll('*')].some(c => { const d = getComputedStyle(c); return d.stroke !=="
                    + " 'none' && parseFloat(d.strokeWidth) >= 3; })); }";

        private final Page page;

        Keyboard(Page page) {
            this.page = page;
        }

        /** Goes on, control by control, to the one whose name starts so; each one on the way shows that it has the focus. */
        Keyboard to(String name) {
            for (int i = 0; i < FAR; i++) {
                page.keyboard().press("Tab");
                var here = String.valueOf(page.evaluate(NAME));
                if (here.startsWith(name)) {
                    if (!Boolean.TRUE.equals(page.evaluate(IS_SEEN))) {
                        throw new AssertionError("The focus is not seen on « " + here + " » of " + page.url());
                    }
                    return this;
                }
            }
            throw new AssertionError("Nothing is called « " + name + " » on " + page.url());
        }

        Keyboard type(String text) {
            page.keyboard().type(text);
            return this;
        }

        Keyboard press(String key) {
            page.keyboard().press(key);
            return this;
        }

        /** Presses Enter and waits for the page that it leads to. */
        Keyboard follow(String url) {
            page.keyboard().press("Enter");
            page.waitForURL(url);
            return this;
        }
    }
}
