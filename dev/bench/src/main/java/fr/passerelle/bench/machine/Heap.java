package fr.passerelle.bench.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * The heap of a Java program, as the log of its collector tells it.
 *
 * @param log made by {@code -Xlog:gc*}
 */
public record Heap(Path log) {

    private static final Pattern COLLECTION = Pattern.compile("Pause (?:Young|Full).*?\\d+M->(\\d+)M\\(\\d+M\\)");

    /**
     * The most that was left after a collection, in MiB.
     *
     * @throws BenchFault when the log tells of none
     */
    public long mostLeft() {
        try (var lines = Files.lines(log)) {
            return lines.map(COLLECTION::matcher)
                    .flatMap(found -> found.results().map(collection -> collection.group(1)))
                    .mapToLong(Long::parseLong)
                    .max()
                    .orElseThrow(() -> new BenchFault("Aucune collecte dans " + log));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
