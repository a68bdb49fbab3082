package fr.passerelle.rules.frequentation;

import fr.passerelle.rules.frequentation.MonthFormat.ByteReader;
import fr.passerelle.rules.frequentation.MonthFormat.ByteWriter;
import fr.passerelle.schemas.event.AttendanceCounts;
import fr.passerelle.schemas.event.Etat;
import fr.passerelle.schemas.event.FichierSource;
import fr.passerelle.schemas.event.Grain;
import fr.passerelle.schemas.event.MonthReported;
import fr.passerelle.schemas.event.ReportedLine;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The attendance of one room, or of one month of it, as far as a score needs it: sessions by activity with the days that hold one, sums of
 * longer records by period and activity, closures, files. Only sums are kept, so the order of lines does not matter. Which record is a
 * control, and what a longer one gives to a month, is decided when the room is scored. Its maps are live, and for this package alone; two are compared by nothing,
 * since sums have no equality.
 */
public record RoomRegister(
        NavigableMap<MonthOfActivity, Sessions> sessions,
        NavigableMap<Period, Tally> periods,
        NavigableSet<Period> closures,
        Sources sources) {

    private static final String SUPPOSED = "HYPOTHESE";

    /** Of nothing yet. */
    private RoomRegister() {
        this(new TreeMap<>(), new TreeMap<>(), new TreeSet<>(), new Sources());
    }

    /** That of a month as the log tells it. */
    public static RoomRegister of(MonthReported month) {
        RoomRegister register = new RoomRegister();
        month.getLines().forEach(line -> register.add(line, month.getFiles().get(line.getFile())));
        return register;
    }

    /** That of a room, from those of its months, each once, in any order; none where nothing is known. */
    public static RoomRegister of(Collection<RoomRegister> months) {
        RoomRegister all = new RoomRegister();
        months.forEach(all::addAll);
        return all;
    }

    /**
     * What {@link #toBytes} wrote.
     *
     * @throws IllegalArgumentException when the bytes are of another version
     */
    public static RoomRegister fromBytes(byte[] bytes) {
        return MonthFormat.read(bytes);
    }

    /** The same lines give the same bytes, in whatever order they came. */
    public byte[] toBytes() {
        return MonthFormat.write(this);
    }

    /**
     * What if each of these months had one record more, of the month and in an activity that the room has not: another register, which
     * shares with this one all that it does not change. A number below 0 stands for that much less in the month's other records.
     */
    public RoomRegister supposing(Map<YearMonth, AttendanceCounts> more) {
        NavigableMap<Period, Tally> supposed = new TreeMap<>(periods);
        String activity = unusedActivity();
        more.forEach((month, counts) ->
                supposed.put(new Period(month.atDay(1), month.atEndOfMonth(), Grain.MOIS, activity), Tally.of(counts)));
        return new RoomRegister(sessions, supposed, closures, sources);
    }

    /**
     * What a score needs of it: sessions outside its window, of so many months until the as-of, are left out, which no rule looks at. Ten
     * years of them are five times what a window holds.
     */
    public RoomRegister within(YearMonth asOf, int months) {
        Window window = new Window(asOf, months);
        NavigableMap<MonthOfActivity, Sessions> kept = new TreeMap<>(sessions);
        kept.keySet().removeIf(key -> !window.contains(key.month().atDay(1)));
        return new RoomRegister(kept, periods, closures, sources);
    }

    private String unusedActivity() {
        Set<String> used = new HashSet<>();
        sessions.keySet().forEach(month -> used.add(month.activity()));
        periods.keySet().forEach(period -> used.add(period.activity()));
        return Stream.iterate(SUPPOSED, activity -> activity + SUPPOSED)
                .filter(activity -> !used.contains(activity))
                .findFirst()
                .orElseThrow();
    }

    /** The files that a window of so many months until the as-of rests on, by hash: those that said first what holds. Controls and closures count too. */
    public List<FichierSource> files(YearMonth asOf, int months) {
        return sources.in(new Window(asOf, months));
    }

    private void addAll(RoomRegister other) {
        sessions.putAll(other.sessions);
        periods.putAll(other.periods);
        closures.addAll(other.closures);
        sources.addAll(other.sources);
    }

    private void add(ReportedLine line, String sha256) {
        Period period = new Period(line.getPeriodStart(), line.getPeriodEnd(), line.getGrain(), line.getActivity());
        add(period, line.getCounts());
        sources.add(sha256, period);
    }

    private void add(Period period, AttendanceCounts counts) {
        if (counts.getEtat() == Etat.FERME) {
            closures.add(period);
        } else if (period.isOneSession()) {
            sessions.computeIfAbsent(
                            new MonthOfActivity(YearMonth.from(period.start()), period.activity()),
                            month -> new Sessions())
                    .add(period.start(), counts);
        } else {
            periods.computeIfAbsent(period, key -> new Tally()).add(counts);
        }
    }

    /** The files that lines came from: for each, how many of its lines hold over which months. Apart from what they count. */
    record Sources(NavigableMap<String, NavigableMap<Span, Integer>> files) {

        Sources() {
            this(new TreeMap<>());
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
            add(sha256, new Span(period.firstMonth(), period.lastMonth()), 1);
        }

        void addAll(Sources others) {
            others.files.forEach((sha256, spans) -> spans.forEach((span, lines) -> add(sha256, span, lines)));
        }

        private void add(String sha256, Span span, int lines) {
            files.computeIfAbsent(sha256, file -> new TreeMap<>()).merge(span, lines, Integer::sum);
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
            out.map(
                    files,
                    (sha256, to) -> to.file(sha256),
                    (spans, to) -> to.map(spans, Span::writeTo, (records, each) -> each.number(records)));
        }

        static Sources readFrom(ByteReader in) {
            return new Sources(in.map(ByteReader::file, file -> file.map(Span::readFrom, ByteReader::integer)));
        }
    }

    /** The records by session of one month and activity: their sums, and which days hold one, which tells what they make a control. */
    static final class Sessions {

        /** A bit a day. */
        private int days;

        private Tally tally = new Tally();

        /** One that counts people and nothing that took place makes nothing a control. */
        void add(LocalDate day, AttendanceCounts counts) {
            if (tally.add(counts)) {
                days |= 1 << day.getDayOfMonth();
            }
        }

        /** Whether one on that day says that something took place. */
        boolean on(LocalDate day) {
            return (days & 1 << day.getDayOfMonth()) != 0;
        }

        Tally tally() {
            return tally;
        }

        void writeTo(ByteWriter out) {
            out.number(days);
            tally.writeTo(out);
        }

        static Sessions readFrom(ByteReader in) {
            Sessions sessions = new Sessions();
            sessions.days = in.integer();
            sessions.tally = Tally.readFrom(in);
            return sessions;
        }
    }

    /** A month of one activity of a room. */
    record MonthOfActivity(YearMonth month, String activity) implements Comparable<MonthOfActivity> {

        @Override
        public int compareTo(MonthOfActivity other) {
            int byMonth = month.compareTo(other.month);
            return byMonth == 0 ? activity.compareTo(other.activity) : byMonth;
        }

        void writeTo(ByteWriter out) {
            out.month(month);
            out.text(activity);
        }

        static MonthOfActivity readFrom(ByteReader in) {
            return new MonthOfActivity(in.month(), in.text());
        }
    }
}
