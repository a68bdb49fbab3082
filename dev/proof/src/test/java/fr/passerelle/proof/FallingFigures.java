package fr.passerelle.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Figures that may only fall: a file beside the test has them, on each line a name and its figure. */
final class FallingFigures {

    private static final String FOLDER = "dev/proof/src/test/resources/house/";

    private static final String ADVICE =
            "; take out as much as came, or, where an issue grants it or it came from another figure, write it by hand"
                    + " and say so in the commit; what fell is written with -Dpasserelle.rewrite=true";

    /** More than a written figure of 100 may stand above the measured one: so much room would gather unseen. */
    private static final long SLACK = 101;

    private FallingFigures() {}

    /** The text of a file of the folder. */
    static String text(String file) {
        return Tree.read(Tree.root().resolve(FOLDER + file));
    }

    /**
     * Fails where a figure rose, or fell and is not written; with {@code -Dpasserelle.rewrite=true} writes what fell first.
     *
     * @param parts what a figure is made of, or what to do about it
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

        assertThat(faults(written, measured, parts)).as(FOLDER + file + ADVICE).isEmpty();
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

    static List<String> faults(Map<String, Long> written, Map<String, Long> measured, Function<String, String> parts) {
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
