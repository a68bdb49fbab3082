package fr.passerelle.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.process.PrivateFiles;
import fr.passerelle.schemas.event.Disponibilite;
import fr.passerelle.schemas.event.Reponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** Pages are reviewed as sources are: templates have short lines, over the one view that a controller hands to each; and what scripts must listen to and say, which browsers run in the proofs. */
class PageSourcesTest {

    private static final int LIMIT = 120;
    private static final Path MAIN = Path.of("src", "main");
    private static final Pattern ATTRIBUTE = Pattern.compile(
            "(?:\\.add(?:Attribute|All\\w+|Object)\\(|new ModelAndView\\((?:(?!\\.add)[^,;])+,)\\s*([^,]+)");
    private static final Pattern FIGURE = Pattern.compile("(?s)<figure.*?</figure>");
    private static final Pattern FIRST_TAG_HIDDEN = Pattern.compile("[^>]*\\bhidden\\b[^>]*>");
    private static final Pattern MARK = Pattern.compile("[\\u2500-\\u27bf]");

    private static final Pattern FAMILY = Pattern.compile("fr\\.word\\('([^']*)'");
    private static final String TEXTS = "explanation/textes_fr.properties";

    @Test
    void findsNoLineOfATemplateTooLong() {
        List<Path> templates = files("resources/templates", ".html");

        assertThat(templates).hasSizeGreaterThan(40);
        assertThat(templates.stream().flatMap(PageSourcesTest::tooLong))
                .as("lines of more than %d characters", LIMIT)
                .isEmpty();
    }

    /** One name, so that a page has one view: but for the two by which a page corrects what its frame shows, and the page of errors. */
    @Test
    void findsOneViewOfEachPage() {
        assertThat(files("java", ".java").stream()
                        .filter(source -> !source.endsWith("ErrorPage.java"))
                        .map(PageSourcesTest::read)
                        .flatMap(PageSourcesTest::attributes))
                .hasSizeGreaterThan(20)
                .containsOnly("\"page\"", "\"section\"", "\"reconstitution\"");
    }

    @Test
    void hidesWhatOnlyAScriptFills() {
        List<String> figures = files("resources/templates", ".html").stream()
                .map(PageSourcesTest::read)
                .flatMap(page -> FIGURE.matcher(page).results().map(MatchResult::group))
                .filter(figure -> figure.contains("<canvas"))
                .toList();

        assertThat(figures)
                .hasSize(3)
                .allMatch(figure -> FIRST_TAG_HIDDEN.matcher(figure).lookingAt());
    }

    /** Arrows between two words are in every font; what is drawn as a mark need not be. */
    @Test
    void findsNoMarkThatAFontMayLack() {
        List<Path> sources = Stream.of(".html", ".css", ".properties", ".java")
                .flatMap(suffix -> files("", suffix).stream())
                .toList();

        assertThat(sources).hasSizeGreaterThan(200);
        assertThat(sources)
                .filteredOn(source -> MARK.matcher(read(source)).find())
                .isEmpty();
    }

    @Test
    void drawsEachMarkThatAPageNames() {
        String drawings = read(MAIN.resolve("resources/templates/page/signe.html"));
        Stream<String> judged = Stream.concat(
                Arrays.stream(Disponibilite.values()).map(Enum::name),
                Arrays.stream(Reponse.values()).map(Enum::name));

        assertThat(Stream.concat(judged, Stream.of("ascending", "descending", "none")))
                .allSatisfy(
                        name -> assertThat(drawings).contains("id=\"dessin-" + name.toLowerCase(Locale.ROOT) + "\""));
    }

    @Test
    void knowsEachFamilyOfWordsThatAPageNames() throws IOException {
        var words = PropertiesLoaderUtils.loadProperties(new ClassPathResource(TEXTS))
                .stringPropertyNames();

        assertThat(files("resources/templates", ".html").stream()
                        .flatMap(page -> FAMILY.matcher(read(page)).results())
                        .map(family -> family.group(1)))
                .contains("issue")
                .allMatch(family -> words.stream().anyMatch(key -> key.startsWith(family + ".")));
    }

    private static Stream<String> attributes(String source) {
        return ATTRIBUTE.matcher(source).results().map(call -> call.group(1));
    }

    private static Stream<String> tooLong(Path template) {
        List<String> lines = read(template).lines().toList();
        return Stream.iterate(0, at -> at < lines.size(), at -> at + 1)
                .filter(at -> lines.get(at).length() > LIMIT)
                .map(at -> template + ":" + (at + 1));
    }

    private static List<Path> files(String folder, String suffix) {
        try (var files = PrivateFiles.unchecked(() -> Files.walk(MAIN.resolve(folder)))) {
            return files.filter(file -> file.toString().endsWith(suffix)).toList();
        }
    }

    private static String read(Path file) {
        return PrivateFiles.unchecked(() -> Files.readString(file));
    }

    @Test
    void unfoldsOnPaperWhatIsFoldedOnTheScreen() throws IOException {
        assertThat(script("theme"))
                .contains("details:not(.no-print)", "one.open = true")
                .containsSubsequence("beforeprint", "unfolded", "afterprint", "one.open = false");
    }

    @Test
    void tellsOnceWhetherTheStreamsAreFollowed() throws IOException {
        assertThat(script("flux")).contains("button.dataset.pause").doesNotContain("aria-pressed");
    }

    private static String script(String name) throws IOException {
        return new ClassPathResource("static/js/" + name + ".js").getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void neverEndsTheElementThatHoldsIt() {
        assertThat(ScriptJson.of(List.of("</script><!--", "a&b")))
                .isEqualTo("[\"\\u003c/script\\u003e\\u003c!--\",\"a\\u0026b\"]");
    }
}
