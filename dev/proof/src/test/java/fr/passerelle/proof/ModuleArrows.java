package fr.passerelle.proof;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** The arrows of DESIGN 3: which modules each may know. What a module knows, whoever knows it may know too. */
final class ModuleArrows {

    private static final Map<String, List<String>> KNOWN = Map.ofEntries(
            Map.entry("schemas", List.of()),
            Map.entry("rules", List.of("schemas")),
            Map.entry("sources", List.of("schemas")),
            Map.entry("journal", List.of("schemas")),
            Map.entry("sheets", List.of("rules", "schemas")),
            Map.entry("published", List.of("rules", "schemas")),
            Map.entry("study", List.of("sources", "journal", "published")),
            Map.entry("envelope", List.of("study", "rules", "sheets")),
            Map.entry("calendar", List.of("study", "rules", "sheets")),
            Map.entry("batch", List.of("sources", "journal", "published", "rules", "sheets")),
            Map.entry("cli", List.of("batch", "envelope", "calendar")),
            Map.entry("events", List.of("rules", "journal")),
            Map.entry("console", List.of("envelope", "calendar")),
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
        String[] within = reached(module).stream().map(ModuleArrows::classes).toArray(String[]::new);
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
