package fr.passerelle.proof;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The structure of DESIGN 3: which way arrows run, and who may know what. It also holds the picture in the docs to the code. */
@AnalyzeClasses(
        packages = "fr.passerelle",
        importOptions = {ImportOption.DoNotIncludeTests.class, StructureTest.WithoutTestJars.class})
class StructureTest {

    @ArchTest
    static void arrowsRunAsDrawn(JavaClasses classes) {
        ModuleArrows.modules().forEach(module -> ModuleArrows.of(module).check(classes));
    }

    @ArchTest
    static void everyModuleHasItsArrows(JavaClasses classes) {
        Set<String> found = classes.stream()
                .map(each -> each.getPackageName().split("\\.", -1)[2])
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(found).isEqualTo(ModuleArrows.modules());
    }

    /** Rules of rooms, and those of each kind of study. */
    private static final String[] RULES = {
        "fr.passerelle.rules..",
        "fr.passerelle.envelope.rule..",
        "fr.passerelle.envelope.implantation..",
        "fr.passerelle.calendar.rule.."
    };

    /** It shows what others computed and starts the operators' program as a process: neither is within its own. */
    @ArchTest
    static final ArchRule theConsoleComputesNothing = noClasses()
            .that()
            .resideInAPackage("fr.passerelle.console..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "fr.passerelle.sources..",
                    "fr.passerelle.journal..",
                    "fr.passerelle.study.life..",
                    "fr.passerelle.envelope.solver..",
                    "fr.passerelle.envelope.location..",
                    "fr.passerelle.calendar.solver..")
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching("fr\\.passerelle\\.study\\.(Solver|WholeFile).*");

    @ArchTest
    static final ArchRule sourcesKnowNoSpringAndNoDatabase = noClasses()
            .that()
            .resideInAPackage("fr.passerelle.sources..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..", "org.postgresql..");

    @ArchTest
    static final ArchRule rulesKnowNoFrameworkAndNoInputOrOutput = noClasses()
            .that()
            .resideInAnyPackage(RULES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..",
                    "org.apache.kafka..",
                    "java.sql..",
                    "javax.sql..",
                    "java.net..",
                    "java.nio.file..",
                    "java.util.concurrent..");

    @ArchTest
    static final ArchRule rulesKnowNoClockAndNoChance = noClasses()
            .that()
            .resideInAnyPackage(RULES)
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Clock.class, Random.class)
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(YearMonth.class, "now")
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime");

    @ArchTest
    static final ArchRule onlyJobConfigurationsKnowTheBuildersOfSpringBatch = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("JobConfiguration")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework.batch.core.job.builder..", "org.springframework.batch.core.step.builder..");

    @ArchTest
    static final ArchRule onlyTheStreamPackageKnowsKafkaStreams = noClasses()
            .that()
            // What the topology is measured against is written with Kafka Streams too.
            .resideOutsideOfPackages("fr.passerelle.events.stream..", "fr.passerelle.bench")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka.streams..");

    /** Accents were taken off in eight ways, which told different names apart: letters are taken apart in one place. */
    @ArchTest
    static final ArchRule oneClassTakesAccentsOff = noClasses()
            .that()
            .doNotHaveSimpleName("PlainText")
            .should()
            .accessField(Normalizer.Form.class, "NFD")
            .orShould()
            .accessField(Normalizer.Form.class, "NFKD");

    /** The package of a module itself is one of its packages. Arrows of cycles that were there before are named in a file. */
    @ArchTest
    static void noCycle(JavaClasses classes) {
        HouseTest.FallingFigures.hold(
                "cycles.txt",
                new StructurePicture(classes).circular(),
                arrow -> " Of these two packages one must not know the other.");
    }

    @ArchTest
    static void seesACycleByItsArrows(JavaClasses classes) {
        StructurePicture.Arrows arrows = new StructurePicture.Arrows();
        arrows.draw("a", "b");
        arrows.draw("b", "c");
        arrows.draw("c", "b");

        assertThat(arrows.circular()).containsExactly("b -> c", "c -> b");
    }

    /** A component elsewhere would silently not be there, but for the configuration that the application imports. */
    @ArchTest
    static void componentsStandWhereTheApplicationOfTheCommandsLooksForThem(JavaClasses classes) {
        Object scanned = classes.get("fr.passerelle.batch.PasserelleBatch")
                .getAnnotationOfType("org.springframework.boot.autoconfigure.SpringBootApplication")
                .get("scanBasePackages")
                .orElseThrow();
        String[] within = Stream.of((String[]) scanned).map(name -> name + "..").toArray(String[]::new);

        noClasses()
                .that()
                .resideInAnyPackage(
                        "fr.passerelle.batch..",
                        "fr.passerelle.calendar..",
                        "fr.passerelle.cli..",
                        "fr.passerelle.envelope..",
                        "fr.passerelle.published..",
                        "fr.passerelle.study..")
                .and()
                .resideOutsideOfPackages(within)
                .and()
                .doNotHaveSimpleName("PasserelleBatch")
                .and()
                .doNotHaveSimpleName("BatchConfiguration")
                .should()
                .beMetaAnnotatedWith("org.springframework.stereotype.Component")
                .check(classes);
    }

    @ArchTest
    static void theDocsHoldThePicturesAndTheSizesOfTheCode(JavaClasses classes) {
        String page = "docs/architecture.md";
        String drawn = new StructurePicture(classes).in(Tree.read(Tree.root().resolve(page)));

        Tree.hold(page, new StructurePicture.Sizes(Tree.root(), Tree.javaSources()).in(drawn));
    }

    @ArchTest
    static void eachHopOfTheWalksIsInTheCode(JavaClasses classes) {
        Walks walks = new Walks(classes);

        assertThat(walks.faults(Tree.read(Tree.root().resolve("docs/architecture.md"))))
                .isEmpty();
        assertThat(walks.faults("""
            <!-- walks -->
            A walk that is wrong: 3 hops.

            1. `Relay` sends.
            2. `RecordScan` scans.
            <!-- /walks -->
            """)).hasSize(2);
    }

    /** Leaves out what a module packages of its tests for those of another. */
    static final class WithoutTestJars implements ImportOption {

        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }

    /** The arrows of DESIGN 3: which modules each may know. What a module knows, whoever knows it may know too. */
    private static final class ModuleArrows {

        private static final Map<String, List<String>> KNOWN = Map.ofEntries(
                Map.entry("schemas", List.of()),
                Map.entry("rules", List.of("schemas")),
                Map.entry("sources", List.of("schemas")),
                Map.entry("journal", List.of("schemas")),
                Map.entry("sheets", List.of("rules", "schemas")),
                Map.entry("published", List.of("rules", "sheets")),
                Map.entry("study", List.of("sources", "journal", "published")),
                Map.entry("envelope", List.of("study", "rules", "sheets")),
                Map.entry("calendar", List.of("study", "rules", "sheets")),
                Map.entry("batch", List.of("study", "rules", "sheets")),
                Map.entry("dataset", List.of("calendar")),
                Map.entry("cli", List.of("batch", "envelope", "dataset")),
                Map.entry("events", List.of("rules", "journal")),
                Map.entry("console", List.of("envelope", "dataset")),
                Map.entry("local", List.of("schemas")),
                Map.entry("demo", List.of("local")),
                Map.entry("faults", List.of("local")),
                Map.entry("bench", List.of("local")));

        private ModuleArrows() {}

        /** All modules that have an arrow, or have none and are known. */
        static Set<String> modules() {
            return new TreeSet<>(KNOWN.keySet());
        }

        /** No class of a module knows one of a module that no arrow leads to. */
        static ArchRule of(String module) {
            String[] within =
                    reached(module).stream().map(ModuleArrows::classes).toArray(String[]::new);
            return noClasses()
                    .that()
                    .resideInAPackage(classes(module))
                    .should()
                    .dependOnClassesThat(resideInAPackage("fr.passerelle..")
                            .and(resideInAnyPackage(within).negate()));
        }

        private static Set<String> reached(String module) {
            Set<String> reached = new TreeSet<>(Set.of(module));
            Objects.requireNonNull(KNOWN.get(module)).forEach(other -> reached.addAll(reached(other)));
            return reached;
        }

        private static String classes(String module) {
            return "fr.passerelle." + module + "..";
        }
    }

    /** The walks through the code that a page tells, held against the compiled classes: each hop is a use of one type by another. */
    private static final class Walks {

        private static final Pattern PLACE = Pattern.compile("(?s)<!-- walks -->\n(.*?)<!-- /walks -->");
        private static final Pattern COUNT = Pattern.compile("(\\d+) hops\\.");
        private static final Pattern HOP = Pattern.compile("(?m)^\\d+\\. (⇒ )?(.*)$");
        private static final Pattern TYPE = Pattern.compile("`(\\w+)`");

        private final Map<String, List<JavaClass>> types;

        Walks(JavaClasses classes) {
            this.types = classes.stream().collect(Collectors.groupingBy(Walks::outermost));
        }

        /** What is told of the walks of a page and does not hold, in English; none when all does. */
        List<String> faults(String page) {
            Matcher place = PLACE.matcher(page);
            if (!place.find()) {
                return List.of("The page tells no walk");
            }
            List<String> faults = new ArrayList<>();
            for (String walk : place.group(1).split("(?m)^(?=An? )")) {
                if (!walk.isBlank()) {
                    check(walk, faults);
                }
            }
            return faults;
        }

        private void check(String walk, List<String> faults) {
            List<MatchResult> hops = HOP.matcher(walk).results().toList();
            String told = COUNT.matcher(walk)
                    .results()
                    .map(found -> found.group(1))
                    .findFirst()
                    .orElse("no");
            if (!told.equals(String.valueOf(hops.size()))) {
                faults.add(told + " hops are told, there are " + hops.size());
            }
            for (int i = 1; i < hops.size(); i++) {
                boolean apart = hops.get(i).group(1) != null;
                if (!apart && !meet(named(hops.get(i - 1)), named(hops.get(i)))) {
                    faults.add("No use between: " + hops.get(i - 1).group(2) + " / "
                            + hops.get(i).group(2));
                }
            }
            hops.stream()
                    .flatMap(hop -> named(hop).stream())
                    .filter(name -> !types.containsKey(name))
                    .forEach(name -> faults.add("No type " + name));
        }

        private boolean meet(Collection<String> some, Collection<String> others) {
            return some.stream()
                    .anyMatch(one -> others.stream().anyMatch(other -> uses(one, other) || uses(other, one)));
        }

        private boolean uses(String one, String other) {
            return types.getOrDefault(one, List.of()).stream()
                    .flatMap(each -> each.getDirectDependenciesFromSelf().stream())
                    .anyMatch(
                            dependency -> outermost(dependency.getTargetClass()).equals(other));
        }

        private static Set<String> named(MatchResult hop) {
            return TYPE.matcher(hop.group(2))
                    .results()
                    .map(type -> type.group(1))
                    .collect(Collectors.toSet());
        }

        private static String outermost(JavaClass type) {
            String full = type.getName().replaceFirst("\\$.*", "");
            return full.substring(full.lastIndexOf('.') + 1);
        }
    }

    /** The modules and their arrows, then the packages of each, as Mermaid graphs drawn from the compiled classes. */
    static final class StructurePicture {

        private static final Pattern PACKAGE = Pattern.compile("fr\\.passerelle\\.(\\w+)(?:\\.(\\w+))?.*");
        private static final Pattern PLACE = Pattern.compile("(?s)(<!-- picture -->\n).*?(<!-- /picture -->)");

        private record Room(String module, String feature) {

            /** The module's own package has the name of the module. */
            String name() {
                return feature.isEmpty() ? module : feature;
            }
        }

        private final Arrows modules = new Arrows();
        private final SortedMap<String, Arrows> packages = new TreeMap<>();

        StructurePicture(JavaClasses classes) {
            for (JavaClass each : classes) {
                room(each).ifPresent(from -> add(from, each));
            }
        }

        /** The page with its pictures drawn anew between their two marks. */
        String in(String page) {
            return PLACE.matcher(page).replaceFirst("$1" + Matcher.quoteReplacement(pictures()) + "$2");
        }

        /** The arrows between packages of a module, its own package among them, that are part of a cycle. */
        SortedMap<String, Long> circular() {
            SortedMap<String, Long> circular = new TreeMap<>();
            packages.forEach(
                    (module, arrows) -> arrows.circular().forEach(arrow -> circular.put(module + ": " + arrow, 1L)));
            return circular;
        }

        private void add(Room from, JavaClass each) {
            modules.place(from.module());
            Arrows within = packages.computeIfAbsent(from.module(), module -> new Arrows());
            within.place(from.name());
            for (Dependency dependency : each.getDirectDependenciesFromSelf()) {
                room(dependency.getTargetClass()).ifPresent(to -> draw(from, to, within));
            }
        }

        private void draw(Room from, Room to, Arrows within) {
            if (from.module().equals(to.module())) {
                within.draw(from.name(), to.name());
            } else {
                modules.draw(from.module(), to.module());
            }
        }

        private String pictures() {
            return "### Modules\n\n" + modules.mermaid()
                    + packages.entrySet().stream()
                            .map(module -> "\n### Packages of " + module.getKey() + "\n\n"
                                    + module.getValue().mermaid())
                            .collect(Collectors.joining());
        }

        private static Optional<Room> room(JavaClass each) {
            Matcher matcher = PACKAGE.matcher(each.getPackageName());
            return matcher.matches()
                    ? Optional.of(new Room(
                            matcher.group(1),
                            Optional.ofNullable(matcher.group(2)).orElse("")))
                    : Optional.empty();
        }

        /** Places and the arrows between them, in the order of their names. */
        static final class Arrows {

            private final SortedMap<String, SortedSet<String>> targets = new TreeMap<>();

            /** A place, be there an arrow or none. */
            void place(String name) {
                from(name);
            }

            /** An arrow to another place; to itself it is none. */
            void draw(String from, String to) {
                if (!from.equals(to)) {
                    from(from).add(to);
                }
            }

            /** The arrows that a way leads back of, each as {@code from -> to}. */
            List<String> circular() {
                return targets.entrySet().stream()
                        .flatMap(arrow -> arrow.getValue().stream()
                                .filter(to -> reached(to).contains(arrow.getKey()))
                                .map(to -> arrow.getKey() + " -> " + to))
                        .toList();
            }

            private Set<String> reached(String start) {
                Set<String> reached = new TreeSet<>(Set.of(start));
                Deque<String> open = new ArrayDeque<>(reached);
                while (!open.isEmpty()) {
                    targets.getOrDefault(open.pop(), new TreeSet<>()).stream()
                            .filter(reached::add)
                            .forEach(open::push);
                }
                return reached;
            }

            private SortedSet<String> from(String name) {
                return targets.computeIfAbsent(name, place -> new TreeSet<>());
            }

            /** A Mermaid graph: places first, then one line for all the arrows of each. */
            String mermaid() {
                StringBuilder text = new StringBuilder("```mermaid\ngraph LR\n");
                targets.keySet().forEach(name -> text.append("  ").append(name).append('\n'));
                targets.forEach((from, to) -> {
                    if (!to.isEmpty()) {
                        text.append("  ")
                                .append(from)
                                .append(" --> ")
                                .append(String.join(" & ", to))
                                .append('\n');
                    }
                });
                return text.append("```\n").toString();
            }
        }

        /** How many lines of Java under {@code main} each module and each package has, and the largest of them as a page shows them. */
        static final class Sizes {

            private static final int MODULES = 5;
            private static final int PACKAGES = 10;
            private static final Pattern SOURCE = Pattern.compile("((?:dev/)?\\w+)/src/main/java/(.+)/[^/]+\\.java");
            private static final Pattern PLACE = Pattern.compile("(?s)(<!-- sizes -->\n).*?(<!-- /sizes -->)");

            private final SortedMap<String, Long> modules = new TreeMap<>();
            private final SortedMap<String, Long> packages = new TreeMap<>();

            /** Of these sources, below this folder. */
            Sizes(Path root, List<Path> sources) {
                for (Path source : sources) {
                    Matcher matcher =
                            SOURCE.matcher(root.relativize(source).toString().replace('\\', '/'));
                    if (matcher.matches()) {
                        long lines = Tree.read(source).lines().count();
                        modules.merge(matcher.group(1), lines, Long::sum);
                        packages.merge(matcher.group(2).replace('/', '.'), lines, Long::sum);
                    }
                }
            }

            /** The page with the largest modules and packages between its two marks. */
            String in(String page) {
                String tables = table("module", largest(modules, MODULES)) + "\n"
                        + table("package", largest(packages, PACKAGES));
                return PLACE.matcher(page).replaceFirst("$1" + Matcher.quoteReplacement(tables) + "$2");
            }

            private static List<Map.Entry<String, Long>> largest(Map<String, Long> all, int most) {
                return all.entrySet().stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                        .limit(most)
                        .toList();
            }

            private static String table(String what, List<Map.Entry<String, Long>> rows) {
                return rows.stream()
                        .map(row -> "| `" + row.getKey() + "` | " + row.getValue() + " |\n")
                        .collect(Collectors.joining("", "| " + what + " | lines |\n| --- | --- |\n", ""));
            }
        }
    }
}
