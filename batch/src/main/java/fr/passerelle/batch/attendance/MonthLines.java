package fr.passerelle.batch.attendance;

import fr.passerelle.schemas.contract.Partitions;
import fr.passerelle.schemas.event.MonthCause;
import fr.passerelle.schemas.event.MonthReported;
import fr.passerelle.schemas.event.ReportedLine;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/** The lines of a month in their order, which depends on nothing but what they say, and the files that they come from. */
record MonthLines(List<String> files, List<ReportedLine> lines) {

    private static final Comparator<Attendance> ORDER = Comparator.comparingInt(Attendance::start)
            .thenComparingInt(Attendance::end)
            .thenComparing(line -> line.grain().name())
            .thenComparing(Attendance::activity)
            .thenComparing(line -> Objects.requireNonNullElse(Keys.register(line.key()), ""))
            .thenComparing(line -> Objects.requireNonNullElse(Keys.id(line.key()), ""))
            .thenComparing(line -> line.etat().name())
            .thenComparingInt(Attendance::sessions)
            .thenComparingInt(Attendance::sessionHours)
            .thenComparingInt(Attendance::presences)
            .thenComparingInt(Attendance::personHours)
            .thenComparingInt(Attendance::registered)
            .thenComparingInt(Attendance::distinctPeople)
            .thenComparingInt(Attendance::scolaires)
            .thenComparing(line -> line.origin().sha256())
            .thenComparingLong(line -> line.origin().line());

    /** Those of a month of which nothing is known. */
    static final MonthLines NONE = new MonthLines(List.of(), List.of());

    static MonthLines of(MonthReported month) {
        return new MonthLines(month.getFiles(), month.getLines());
    }

    static MonthLines of(Collection<Attendance> values) {
        TreeSet<String> files = new TreeSet<>();
        values.forEach(value -> files.add(value.origin().sha256()));
        List<String> all = List.copyOf(files);
        return new MonthLines(
                all,
                values.stream()
                        .sorted(ORDER)
                        .map(value -> value.line(all.indexOf(value.origin().sha256())))
                        .toList());
    }

    /** A month of these lines and nothing else: what two months are compared by, whatever the log says beside them. */
    MonthReported month(MonthOfRoom of) {
        return MonthReported.newBuilder()
                .setRoomId(of.room())
                .setEpci(Partitions.WITHOUT_EPCI)
                .setMonth(of.month().toString())
                .setFiles(files)
                .setLines(lines)
                .setCause(MonthCause.NEWS)
                .setAdded(0)
                .setChanged(0)
                .setRemoved(0)
                .build();
    }
}
