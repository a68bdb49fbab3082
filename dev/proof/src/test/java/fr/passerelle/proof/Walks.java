package fr.passerelle.proof;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The walks through the code that a page tells, held against the compiled classes: each hop is a use of one type by another. */
final class Walks {

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
        return some.stream().anyMatch(one -> others.stream().anyMatch(other -> uses(one, other) || uses(other, one)));
    }

    private boolean uses(String one, String other) {
        return types.getOrDefault(one, List.of()).stream()
                .flatMap(each -> each.getDirectDependenciesFromSelf().stream())
                .anyMatch(dependency -> outermost(dependency.getTargetClass()).equals(other));
    }

    private static Set<String> named(MatchResult hop) {
        return TYPE.matcher(hop.group(2)).results().map(type -> type.group(1)).collect(Collectors.toSet());
    }

    private static String outermost(JavaClass type) {
        String full = type.getName().replaceFirst("\\$.*", "");
        return full.substring(full.lastIndexOf('.') + 1);
    }
}
