package fr.passerelle.batch.month;

import fr.passerelle.schemas.contract.Partitions;
import fr.passerelle.schemas.event.MonthCause;
import fr.passerelle.schemas.event.MonthReported;
import fr.passerelle.schemas.event.ReportedLine;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntFunction;

/** The lines of a month in their order, which depends on nothing but what they say, and the files that they come from. */
public record MonthLines(List<String> files, List<ReportedLine> lines) {

    /** Of one day: a chain of comparisons is asked only then, since each of its links costs whatever the first one says. */
    private static final Comparator<Attendance> OF_ONE_DAY = Comparator.comparingInt(Attendance::end)
            .thenComparing(line -> line.grain().name())
            .thenComparing(Attendance::activity)
            .thenComparing(Attendance::register)
            .thenComparing(Attendance::id)
            .thenComparing(line -> line.etat().name())
            .thenComparingInt(Attendance::sessions)
            .thenComparingInt(Attendance::sessionHours)
            .thenComparingInt(Attendance::presences)
            .thenComparingInt(Attendance::personHours)
            .thenComparingInt(Attendance::registered)
            .thenComparingInt(Attendance::distinctPeople)
            .thenComparingInt(Attendance::scolaires);

    /** @param sha256 hash of the file of an import */
    public static MonthLines of(Collection<ImportedLine> holding, IntFunction<String> sha256) {
        TreeSet<String> files = new TreeSet<>();
        holding.forEach(said -> files.add(sha256.apply(said.importNo())));
        List<String> all = List.copyOf(files);
        Comparator<ImportedLine> inFile = Comparator.comparing(ImportedLine::value, OF_ONE_DAY)
                .thenComparing(said -> sha256.apply(said.importNo()))
                .thenComparingLong(ImportedLine::line);
        return new MonthLines(
                all,
                holding.stream()
                        .sorted((one, other) -> one.value().start()
                                        == other.value().start()
                                ? inFile.compare(one, other)
                                : Integer.compare(
                                        one.value().start(), other.value().start()))
                        .map(said -> said.value().line(all.indexOf(sha256.apply(said.importNo())), said.line()))
                        .toList());
    }

    /** A month of these lines and nothing else: what two months are compared by, whatever the log says beside them. */
    public MonthReported month(MonthOfRoom of) {
        return builder(of)
                .setEpci(Partitions.WITHOUT_EPCI)
                .setCause(MonthCause.NEWS)
                .setAdded(0)
                .setChanged(0)
                .setRemoved(0)
                .build();
    }

    /** A month of these lines, of which the rest is to be said. */
    public MonthReported.Builder builder(MonthOfRoom of) {
        return MonthReported.newBuilder()
                .setRoomId(of.room())
                .setMonth(of.month().toString())
                .setFiles(files)
                .setLines(lines);
    }
}
