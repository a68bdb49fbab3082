package fr.passerelle.rules.frequentation;

import fr.passerelle.schemas.event.FichierSource;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The files that lines came from: for each, how many of its lines hold over which months. Apart from what they count. */
final class Sources {

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
        add(sha256, span(period), 1);
    }

    void addAll(Sources others) {
        others.files.forEach((sha256, spans) -> spans.forEach((span, lines) -> add(sha256, span, lines)));
    }

    private void add(String sha256, Span span, int lines) {
        files.computeIfAbsent(sha256, file -> new TreeMap<>()).merge(span, lines, Integer::sum);
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
            out.file(sha256);
            out.number(spans.size());
            spans.forEach((span, records) -> {
                span.writeTo(out);
                out.number(records);
            });
        });
    }

    static Sources readFrom(ByteReader in) {
        return new Sources(in.map(ByteReader::file, file -> file.map(Span::readFrom, ByteReader::integer)));
    }
}
