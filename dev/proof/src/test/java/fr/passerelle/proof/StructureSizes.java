package fr.passerelle.proof;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How many lines of Java under {@code main} each module and each package has, and the largest of them as a page shows them. */
final class StructureSizes {

    private static final int MODULES = 5;
    private static final int PACKAGES = 10;
    private static final Pattern SOURCE = Pattern.compile("((?:dev/)?\\w+)/src/main/java/(.+)/[^/]+\\.java");
    private static final Pattern PLACE = Pattern.compile("(?s)(<!-- sizes -->\n).*?(<!-- /sizes -->)");

    private final SortedMap<String, Long> modules = new TreeMap<>();
    private final SortedMap<String, Long> packages = new TreeMap<>();

    /** Of these sources, below this folder. */
    StructureSizes(Path root, List<Path> sources) {
        for (Path source : sources) {
            Matcher matcher = SOURCE.matcher(root.relativize(source).toString().replace('\\', '/'));
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
