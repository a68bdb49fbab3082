package fr.passerelle.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Where Passerelle has to be: ratios of medians within one run. */
final class Goals {

    /** After which the broker takes a transaction back: the default of {@code passerelle.stream.transaction-timeout}. */
    private static final double TRANSACTION_TIMEOUT_SECONDS = 120;

    /** Lines of ten years of the country's rooms, and what they may take. */
    private static final long COUNTRY = 50_000_000;

    private static final double COUNTRY_SECONDS = 600;

    private final Book book;

    Goals(Book book) {
        this.book = book;
    }

    /** One line a goal that can be told from what was measured. */
    List<String> lines() {
        List<String> lines = new ArrayList<>(List.of("Buts (rapports des médianes, dans cette exécution)"));
        for (long size : book.sizes()) {
            rate(lines, size, What.IMPORT_AND_RELAY, What.TEXTBOOK, 3);
            cpu(lines, size, What.IMPORT_AND_RELAY, What.TEXTBOOK, 0.5);
            rate(lines, size, What.IMPORT_AND_RELAY, What.TEXTBOOK_TUNED, 2);
            rate(lines, size, What.IMPORT, What.COPY, 0.6);
            rate(lines, size, What.RELAY, What.PRODUCE, 0.8);
            rate(lines, size, What.DRAIN, What.CONSUME, 0.4);
            rate(lines, size, What.DRAIN, What.CONSUME_ROWS, 1);
            rate(lines, size, What.DRAIN, What.STREAMS, 4);
            below(
                    lines,
                    size,
                    ratio(What.COLD_RUNS, size, What.COLD_BOOT, size, Measure::seconds),
                    0.35,
                    "durée, " + What.COLD_RUNS.french() + " / " + What.COLD_BOOT.french());
            below(
                    lines,
                    size,
                    book.series(What.CLOSE, size, Measure::seconds)
                            .map(closing -> closing.median() / TRANSACTION_TIMEOUT_SECONDS),
                    0.1,
                    "durée, " + What.CLOSE.french() + " / délai d'une transaction");
        }
        grown(lines);
        country(lines);
        return lines;
    }

    /** What becomes of the greatest size against the least, and of a few rows more on the longest history against the shortest. */
    private void grown(List<String> lines) {
        List<Long> sizes = measured(What.IMPORT);
        if (sizes.size() > 1) {
            grown(lines, sizes.getFirst(), sizes.getLast());
            heap(lines, sizes.get(sizes.size() - 2), sizes.getLast());
        }
        List<Long> histories = measured(What.INCREMENT);
        if (histories.size() > 1) {
            below(
                    lines,
                    histories.getLast(),
                    ratio(What.INCREMENT, histories.getLast(), What.INCREMENT, histories.getFirst(), Measure::seconds),
                    1.2,
                    "durée, " + What.INCREMENT.french() + ", contre un historique de " + histories.getFirst());
        }
    }

    private void grown(List<String> lines, long least, long greatest) {
        String against = ", contre " + least + " lignes";
        for (What what : List.of(What.IMPORT, What.RELAY, What.DRAIN, What.SCORE, What.NIGHT)) {
            above(
                    lines,
                    greatest,
                    ratio(what, greatest, what, least, Measure::rate),
                    0.9,
                    "lignes/s, " + what.french() + against);
        }
    }

    private void heap(List<String> lines, long size, long greatest) {
        below(
                lines,
                greatest,
                ratio(What.NIGHT, greatest, What.NIGHT, size, Measure::heapMebibytes),
                1.1,
                "tas après collecte, " + What.NIGHT.french() + ", contre " + size + " lignes");
    }

    /** All the rooms of the country, from their file to published proposals. */
    private void country(List<String> lines) {
        for (long size : measured(What.NIGHT)) {
            if (size >= COUNTRY) {
                below(
                        lines,
                        size,
                        book.series(What.NIGHT, size, Measure::seconds).map(night -> night.median() / COUNTRY_SECONDS),
                        1,
                        "durée, " + What.NIGHT.french() + " / dix minutes");
            }
        }
    }

    private List<Long> measured(What what) {
        return book.sizes().stream()
                .filter(size -> !book.of(what, size).isEmpty())
                .toList();
    }

    private void rate(List<String> lines, long size, What one, What other, double goal) {
        above(lines, size, ratio(one, size, other, size, Measure::rate), goal, "lignes/s, " + pair(one, other));
    }

    private void cpu(List<String> lines, long size, What one, What other, double goal) {
        below(lines, size, ratio(one, size, other, size, Measure::cpuMicros), goal, "CPU/ligne, " + pair(one, other));
    }

    private static String pair(What one, What other) {
        return one.french() + " / " + other.french();
    }

    private Optional<Double> ratio(What one, long size, What other, long otherSize, ToDoubleFunction<Measure> value) {
        return book.series(one, size, value)
                .flatMap(found -> book.series(other, otherSize, value).map(base -> found.median() / base.median()));
    }

    private static void above(List<String> lines, long size, Optional<Double> ratio, double goal, String what) {
        ratio.ifPresent(found -> lines.add(line(size, found, "≥", goal, found >= goal, what)));
    }

    private static void below(List<String> lines, long size, Optional<Double> ratio, double goal, String what) {
        ratio.ifPresent(found -> lines.add(line(size, found, "≤", goal, found <= goal, what)));
    }

    private static String line(long size, double found, String sign, double goal, boolean met, String what) {
        return String.format(
                Locale.FRANCE,
                "  %-9s %6.2f  (but %s %.2f)  %,11d  %s",
                met ? "atteint" : "MANQUÉ",
                found,
                sign,
                goal,
                size,
                what);
    }
}
