package fr.passerelle.proof;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packages and their arrows, as a Mermaid graph drawn from the compiled classes. */
final class StructurePicture {

    private static final Pattern PACKAGE = Pattern.compile("fr\\.passerelle\\.(\\w+)(?:\\.(\\w+))?.*");
    private static final Pattern PLACE = Pattern.compile("(?s)(<!-- picture -->\n).*?(<!-- /picture -->)");

    private record Room(String module, String feature) {
        String id() {
            return feature.isEmpty() ? module : module + "." + feature;
        }
    }

    private final SortedMap<String, SortedSet<String>> modules = new TreeMap<>();
    private final SortedSet<String> arrows = new TreeSet<>(Comparator.naturalOrder());

    StructurePicture(JavaClasses classes) {
        for (JavaClass each : classes) {
            room(each).ifPresent(from -> add(from, each));
        }
    }

    /** The page with its picture drawn anew between its two marks. */
    String in(String page) {
        return PLACE.matcher(page).replaceFirst("$1" + Matcher.quoteReplacement(mermaid()) + "$2");
    }

    private void add(Room from, JavaClass each) {
        modules.computeIfAbsent(from.module(), name -> new TreeSet<>()).add(from.id());
        for (Dependency dependency : each.getDirectDependenciesFromSelf()) {
            room(dependency.getTargetClass())
                    .filter(to -> !to.equals(from))
                    .ifPresent(to -> arrows.add("  " + from.id() + " --> " + to.id()));
        }
    }

    private String mermaid() {
        StringBuilder text = new StringBuilder("```mermaid\ngraph LR\n");
        for (Map.Entry<String, SortedSet<String>> module : modules.entrySet()) {
            text.append("  subgraph ").append(module.getKey()).append('\n');
            module.getValue().forEach(id -> text.append("    ").append(id).append('\n'));
            text.append("  end\n");
        }
        arrows.forEach(arrow -> text.append(arrow).append('\n'));
        return text.append("```\n").toString();
    }

    private static Optional<Room> room(JavaClass each) {
        Matcher matcher = PACKAGE.matcher(each.getPackageName());
        return matcher.matches()
                ? Optional.of(new Room(
                        matcher.group(1), Optional.ofNullable(matcher.group(2)).orElse("")))
                : Optional.empty();
    }
}
