package fr.passerelle.bench;

import fr.passerelle.bench.machine.Events;
import fr.passerelle.bench.machine.Growth;
import fr.passerelle.bench.measure.Cost;
import fr.passerelle.bench.measure.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The table that is printed: one line a thing measured and a size. */
final class Report {

    private static final String LINE = "%-45s %11s %9s %21s %9s %6s %6s %6s %6s %6s";

    private static final String LINE_OF_GROWTH = "%-45s %11s %9s %9s %9s";

    private final Book book;

    Report(Book book) {
        this.book = book;
    }

    /** All of it, goals last. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(LINE.formatted(
                "", "lignes", "lignes/s", "(de, à)", "CPU µs/l.", "dont P", "Mio", "PG Mio", "Kafka", "events"));
        for (What what : What.values()) {
            book.sizes().stream().flatMap(size -> line(what, size).stream()).forEach(lines::add);
            Optional.ofNullable(book.skipped().get(what))
                    .ifPresent(why -> lines.add("%-45s sautée : %s".formatted(what.french(), why)));
        }
        lines.add("");
        lines.add(LINE_OF_GROWTH.formatted(
                "Ce qu'une nuit ajoute sur le disque (Mio)", "lignes", "état", "journal", "topics"));
        lines.addAll(growth());
        lines.add("");
        lines.addAll(new Goals(book).lines());
        return lines;
    }

    private Optional<String> line(What what, long size) {
        if (what.isDuration()) {
            return book.series(what, size, Measure::seconds)
                    .map(seconds -> LINE.formatted(
                            what.french(),
                            size == 0 ? "" : whole(size),
                            decimals(seconds.median()) + " s",
                            "(" + decimals(seconds.min()) + ", " + decimals(seconds.max()) + ")",
                            "",
                            "",
                            peak(what, size, Bench.CLIENT),
                            peak(what, size, "postgresql"),
                            peak(what, size, "kafka"),
                            peak(what, size, Events.NAME)));
        }
        return book.series(what, size, Measure::rate)
                .map(rate -> LINE.formatted(
                        what.french(),
                        whole(size),
                        whole(rate.median()),
                        "(" + whole(rate.min()) + ", " + whole(rate.max()) + ")",
                        decimals(median(what, size, true)),
                        decimals(median(what, size, false)),
                        peak(what, size, Bench.CLIENT),
                        peak(what, size, "postgresql"),
                        peak(what, size, "kafka"),
                        peak(what, size, Events.NAME)));
    }

    /** What a night adds on the disk, by size. */
    private List<String> growth() {
        List<String> lines = new ArrayList<>();
        for (What what : List.of(What.NIGHT, What.INCREMENT, What.AGAIN)) {
            for (long size : book.sizes()) {
                if (!book.of(what, size).isEmpty()) {
                    lines.add(LINE_OF_GROWTH.formatted(
                            what.french(),
                            whole(size),
                            peak(what, size, Growth.STATE),
                            peak(what, size, Growth.JOURNAL),
                            peak(what, size, Growth.TOPICS)));
                }
            }
        }
        return lines;
    }

    private double median(What what, long size, boolean all) {
        return book.series(what, size, all ? Measure::cpuMicros : Measure::clientMicros)
                .map(Series::median)
                .orElse(0.0);
    }

    private String peak(What what, long size, String process) {
        return ""
                + book.of(what, size).stream()
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
