package fr.passerelle.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import fr.passerelle.console.security.Role;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The maps in a real browser: what one sees of them, on a screen and on a telephone, light and dark. */
class ConsoleMapIT extends ConsoleInBrowser {

    /** What WCAG asks of what is not text. */
    private static final double ENOUGH = 3;

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
        var page = Browser.signedIn(browser.window(console.home(), width, scheme), console, Role.LECTEUR);
        page.navigate(path);
        looking.accept(page);
        page.context().close();
    }
}
