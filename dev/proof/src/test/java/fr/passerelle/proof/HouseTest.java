package fr.passerelle.proof;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.process.ChildProcesses;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the house weighs may only fall, and nobody lowers it by moving code next door. */
class HouseTest {

    @Test
    void weighsNoMoreThanIsWritten() {
        House house = House.ofTree();

        System.out.println(House.movement());
        FallingFigures.hold("figures.txt", house.figures(FallingFigures.text("capabilities.txt")), house::parts);
    }

    @Test
    void knowsTheCapabilityOfEachFile() {
        assertThat(House.ofTree().unpriced(FallingFigures.text("capabilities.txt")))
                .isEmpty();
    }

    /** One of which no engine finds a test runs nothing, and a build says it nowhere. */
    @Test
    void runsSomethingOfEachClassNamedATest() {
        Pattern named = Pattern.compile(".*/src/test/java/.*(Test|IT)\\.java");
        Pattern found = Pattern.compile("(?m)^ *@(Test|ParameterizedTest|RepeatedTest|TestFactory|AnalyzeClasses)\\b");
        Map<String, String> tests = new TreeMap<>(House.ofTree().files());
        tests.keySet().removeIf(file -> !named.matcher(file).matches());

        assertThat(tests).hasSizeGreaterThan(250);

        tests.values().removeIf(found.asPredicate());
        assertThat(tests.keySet()).isEmpty();
    }

    @Test
    void seesAFlatPackage() {
        SortedMap<String, String> files = new TreeMap<>(Map.of("cli/src/main/java/package-info.java", ""));
        IntStream.range(0, 60).forEach(i -> files.put("cli/src/main/java/Type" + i + ".java", ""));
        assertThat(new House(files).figures("")).containsEntry("flat", 0L);

        files.put("cli/src/main/java/Type60.java", "");
        assertThat(new House(files).figures("")).containsEntry("flat", 1L);
        assertThat(new House(files).parts("flat")).isEqualTo("\n  61 cli/src/main/java");
    }

    @Test
    void letsFiguresFallAlone() {
        Map<String, Long> written = FallingFigures.parsed("a b 100\nless 300\nsame 5\ngone 1\n");
        Map<String, Long> measured = Map.of("a b", 101L, "less", 296L, "same", 5L, "came", 2L);

        assertThat(FallingFigures.faults(written, measured, name -> " See " + name + "."))
                .satisfiesExactlyInAnyOrder(
                        fault -> assertThat(fault).isEqualTo("a b is 101, above 100. See a b."),
                        fault -> assertThat(fault).startsWith("came is 2, above 0"),
                        fault -> assertThat(fault).startsWith("less fell from 300 to 296"),
                        fault -> assertThat(fault).startsWith("gone fell from 1 to 0"));
        assertThat(FallingFigures.faults(Map.of("a", 300L), Map.of("a", 298L), name -> ""))
                .isEmpty();
        assertThat(FallingFigures.lowered(written, measured)).isEqualTo(Map.of("a b", 100L, "less", 296L, "same", 5L));
    }

    /**
     * What the tree weighs, counted so that moving code from one module to another does not change it.
     *
     * <ul>
     *   <li>tenancy: lines of shared modules in types that fewer than two other modules reach; they belong to their one user
     *   <li>shape: pairs of records with four component names or more in common, three quarters of the smaller one
     *   <li>wrapped: records of one component, nested ones left out
     *   <li>flat: packages of more than sixty types
     *   <li>price: lines of a capability over all modules, main, resources and tests, by a table of globs: first those by packages and types, then
     *       by the module that is all of one
     * </ul>
     *
     * @param files the text of each file, by its path from the root; empty where it is no text
     */
    private record House(SortedMap<String, String> files) {

        /** What nobody shares: programs, and capabilities that are whole in themselves. */
        private static final Set<String> PROGRAMS = Set.of("cli", "console", "events", "batch", "envelope", "calendar");

        private static final int FLAT = 60;
        private static final Pattern TYPE_NAME = Pattern.compile("(?U)\\b[A-Z]\\w+\\b");
        private static final Pattern RECORD = Pattern.compile("(?U)\\brecord\\s+(\\w+)\\s*(?:<[^>{(]*>)?\\s*\\(");
        private static final Pattern NO_COMPONENT =
                Pattern.compile("(?U)@\\w+(\\([^)]*\\))?|<[^<>]*(<[^<>]*>)?[^<>]*>");
        private static final Pattern PAGE = Pattern.compile("(docs/.*|[^/]*)\\.md");
        private static final Pattern SOURCE = Pattern.compile("(dev/)?\\w+/src/.*");
        private static final Pattern NO_TEXT = Pattern.compile("\\.(gz|png|ttf|xlsx)$");
        private static final Pattern WORD = Pattern.compile("(?U)\\S+");
        private static final Pattern NUMSTAT = Pattern.compile("(?m)^(\\d+)\\t(\\d+)\\t");

        private record Type(String name, String module, long lines, Set<String> names) {}

        private record Shape(String type, long lines, List<String> components) {

            /** How many component names both have, where they say the same under other names; else 0. */
            long same(Shape other) {
                long same =
                        components.stream().filter(other.components::contains).count();
                int smaller = Math.min(components.size(), other.components.size());
                return same >= 4 && same * 4 >= smaller * 3L ? same : 0;
            }
        }

        static House ofTree() {
            SortedMap<String, String> files = new TreeMap<>();
            for (Path file : Tree.all()) {
                String path = Tree.root().relativize(file).toString();
                if (SOURCE.matcher(path).matches() || PAGE.matcher(path).matches()) {
                    files.put(path, NO_TEXT.matcher(path).find() ? "" : Tree.read(file));
                }
            }
            return new House(files);
        }

        /** Lines of main Java that came and went since the last release; where none is tagged, since the beginning. */
        static String movement() {
            String tag = git("describe", "--tags", "--abbrev=0", "--match=v*").strip();
            String range = tag.isEmpty() ? "HEAD" : tag + "..HEAD";
            String log = git("log", "--numstat", "--format=", range, "--", "*/src/main/*.java");
            String since = tag.isEmpty() ? "the beginning of the history here, as it has no release" : tag;
            return "Main Java since %s: %d lines added, %d deleted.".formatted(since, sum(log, 1), sum(log, 2));
        }

        private static String git(String... arguments) {
            List<String> command =
                    Stream.concat(Stream.of("git"), Stream.of(arguments)).toList();
            ChildProcesses.Outcome outcome = ChildProcesses.run(command, Tree.root());
            return outcome.exit() == 0 ? outcome.output() : "";
        }

        private static long sum(String log, int column) {
            return NUMSTAT.matcher(log)
                    .results()
                    .mapToLong(file -> Long.parseLong(file.group(column)))
                    .sum();
        }

        /** All figures by name; those of capabilities begin with {@code price.}. */
        SortedMap<String, Long> figures(String capabilities) {
            SortedMap<String, Long> figures = new TreeMap<>();
            figures.put(
                    "tenancy",
                    tenants().values().stream().mapToLong(Long::longValue).sum());
            figures.put("shape", (long) pairs().size());
            figures.put("wrapped", (long) wrapped().size());
            figures.put("flat", (long) flat().size());
            figures.put("main_lines", lines(House::isMain));
            figures.put("product_lines", lines(file -> isMain(file) && !file.startsWith("dev/")));
            figures.put("types", files.keySet().stream().filter(House::hasType).count());
            figures.put("test_lines", lines(file -> file.endsWith(".java") && file.contains("src/test")));
            figures.put("docs_words", words(file -> PAGE.matcher(file).matches()));
            figures.put("readme_words", words("README.md"::equals));
            figures.putAll(new Prices(capabilities, files).prices);
            return figures;
        }

        /** What a figure is made of, the heaviest first; empty where it is a sum over all files. */
        String parts(String figure) {
            Map<String, Long> parts = new TreeMap<>(
                    switch (figure) {
                        case "tenancy" -> tenants();
                        case "shape" -> pairs();
                        case "wrapped" -> wrapped();
                        case "flat" -> flat();
                        default -> Map.of();
                    });
            if (figure.equals("tenancy")) {
                tenants()
                        .forEach((tenant, lines) -> parts.merge(tenant.split(" ", 2)[0] + " in all", lines, Long::sum));
            }
            return parts.entrySet().stream()
                    .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                    .map(part -> "\n  " + part.getValue() + " " + part.getKey())
                    .collect(Collectors.joining());
        }

        /** Each file below a {@code src} folder that no glob of the table takes, and each glob that takes none. */
        List<String> unpriced(String capabilities) {
            return new Prices(capabilities, files).faults;
        }

        private Map<String, Long> tenants() {
            Map<String, Type> types = types();
            Map<String, Set<String>> users = new HashMap<>();
            types.values()
                    .forEach(user -> user.names()
                            .forEach(used -> users.computeIfAbsent(used, name -> new HashSet<>())
                                    .add(user.name())));
            Map<String, Long> tenants = new TreeMap<>();
            for (Type type : types.values()) {
                Set<String> reached = reached(type, types, users);
                if (!type.module().startsWith("dev") && !PROGRAMS.contains(type.module()) && reached.size() < 2) {
                    tenants.put(type.module() + " " + type.name() + " for " + reached, type.lines());
                }
            }
            return tenants;
        }

        private Map<String, Type> types() {
            Map<String, Type> types = new TreeMap<>();
            files.forEach((file, text) -> {
                if (hasType(file)) {
                    String name = typeName(file);
                    Set<String> names = TYPE_NAME
                            .matcher(Tree.code(text))
                            .results()
                            .map(MatchResult::group)
                            .collect(Collectors.toSet());
                    types.put(name, new Type(name, file.split("/src/", 2)[0], lines(text), names));
                }
            });
            return types;
        }

        /** The modules that use a type, or one of its own module that does; the tools of developers do not count. */
        private static Set<String> reached(Type type, Map<String, Type> types, Map<String, Set<String>> users) {
            Set<String> modules = new TreeSet<>();
            Set<String> seen = new HashSet<>(Set.of(type.name()));
            Deque<String> open = new ArrayDeque<>(seen);
            while (!open.isEmpty()) {
                for (String name : users.getOrDefault(open.pop(), Set.of())) {
                    String module = types.getOrDefault(name, type).module();
                    if (!module.equals(type.module())) {
                        modules.add(module);
                    } else if (seen.add(name)) {
                        open.push(name);
                    }
                }
            }
            modules.removeIf(module -> module.startsWith("dev"));
            return modules;
        }

        private Map<String, Long> pairs() {
            List<Shape> shapes = shapes().toList();
            Map<String, Long> pairs = new TreeMap<>();
            for (int i = 0; i < shapes.size(); i++) {
                for (Shape other : shapes.subList(i + 1, shapes.size())) {
                    long same = shapes.get(i).same(other);
                    if (same > 0) {
                        pairs.put(shapes.get(i).type() + " = " + other.type(), same);
                    }
                }
            }
            return pairs;
        }

        private Map<String, Long> wrapped() {
            return shapes().filter(shape ->
                            shape.type().indexOf('.') < 0 && shape.components().size() == 1)
                    .collect(Collectors.toMap(Shape::type, Shape::lines, Math::max));
        }

        private Stream<Shape> shapes() {
            return files.keySet().stream().filter(House::hasType).flatMap(file -> {
                String text = files.getOrDefault(file, "");
                String code = Tree.code(text);
                String top = typeName(file);
                return RECORD.matcher(code).results().map(record -> {
                    String name = record.group(1).equals(top) ? top : top + "." + record.group(1);
                    return new Shape(name, lines(text), components(code.substring(record.end())));
                });
            });
        }

        private static List<String> components(String after) {
            int depth = 1;
            int end = 0;
            while (depth > 0 && end < after.length()) {
                char character = after.charAt(end++);
                depth += character == '(' ? 1 : character == ')' ? -1 : 0;
            }
            String inner = NO_COMPONENT
                    .matcher(after.substring(0, Math.max(0, end - 1)))
                    .replaceAll("");
            return Stream.of(inner.split(",", -1))
                    .map(component -> component.strip().replaceFirst("(?s).*\\s", ""))
                    .filter(component -> !component.isEmpty())
                    .toList();
        }

        private Map<String, Long> flat() {
            Map<String, Long> flat = files.keySet().stream()
                    .filter(House::hasType)
                    .collect(Collectors.groupingBy(file -> file.replaceFirst("/[^/]*$", ""), Collectors.counting()));
            flat.values().removeIf(types -> types <= FLAT);
            return flat;
        }

        private static boolean isMain(String file) {
            return file.endsWith(".java") && file.contains("src/main");
        }

        private static boolean hasType(String file) {
            return isMain(file) && !file.endsWith("-info.java");
        }

        private static String typeName(String file) {
            return file.replaceFirst(".*/", "").replace(".java", "");
        }

        private long lines(Predicate<String> wanted) {
            return texts(wanted).mapToLong(House::lines).sum();
        }

        private long words(Predicate<String> wanted) {
            return texts(wanted)
                    .mapToLong(text -> WORD.matcher(text).results().count())
                    .sum();
        }

        private Stream<String> texts(Predicate<String> wanted) {
            return files.entrySet().stream()
                    .filter(file -> wanted.test(file.getKey()))
                    .map(Map.Entry::getValue);
        }

        private static long lines(String text) {
            return text.chars().filter(character -> character == '\n').count();
        }

        /** A table from globs to capabilities, a line each; the first glob that takes a file says whose it is. */
        private static final class Prices {

            private record Share(String capability, String glob, PathMatcher matcher) {}

            private final List<Share> shares;
            private final Set<Share> idle;
            private final SortedMap<String, Long> prices = new TreeMap<>();
            private final List<String> faults = new ArrayList<>();

            Prices(String table, Map<String, String> files) {
                shares = table.lines()
                        .filter(line -> !line.startsWith("#"))
                        .map(Prices::share)
                        .toList();
                idle = new LinkedHashSet<>(shares);
                files.forEach((file, text) -> {
                    if (SOURCE.matcher(file).matches()) {
                        add(file, lines(text));
                    }
                });
                idle.forEach(share -> faults.add("no file: " + share.capability() + " " + share.glob()));
            }

            private static Share share(String line) {
                String[] parts = line.split(" ", 2);
                return new Share(parts[0], parts[1], FileSystems.getDefault().getPathMatcher("glob:" + parts[1]));
            }

            private void add(String file, long lines) {
                shares.stream()
                        .filter(share -> share.matcher().matches(Path.of(file)))
                        .findFirst()
                        .ifPresentOrElse(
                                share -> {
                                    idle.remove(share);
                                    prices.merge("price." + share.capability(), lines, Long::sum);
                                },
                                () -> faults.add("no capability: " + file));
            }
        }
    }

    /** Figures that may only fall: a file beside the test has them, on each line a name and its figure. */
    static final class FallingFigures {

        private static final String FOLDER = "dev/proof/src/test/resources/house/";

        private static final String ADVICE =
                "; take out as much as came, or, where an issue grants it or it came from another figure, write it by"
                        + " hand and say so in the commit; what fell is written with -Dpasserelle.rewrite=true";

        /** More than a written figure of 100 may stand above the measured one: so much room would gather unseen. */
        private static final long SLACK = 101;

        private FallingFigures() {}

        /** The text of a file of the folder. */
        static String text(String file) {
            return Tree.read(Tree.root().resolve(FOLDER + file));
        }

        /**
         * Fails where a figure rose, or fell unwritten; with {@code -Dpasserelle.rewrite=true} first writes what fell.
         */
        static void hold(String file, Map<String, Long> measured, Function<String, String> parts) {
            Path path = Tree.root().resolve(FOLDER + file);
            SortedMap<String, Long> written = parsed(text(file));
            if (Tree.REWRITE) {
                written = lowered(written, measured);
                Tree.write(
                        path,
                        written.entrySet().stream()
                                .map(figure -> figure.getKey() + " " + figure.getValue() + "\n")
                                .collect(Collectors.joining()));
            }

            assertThat(faults(written, measured, parts))
                    .as(FOLDER + file + ADVICE)
                    .isEmpty();
        }

        static SortedMap<String, Long> parsed(String text) {
            SortedMap<String, Long> figures = new TreeMap<>();
            text.lines().forEach(line -> {
                int end = line.lastIndexOf(' ');
                figures.put(line.substring(0, end), Long.valueOf(line.substring(end + 1)));
            });
            return figures;
        }

        static SortedMap<String, Long> lowered(Map<String, Long> written, Map<String, Long> measured) {
            SortedMap<String, Long> lowered = new TreeMap<>(written);
            lowered.keySet().retainAll(measured.keySet());
            lowered.replaceAll((name, figure) -> Math.min(figure, measured.getOrDefault(name, figure)));
            return lowered;
        }

        static List<String> faults(
                Map<String, Long> written, Map<String, Long> measured, Function<String, String> parts) {
            List<String> faults = new ArrayList<>();
            measured.forEach((name, figure) -> {
                long bound = written.getOrDefault(name, 0L);
                if (figure > bound || !written.containsKey(name)) {
                    faults.add("%s is %d, above %d.%s".formatted(name, figure, bound, parts.apply(name)));
                }
            });
            written.forEach((name, bound) -> {
                long figure = measured.getOrDefault(name, 0L);
                if (bound * 100 > figure * SLACK || !measured.containsKey(name)) {
                    faults.add("%s fell from %d to %d.".formatted(name, bound, figure));
                }
            });
            return faults;
        }
    }
}
