package fr.passerelle.rules.frequentation;

import fr.passerelle.schemas.event.MonthCause;
import fr.passerelle.schemas.event.MonthReported;
import fr.passerelle.schemas.event.ReportedLine;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Lines of room S1 for tests, and its months as the log would tell them. The file of a line is a number, and two digits of a hash. */
public final class Lines {

    private final SortedMap<YearMonth, List<ReportedLine>> months = new TreeMap<>();

    /** Those of a list. */
    public static Lines of(Collection<ReportedLine> lines) {
        Lines all = new Lines();
        lines.forEach(all::add);
        return all;
    }

    /** One more. */
    public void add(ReportedLine line) {
        months.computeIfAbsent(YearMonth.from(line.getPeriodStart()), month -> new ArrayList<>())
                .add(line);
    }

    /** What a score reads of them. */
    public RoomRegister register() {
        return RoomRegister.of(months().stream().map(RoomRegister::of).toList());
    }

    /** Each month, its lines in the order in which they were added. */
    public List<MonthReported> months() {
        return months.entrySet().stream()
                .map(month -> month(month.getKey(), month.getValue()))
                .toList();
    }

    private static MonthReported month(YearMonth month, List<ReportedLine> lines) {
        TreeSet<Integer> files = new TreeSet<>();
        lines.forEach(line -> files.add(line.getFile()));
        return MonthReported.newBuilder()
                .setRoomId("S1")
                .setEpci("200000001")
                .setMonth(month.toString())
                .setFiles(files.stream().map("%02x"::formatted).toList())
                .setLines(lines.stream()
                        .map(line -> ReportedLine.newBuilder(line)
                                .setFile(files.headSet(line.getFile()).size())
                                .build())
                        .toList())
                .setCause(MonthCause.NEWS)
                .setAdded(lines.size())
                .setChanged(0)
                .setRemoved(0)
                .build();
    }
}
