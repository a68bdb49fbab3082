package fr.passerelle.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A type is found by its name: a noun that stands once in the tree, and a sentence of Javadoc that says alone what it is. */
class NamesTest {

    private static final Pattern MAIN = Pattern.compile("(?:dev/)?\\w+/src/main/java/.+/(?<name>[\\w-]+)\\.java");
    private static final Pattern PARTICIPLE = Pattern.compile(
            "[A-Z][a-z]*[a-df-z]ed|Done|Drawn|Found|Frozen|Given|Held|Kept|Known|Lost|Made|Said|Seen|Shown|Struck|Taken|Told");
    private static final Pattern TYPE = Pattern.compile("\\b(?:class|interface|enum|record)\\s+([A-Z]\\w*)");
    private static final Pattern RIDDLE =
            Pattern.compile("(It|They|This|That|These|Those|Whether it|What it|Where it)\\b.*");

    /** Names that may stand twice, each with why. */
    private static final Map<String, String> TWICE =
            Map.of("package-info", "Java's own name for what a package says of itself");

    private static final List<Path> SOURCES = Tree.javaSources().stream()
            .filter(file -> MAIN.matcher(relative(file)).matches())
            .toList();

    @Test
    void findsNoNameTwice() {
        Map<String, List<String>> places = SOURCES.stream()
                .collect(Collectors.groupingBy(
                        NamesTest::name, TreeMap::new, Collectors.mapping(NamesTest::relative, Collectors.toList())));
        places.keySet().removeAll(TWICE.keySet());

        assertThat(places).hasSizeGreaterThan(500);
        assertThat(places.values()).filteredOn(files -> files.size() > 1).isEmpty();
    }

    @Test
    void findsNoNameThatIsAParticiple() {
        assertThat(SOURCES)
                .filteredOn(file -> PARTICIPLE.matcher(name(file)).matches())
                .isEmpty();
    }

    /** Types that stand in others, and each word of a name; names that were there before are in a file, by how often. */
    @Test
    void findsNoWordThatTheDesignHasAnotherFor() {
        Words words = new Words(Tree.read(Tree.root().resolve("docs/design.md")));
        Map<String, Long> found = SOURCES.stream()
                .flatMap(file -> types(Tree.read(file)))
                .filter(type -> !words.instead(type).isEmpty())
                .collect(Collectors.groupingBy(type -> type, TreeMap::new, Collectors.counting()));

        HouseTest.FallingFigures.hold("names.txt", found, words::instead);
    }

    @Test
    void readsEachWordOfANameAgainstTheDesign() {
        Words words = new Words("""
            | not in a name | but |
            | --- | --- |
            | `Stop`, `Visit` | `Etape`: a place |
            | `Choice` | `Choice` |
            """);

        assertThat(Stream.of("AreaStops", "Visit", "Choices", "TourChoice", "KnownNames", "NameHeld", "FrozenHash"))
                .noneMatch(name -> words.instead(name).isEmpty());
        assertThat(Stream.of("Choice", "Etape", "Stopwatch", "FeedReader", "Visitor"))
                .allMatch(name -> words.instead(name).isEmpty());
        assertThat(words.instead("AreaStops")).isEqualTo(" Stops is Etape.");
        assertThat(types("/** A class Told. */ class Top { record Held() {} enum Part { A } }"))
                .containsExactly("Top", "Held", "Part");
    }

    @Test
    void findsASentenceThatStandsAloneBeforeEachType() {
        assertThat(SOURCES.stream().filter(file -> !TWICE.containsKey(name(file))))
                .filteredOn(file -> !standsAlone(firstSentence(name(file), Tree.read(file))))
                .isEmpty();
    }

    @Test
    void readsTheSentenceBeforeTheType() {
        String source = """
            import java.util.List;

            /**
             * A row of a file,
             * as it was read. More of it.
             *
             * @param line from 1
             */
            @SuppressWarnings("unused")
            public record Row(long line) {
                /** Of another. */
                record Other() {}
            }
            """;

        assertThat(firstSentence("Row", source)).isEqualTo("A row of a file, as it was read.");
        assertThat(firstSentence("Row", source.replace("/**", "/*"))).isEmpty();
        assertThat(Stream.of("", "A column.", "What it turned out to be.", "what a row says of it"))
                .noneMatch(NamesTest::standsAlone);
    }

    /** The names of all types in a source. */
    private static Stream<String> types(String source) {
        return TYPE.matcher(Tree.code(source)).results().map(type -> type.group(1));
    }

    private static boolean standsAlone(String sentence) {
        return sentence.split(" ", -1).length > 2
                && !Character.isLowerCase(sentence.charAt(0))
                && !RIDDLE.matcher(sentence).matches();
    }

    /** The first sentence of the Javadoc of this type in its source; empty where it has none. */
    private static String firstSentence(String type, String source) {
        Matcher declared = Pattern.compile("(?m)^(?:[a-z-]+ )*@?(?:class|interface|enum|record) " + type + "\\b")
                .matcher(source);
        assertThat(declared.find()).as(type).isTrue();
        String before = source.substring(0, declared.start());
        int begin = before.lastIndexOf("/**");
        if (begin < Math.max(0, before.lastIndexOf("\nimport "))) {
            return "";
        }
        String text = before.substring(begin + 3, before.indexOf("*/", begin)).replaceAll("\\s*\\n \\* ?", " ");
        return text.strip().split("(?<=[.?!])\\s", 2)[0];
    }

    private static String name(Path file) {
        Matcher matcher = MAIN.matcher(relative(file));
        assertThat(matcher.matches()).isTrue();
        return matcher.group("name");
    }

    private static String relative(Path file) {
        return Tree.root().relativize(file).toString().replace('\\', '/');
    }

    /** The words that no name has, each with the word that is used instead: a table of the design. */
    private static final class Words {

        private static final Pattern TABLE = Pattern.compile("\\| not in a name \\|.*\\n((?:\\|.*\\n)+)");
        private static final Pattern ROW = Pattern.compile("\\| ((?:`\\w+`(?:, )?)+) \\| `(\\w+)`.*");
        private static final Pattern WORD = Pattern.compile("[A-Z][a-z0-9]*");

        private final Map<String, String> instead = new TreeMap<>();

        Words(String design) {
            Matcher table = TABLE.matcher(design);
            assertThat(table.find()).isTrue();
            ROW.matcher(table.group(1))
                    .results()
                    .forEach(row -> WORD.matcher(row.group(1))
                            .results()
                            .forEach(word -> instead.put(word.group(), row.group(2))));
        }

        /** What to say instead; empty where a name is well. */
        String instead(String name) {
            return instead.containsValue(name)
                    ? ""
                    : WORD.matcher(name)
                            .results()
                            .map(word -> insteadOf(word.group()))
                            .filter(said -> !said.isEmpty())
                            .findFirst()
                            .orElse("");
        }

        private String insteadOf(String word) {
            String other = instead.getOrDefault(word, instead.getOrDefault(word.replaceFirst("s$", ""), ""));
            return other.isEmpty()
                    ? PARTICIPLE.matcher(word).matches() ? " A participle: " + word + "." : ""
                    : " " + word + " is " + other + ".";
        }
    }
}
