package fr.passerelle.batch.attendance;

import fr.passerelle.batch.attendance.ImportedMonth.ImportedLine;
import fr.passerelle.journal.Journal;
import fr.passerelle.schemas.contract.Partitions;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.event.MonthCause;
import fr.passerelle.schemas.event.MonthReported;
import fr.passerelle.schemas.event.ReportedLine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntFunction;

/** The lines of a month in their order, which depends on nothing but what they say, and the files that they come from. */
record MonthLines(List<String> files, List<ReportedLine> lines) {

    /** What a line takes in a record beside its texts, at most. */
    private static final int LINE = 80;

    /** What a record has beside its lines and files, at most. */
    private static final int REST = 1_000;

    /** Of one day: a chain of comparisons is asked only then, since each of its links costs whatever the first one says. */
    private static final Comparator<Attendance> OF_ONE_DAY = Comparator.comparingInt(Attendance::end)
            .thenComparing(line -> line.grain().name())
            .thenComparing(Attendance::activity)
            .thenComparing(Attendance::register)
            .thenComparing(Attendance::id)
            .thenComparing(Attendance.BY_COUNTS);

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

    /** Whether a record of the log could not hold these lines of a month, which is told in months since year 0. */
    public static boolean areTooMany(
            String room, int month, Collection<ImportedLine> holding, Records records, IntFunction<String> sha256) {
        long most = holding.stream()
                .map(ImportedLine::value)
                .mapToLong(value -> LINE
                        + 3L
                                * (value.register().length()
                                        + value.id().length()
                                        + value.activity().length()))
                .sum();
        return most >= Journal.MAX_PAYLOAD / 2
                && records.encode(of(holding, sha256).month(room, month)).length > Journal.MAX_PAYLOAD - REST;
    }

    /** A month, in months since year 0, of these lines alone: what two are compared by, whatever the log says beside them. */
    public MonthReported month(String room, int month) {
        return month(room, month, Partitions.WITHOUT_EPCI, MonthCause.NEWS, new MonthDifference(0, 0, 0));
    }

    /** The month as the log is told of it; a MOVE carries it to where its room arrived. */
    public MonthReported month(String room, int month, String epci, MonthCause cause, MonthDifference difference) {
        return MonthReported.newBuilder()
                .setRoomId(room)
                .setMonth(MonthNo.month(month).toString())
                .setFiles(files)
                .setLines(lines)
                .setEpci(epci)
                .setCarried(cause == MonthCause.MOVE)
                .setCause(cause)
                .setAdded(difference.added())
                .setChanged(difference.changed())
                .setRemoved(difference.removed())
                .build();
    }

    /**
     * How many lines of a month differ from what was known of it, whatever files they come from: that were not known, that say something else
     * under a known id or at a known place, that are no longer there.
     */
    public record MonthDifference(int added, int changed, int removed) {

        /** Of the lines that held and those that hold. */
        public static MonthDifference between(Collection<ImportedLine> before, Collection<ImportedLine> now) {
            if (before.isEmpty() || now.isEmpty()) {
                return new MonthDifference(now.size(), 0, before.size());
            }
            Map<LineIdentity, List<Attendance>> left = new HashMap<>();
            before.forEach(line -> of(left, line).add(line.value()));
            List<ImportedLine> others = now.stream()
                    .filter(line -> !of(left, line).remove(line.value()))
                    .toList();
            int changed = 0;
            for (ImportedLine line : others) {
                List<Attendance> rivals = of(left, line);
                if (!rivals.isEmpty()) {
                    rivals.removeLast();
                    changed++;
                }
            }
            int removed = left.values().stream().mapToInt(List::size).sum();
            return new MonthDifference(others.size() - changed, changed, removed);
        }

        private static List<Attendance> of(Map<LineIdentity, List<Attendance>> left, ImportedLine line) {
            return left.computeIfAbsent(LineIdentity.of(line.value()), id -> new ArrayList<>());
        }

        /** Whether lines came, and none changed. */
        public boolean isGrowth() {
            return added > 0 && changed == 0 && removed == 0;
        }
    }
}
