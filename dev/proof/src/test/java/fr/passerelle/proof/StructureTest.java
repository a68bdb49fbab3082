package fr.passerelle.proof;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
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
        FallingFigures.hold(
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
        Path page = Tree.root().resolve("docs/architecture.md");
        String drawn = new StructurePicture(classes).in(Tree.read(page));
        String expected = new StructurePicture.Sizes(Tree.root(), Tree.javaSources()).in(drawn);
        if (Tree.REWRITE) {
            Tree.write(page, expected);
        }

        assertThat(Tree.read(page))
                .as("docs/architecture.md; rewrite it with -Dpasserelle.rewrite=true")
                .isEqualTo(expected);
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
}
