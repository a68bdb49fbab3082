package fr.passerelle.proof;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
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
}
