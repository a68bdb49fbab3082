package fr.passerelle.proof;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.cli.Passerelle;
import fr.passerelle.local.LocalCommand;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Sources and documents cite the rules and the design by section: each section that is cited exists. Prose is read and reviewed in lines under
 * 120 characters; what catalogues of public software read of the repository has the keys that publiccode.yml 0.4 asks for, within its bounds;
 * and the launcher's help lists the commands that there are.
 */
class ReferencesTest {

    private static final Map<String, String> PAGES = Map.of(
            "RULES", Tree.read(Tree.root().resolve("docs/rules.md")),
            "DESIGN", Tree.read(Tree.root().resolve("docs/design.md")));
    private static final Pattern TEST = Pattern.compile("`(\\w*[a-z0-9](?:Test|IT))`");
    private static final int FEWEST = 100;

    @Test
    void findsEachSectionThatIsCited() {
        List<Path> texts = Tree.texts();

        assertThat(texts.stream().flatMap(ReferencesTest::citations).filter(citation -> !citation.isBare()))
                .hasSizeGreaterThan(FEWEST);
        assertThat(texts.stream().flatMap(ReferencesTest::leadNowhere)).isEmpty();
    }

    @Test
    void findsEachTestThatAPageNames() {
        Set<String> tests = Tree.javaSources().stream()
                .map(source -> source.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());

        assertThat(Tree.texts().stream()
                        .filter(text -> text.toString().endsWith(".md"))
                        .flatMap(page -> TEST.matcher(Tree.read(page)).results())
                        .map(named -> named.group(1)))
                .isNotEmpty()
                .allMatch(tests::contains);
    }

    @Test
    void readsListsAndCommentsThatGoOn() {
        String comment = """
            /**
             * As RULES
             * 4.5, 4.7 and 4.8 say, beside RULES §5's case 2 and DESIGN 7.
             */
            """;

        assertThat(Citation.in(comment))
                .extracting(citation -> citation.page() + " " + citation.section())
                .containsExactly("RULES 4.5", "RULES 4.7", "RULES 4.8", "RULES 5", "DESIGN 7");
    }

    @Test
    void knowsASectionByItsHeading() {
        assertThat(new Citation("RULES", "4.5").isIn("### 4.5 Rooms")).isTrue();
        assertThat(new Citation("RULES", "4").isIn("## 4. Conversion")).isTrue();
        assertThat(new Citation("RULES", "4").isIn("## 42. Else\n4. Not a heading"))
                .isFalse();
        assertThat(Citation.in("where RULES leaves a choice")).allMatch(Citation::isBare);
    }

    private static Stream<String> leadNowhere(Path file) {
        return citations(file)
                .filter(citation -> citation.isBare() || !exists(citation))
                .map(citation -> Tree.root().relativize(file) + ": " + citation);
    }

    private static boolean exists(Citation citation) {
        return citation.isIn(Objects.requireNonNull(PAGES.get(citation.page())));
    }

    /** Of a Java source its comments count: its code may have a constant of that name. */
    private static Stream<Citation> citations(Path file) {
        String text = Tree.read(file);
        return Citation.in(file.toString().endsWith(".java") ? Tree.comments(text) : text);
    }

    /** A section, 4 or 4.5, of one of the two pages that sources cite; empty where a text names the page alone. */
    private record Citation(String page, String section) {

        private static final String SECTION = "\\d+(?:\\.\\d+)?";
        private static final Pattern CITED = Pattern.compile(
                "\\b(RULES|DESIGN)\\b(?: §?(%1$s(?:(?:, | and | to |, and )%1$s(?!\\w))*))?".formatted(SECTION));
        private static final Pattern NUMBER = Pattern.compile(SECTION);
        /** A line of a comment goes on in the next. */
        private static final Pattern LINE_BREAK = Pattern.compile("\\s*\\n\\s*(?:\\*(?!/)|//+|--|#)?\\s*");

        static Stream<Citation> in(String text) {
            return CITED.matcher(LINE_BREAK.matcher(text).replaceAll(" "))
                    .results()
                    .flatMap(cited -> cited.group(2) == null
                            ? Stream.of(new Citation(cited.group(1), ""))
                            : NUMBER.matcher(cited.group(2))
                                    .results()
                                    .map(number -> new Citation(cited.group(1), number.group())));
        }

        boolean isBare() {
            return section.isEmpty();
        }

        /** The heading that begins so is the section. */
        boolean isIn(String page) {
            Matcher heading = Pattern.compile("(?m)^#{2,3} " + Pattern.quote(section) + "\\.? ")
                    .matcher(page);
            return heading.find();
        }
    }

    private static final int LIMIT = 120;
    private static final String FENCE = "```";

    @Test
    void findsNoLineOfProseTooLong() {
        List<Path> pages = Tree.pages();

        assertThat(pages).hasSizeGreaterThan(30);
        assertThat(pages.stream().flatMap(ReferencesTest::tooLong))
                .as("lines of prose of %d characters or more", LIMIT)
                .isEmpty();
    }

    @Test
    void exemptsTablesAndCodeOnly() {
        String wide = "x".repeat(LIMIT);
        String page = String.join("\n", "| " + wide, "   ```sh", wide, "   ```", "- " + wide);

        assertThat(tooLong(page)).containsExactly(5);
    }

    private static Stream<String> tooLong(Path page) {
        return tooLong(Tree.read(page)).stream().map(line -> Tree.root().relativize(page) + ":" + line);
    }

    /** The numbers of the lines, from 1. */
    private static List<Integer> tooLong(String page) {
        List<Integer> numbers = new ArrayList<>();
        List<String> lines = page.lines().toList();
        boolean code = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            code ^= line.strip().startsWith(FENCE);
            if (!code && !line.strip().startsWith("|") && line.length() >= LIMIT) {
                numbers.add(i + 1);
            }
        }
        return numbers;
    }

    private static final JsonNode PUBLIC_CODE = Tree.yaml("publiccode.yml");
    private static final String[] MANDATORY = {
        "/publiccodeYmlVersion", "/name", "/url",
        "/releaseDate", "/platforms/0", "/categories/0",
        "/developmentStatus", "/softwareType", "/description/fr/shortDescription",
        "/description/fr/longDescription", "/description/fr/features/0", "/legal/license",
        "/maintenance/type", "/localisation/localisationReady", "/localisation/availableLanguages/0"
    };

    @Test
    void holdsEachMandatoryKeyWithinTheBoundsAndTheLicenceThatThePomsName() {
        assertThat(MANDATORY)
                .allSatisfy(key ->
                        assertThat(PUBLIC_CODE.at(key).isValueNode()).as(key).isTrue());

        assertThat(PUBLIC_CODE.at("/description/fr/shortDescription").asString())
                .hasSizeLessThanOrEqualTo(150);
        assertThat(PUBLIC_CODE.at("/description/fr/longDescription").asString()).hasSizeBetween(150, 10_000);

        String spdx = PUBLIC_CODE.at("/legal/license").asString();

        assertThat(Tree.read(Tree.root().resolve("pom.xml"))).contains("<name>" + spdx + "</name>");
    }

    private static final Pattern LINE = Pattern.compile("^ {2}([a-z-]+) {2,}\\S", Pattern.MULTILINE);

    private final String help = Tree.read(Tree.root().resolve("passerelle")).split("AIDE", 3)[1];

    @Test
    void fitsATerminal() {
        assertThat(help.lines())
                .hasSizeGreaterThan(40)
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void listsEachCommand() {
        List<String> commands = Stream.of(LocalCommand.commandLine(), Passerelle.all())
                .flatMap(program -> program.getSubcommands().keySet().stream())
                .toList();

        assertThat(LINE.matcher(help).results().map(line -> line.group(1)))
                .contains("demo", "prove", "bench")
                .filteredOn(word -> !List.of("demo", "prove", "bench").contains(word))
                .containsExactlyInAnyOrderElementsOf(commands);
    }
}
