package fr.passerelle.proof;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The modules and their arrows, then the packages of each, as Mermaid graphs drawn from the compiled classes. */
final class StructurePicture {

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
                        matcher.group(1), Optional.ofNullable(matcher.group(2)).orElse("")))
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
            String tables =
                    table("module", largest(modules, MODULES)) + "\n" + table("package", largest(packages, PACKAGES));
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
