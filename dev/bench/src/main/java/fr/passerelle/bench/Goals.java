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
            rate(lines, size, MeasureKind.IMPORT_AND_RELAY, MeasureKind.TEXTBOOK, 3);
            cpu(lines, size, MeasureKind.IMPORT_AND_RELAY, MeasureKind.TEXTBOOK, 0.5);
            rate(lines, size, MeasureKind.IMPORT_AND_RELAY, MeasureKind.TEXTBOOK_TUNED, 2);
            rate(lines, size, MeasureKind.IMPORT, MeasureKind.COPY, 0.6);
            rate(lines, size, MeasureKind.RELAY, MeasureKind.PRODUCE, 0.8);
            rate(lines, size, MeasureKind.DRAIN, MeasureKind.CONSUME, 0.4);
            rate(lines, size, MeasureKind.DRAIN, MeasureKind.CONSUME_ROWS, 1);
            rate(lines, size, MeasureKind.DRAIN, MeasureKind.STREAMS, 4);
            below(
                    lines,
                    size,
                    ratio(MeasureKind.COLD_RUNS, size, MeasureKind.COLD_BOOT, size, Measurement::seconds),
                    0.35,
                    "durée, " + MeasureKind.COLD_RUNS.french() + " / " + MeasureKind.COLD_BOOT.french());
            below(
                    lines,
                    size,
                    book.series(MeasureKind.CLOSE, size, Measurement::seconds)
                            .map(closing -> closing.median() / TRANSACTION_TIMEOUT_SECONDS),
                    0.1,
                    "durée, " + MeasureKind.CLOSE.french() + " / délai d'une transaction");
        }
        grown(lines);
        country(lines);
        return lines;
    }

    /** What becomes of the greatest size against the least, and of a few rows more on the longest history against the shortest. */
    private void grown(List<String> lines) {
        List<Long> sizes = measured(MeasureKind.IMPORT);
        if (sizes.size() > 1) {
            grown(lines, sizes.getFirst(), sizes.getLast());
            heap(lines, sizes.get(sizes.size() - 2), sizes.getLast());
        }
        List<Long> histories = measured(MeasureKind.INCREMENT);
        if (histories.size() > 1) {
            below(
                    lines,
                    histories.getLast(),
                    ratio(
                            MeasureKind.INCREMENT,
                            histories.getLast(),
                            MeasureKind.INCREMENT,
                            histories.getFirst(),
                            Measurement::seconds),
                    1.2,
                    "durée, " + MeasureKind.INCREMENT.french() + ", contre un historique de " + histories.getFirst());
        }
    }

    private void grown(List<String> lines, long least, long greatest) {
        String against = ", contre " + least + " lignes";
        for (MeasureKind what : List.of(
                MeasureKind.IMPORT, MeasureKind.RELAY, MeasureKind.DRAIN, MeasureKind.SCORE, MeasureKind.NIGHT)) {
            above(
                    lines,
                    greatest,
                    ratio(what, greatest, what, least, Measurement::rate),
                    0.9,
                    "lignes/s, " + what.french() + against);
        }
    }

    private void heap(List<String> lines, long size, long greatest) {
        below(
                lines,
                greatest,
                ratio(MeasureKind.NIGHT, greatest, MeasureKind.NIGHT, size, Measurement::heapMebibytes),
                1.1,
                "tas après collecte, " + MeasureKind.NIGHT.french() + ", contre " + size + " lignes");
    }

    /** All the rooms of the country, from their file to published proposals. */
    private void country(List<String> lines) {
        for (long size : measured(MeasureKind.NIGHT)) {
            if (size >= COUNTRY) {
                below(
                        lines,
                        size,
                        book.series(MeasureKind.NIGHT, size, Measurement::seconds)
                                .map(night -> night.median() / COUNTRY_SECONDS),
                        1,
                        "durée, " + MeasureKind.NIGHT.french() + " / dix minutes");
            }
        }
    }

    private List<Long> measured(MeasureKind what) {
        return book.sizes().stream()
                .filter(size -> !book.of(what, size).isEmpty())
                .toList();
    }

    private void rate(List<String> lines, long size, MeasureKind one, MeasureKind other, double goal) {
        above(lines, size, ratio(one, size, other, size, Measurement::rate), goal, "lignes/s, " + pair(one, other));
    }

    private void cpu(List<String> lines, long size, MeasureKind one, MeasureKind other, double goal) {
        below(
                lines,
                size,
                ratio(one, size, other, size, Measurement::cpuMicros),
                goal,
                "CPU/ligne, " + pair(one, other));
    }

    private static String pair(MeasureKind one, MeasureKind other) {
        return one.french() + " / " + other.french();
    }

    private Optional<Double> ratio(
            MeasureKind one, long size, MeasureKind other, long otherSize, ToDoubleFunction<Measurement> value) {
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
