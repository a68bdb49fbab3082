package fr.passerelle.bench;

import fr.passerelle.bench.machine.Events;
import fr.passerelle.bench.machine.Growth;
import fr.passerelle.bench.measure.Cost;
import fr.passerelle.bench.measure.MeasureSeries;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The table that a bench prints: one line a thing measured and a size. */
final class BenchReport {

    private static final String LINE = "%-45s %11s %9s %21s %9s %6s %6s %6s %6s %6s";

    private static final String LINE_OF_GROWTH = "%-45s %11s %9s %9s %9s";

    private final Book book;

    BenchReport(Book book) {
        this.book = book;
    }

    /** All of it, goals last. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(LINE.formatted(
                "", "lignes", "lignes/s", "(de, à)", "CPU µs/l.", "dont P", "Mio", "PG Mio", "Kafka", "events"));
        for (MeasureKind measureKind : MeasureKind.values()) {
            book.sizes().stream()
                    .flatMap(size -> line(measureKind, size).stream())
                    .forEach(lines::add);
            Optional.ofNullable(book.skipped().get(measureKind))
                    .ifPresent(why -> lines.add("%-45s sautée : %s".formatted(measureKind.french(), why)));
        }
        lines.add("");
        lines.add(LINE_OF_GROWTH.formatted(
                "Ce qu'une nuit ajoute sur le disque (Mio)", "lignes", "état", "journal", "topics"));
        lines.addAll(growth());
        lines.add("");
        lines.addAll(new Goals(book).lines());
        return lines;
    }

    private Optional<String> line(MeasureKind measureKind, long size) {
        if (measureKind.isDuration()) {
            return book.series(measureKind, size, Measurement::seconds)
                    .map(seconds -> LINE.formatted(
                            measureKind.french(),
                            size == 0 ? "" : whole(size),
                            decimals(seconds.median()) + " s",
                            "(" + decimals(seconds.min()) + ", " + decimals(seconds.max()) + ")",
                            "",
                            "",
                            peak(measureKind, size, Bench.CLIENT),
                            peak(measureKind, size, "postgresql"),
                            peak(measureKind, size, "kafka"),
                            peak(measureKind, size, Events.NAME)));
        }
        return book.series(measureKind, size, Measurement::rate)
                .map(rate -> LINE.formatted(
                        measureKind.french(),
                        whole(size),
                        whole(rate.median()),
                        "(" + whole(rate.min()) + ", " + whole(rate.max()) + ")",
                        decimals(median(measureKind, size, true)),
                        decimals(median(measureKind, size, false)),
                        peak(measureKind, size, Bench.CLIENT),
                        peak(measureKind, size, "postgresql"),
                        peak(measureKind, size, "kafka"),
                        peak(measureKind, size, Events.NAME)));
    }

    /** What a night adds on the disk, by size. */
    private List<String> growth() {
        List<String> lines = new ArrayList<>();
        for (MeasureKind measureKind : List.of(MeasureKind.NIGHT, MeasureKind.INCREMENT, MeasureKind.AGAIN)) {
            for (long size : book.sizes()) {
                if (!book.of(measureKind, size).isEmpty()) {
                    lines.add(LINE_OF_GROWTH.formatted(
                            measureKind.french(),
                            whole(size),
                            peak(measureKind, size, Growth.STATE),
                            peak(measureKind, size, Growth.JOURNAL),
                            peak(measureKind, size, Growth.TOPICS)));
                }
            }
        }
        return lines;
    }

    private double median(MeasureKind measureKind, long size, boolean all) {
        return book.series(measureKind, size, all ? Measurement::cpuMicros : Measurement::clientMicros)
                .map(MeasureSeries::median)
                .orElse(0.0);
    }

    private String peak(MeasureKind measureKind, long size, String process) {
        return ""
                + book.of(measureKind, size).stream()
                        .map(measure -> measure.costs().get(process))
                        .filter(cost -> cost != null)
                        .mapToLong(Cost::peakMebibytes)
                        .max()
                        .orElse(0);
    }

    private static String whole(double number) {
        return String.format(Locale.FRANCE, "%,.0f", number).replace('\u202f', ' ');
    }

    private static String decimals(double number) {
        return String.format(Locale.FRANCE, "%.2f", number);
    }
}
