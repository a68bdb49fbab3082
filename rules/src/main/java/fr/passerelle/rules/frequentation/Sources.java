package fr.passerelle.rules.frequentation;

import fr.passerelle.schemas.event.FichierSource;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The files that the records of a register came from: for each, how many of its records hold over which months. Apart from the counts
 * themselves, which are the same whatever file said them.
 */
final class Sources {

    /** Of the log before records named the file of what they replace: it cannot be told which one loses a record. */
    private static final String UNTOLD = "";

    private final NavigableMap<String, NavigableMap<Span, Integer>> files;

    Sources() {
        this(new TreeMap<>());
    }

    private Sources(NavigableMap<String, NavigableMap<Span, Integer>> files) {
        this.files = files;
    }

    /** Whole months, both included. */
    record Span(YearMonth first, YearMonth last) implements Comparable<Span> {

        @Override
        public int compareTo(Span other) {
            int byFirst = first.compareTo(other.first);
            return byFirst == 0 ? last.compareTo(other.last) : byFirst;
        }

        List<YearMonth> within(Window window) {
            return window.months().stream()
                    .filter(month -> !month.isBefore(first) && !month.isAfter(last))
                    .toList();
        }

        void writeTo(ByteWriter out) {
            out.month(first);
            out.number(first.until(last, ChronoUnit.MONTHS));
        }

        static Span readFrom(ByteReader in) {
            YearMonth first = in.month();
            return new Span(first, first.plusMonths(in.number()));
        }
    }

    void add(String sha256, Period period) {
        files.computeIfAbsent(sha256, file -> new TreeMap<>()).merge(span(period), 1, Integer::sum);
    }

    /** @throws IllegalStateException when the file has no such record: the log is broken */
    void remove(String sha256, Period period) {
        if (sha256.equals(UNTOLD)) {
            return;
        }
        NavigableMap<Span, Integer> spans = files.getOrDefault(sha256, new TreeMap<>());
        int left = Optional.ofNullable(spans.remove(span(period)))
                        .orElseThrow(() -> new IllegalStateException("No record of this file over " + period))
                - 1;
        if (left > 0) {
            spans.put(span(period), left);
        }
        if (spans.isEmpty()) {
            files.remove(sha256);
        }
    }

    private static Span span(Period period) {
        return new Span(period.firstMonth(), period.lastMonth());
    }

    /** Those with a record that covers a month of the window, by hash. */
    List<FichierSource> in(Window window) {
        return files.entrySet().stream()
                .map(file -> source(file, window))
                .filter(source -> source.getRecords() > 0)
                .toList();
    }

    private static FichierSource source(Map.Entry<String, NavigableMap<Span, Integer>> file, Window window) {
        TreeSet<YearMonth> months = new TreeSet<>();
        int records = 0;
        for (Map.Entry<Span, Integer> span : file.getValue().entrySet()) {
            List<YearMonth> within = span.getKey().within(window);
            months.addAll(within);
            records += within.isEmpty() ? 0 : span.getValue();
        }
        return new FichierSource(
                file.getKey(), months.stream().map(YearMonth::toString).toList(), records);
    }

    void writeTo(ByteWriter out) {
        out.number(files.size());
        files.forEach((sha256, spans) -> {
            out.hexadecimal(sha256);
            out.number(spans.size());
            spans.forEach((span, records) -> {
                span.writeTo(out);
                out.number(records);
            });
        });
    }

    static Sources readFrom(ByteReader in) {
        NavigableMap<String, NavigableMap<Span, Integer>> files = new TreeMap<>();
        for (int left = in.integer(); left > 0; left--) {
            String sha256 = in.hexadecimal();
            NavigableMap<Span, Integer> spans = new TreeMap<>();
            for (int more = in.integer(); more > 0; more--) {
                Span span = Span.readFrom(in);
                spans.put(span, in.integer());
            }
            files.put(sha256, spans);
        }
        return new Sources(files);
    }
}
