package fr.passerelle.proof;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import fr.passerelle.console.security.Role;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/** Debian's Chromium, without a window, and what it complains of. */
final class Browser implements AutoCloseable {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    private static final List<String> QUIET =
            List.of(("--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
                            + "--disable-component-update --disable-sync --disable-default-apps")
                    .split(" "));

    /** The body too: what is positioned out of a table that scrolls widens it alone, and a telephone then shows the page small. */
    private static final String WITHIN_ITS_WINDOW =
            "() => Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)"
                    + " <= document.documentElement.clientWidth";

    /** Chromium writes the pages of a document as they are, and compresses what is on them alone. */
    static final Pattern SIDE = Pattern.compile("/Type\\s*/Page\\b(?!s)");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    private Browser(Playwright playwright) {
        this.playwright = playwright;
        this.chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(QUIET));
    }

    /** Starts one; where it is not installed the test is left out, and says so. */
    static Browser start() {
        assumeTrue(Files.isExecutable(CHROMIUM), "Chromium is not installed: " + CHROMIUM);
        return new Browser(Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))));
    }

    /** What pages said on the console, failed at, or asked of somewhere else, since it started. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** A window of its own, where nobody has signed in, and nothing moves: a colour on its way to another is neither. */
    BrowserContext window(URI home, int width, ColorScheme scheme) {
        return window(home, options(width, 900).setColorScheme(scheme));
    }

    /** One of this size, light, where scripts run or do not. */
    BrowserContext window(URI home, int width, int height, boolean scripts) {
        return window(home, options(width, height).setJavaScriptEnabled(scripts));
    }

    private static com.microsoft.playwright.Browser.NewContextOptions options(int width, int height) {
        return new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setLocale("fr-FR")
                .setReducedMotion(ReducedMotion.REDUCE);
    }

    private BrowserContext window(URI home, com.microsoft.playwright.Browser.NewContextOptions options) {
        var context = chromium.newContext(options.setBaseURL(home.toString()));
        context.setDefaultTimeout(60_000);
        context.onPage(page -> listen(home, page));
        return context;
    }

    void closeWindows() {
        chromium.contexts().forEach(BrowserContext::close);
    }

    /** The page of somebody of this role, signed in by the form. */
    static Page signedIn(BrowserContext window, ConsoleSystem console, Role role) {
        return signedIn(window, console.login(role), console.password(role));
    }

    /** The page of somebody, signed in by the form. */
    static Page signedIn(BrowserContext window, String login, String password) {
        var page = window.newPage();
        page.navigate("/connexion");
        page.fill("#username", login);
        page.fill("#password", password);
        page.click("button[type=submit]");
        page.waitForSelector("#contenu");
        return page;
    }

    /** The PDF that a page is printed as, each byte a character. */
    static String printed(Page page, String name) {
        var options = new Page.PdfOptions()
                .setPreferCSSPageSize(true)
                .setPath(Tree.root().resolve("dev/proof/target/screens").resolve(name + ".pdf"));
        return new String(page.pdf(options), StandardCharsets.ISO_8859_1);
    }

    /** Whom a page would leave out, as axe finds. */
    static List<String> barriers(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .flatMap(violation -> violation.getNodes().stream()
                                .map(node ->
                                        violation.getId() + ": " + node.getTarget() + " " + node.getFailureSummary()))
                        .toList();
    }

    /** Whether a page is no wider than its window. */
    static boolean fits(Page page) {
        return Boolean.TRUE.equals(page.evaluate(WITHIN_ITS_WINDOW));
    }

    private void listen(URI home, Page page) {
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) {
                complaints.add(page.url() + " says " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + " fails: " + error));
        page.onDialog(dialog -> {
            complaints.add(page.url() + " asks " + dialog.message());
            dialog.dismiss();
        });
        page.onRequest(request -> {
            if (!request.url().startsWith(home.toString()) && !request.url().matches("(data|blob|about):.*")) {
                complaints.add(page.url() + " asks elsewhere: " + request.url());
            }
        });
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
