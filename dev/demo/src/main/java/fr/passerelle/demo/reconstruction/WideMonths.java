package fr.passerelle.demo.reconstruction;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A table with one line a room and one column a month: only presences are left. */
final class WideMonths implements OwnForm {

    static final String FILE = "frequentation-est-de-la-somme.csv";

    private static final String EPCI = "200070985";
    private static final String NOT_TOLD = "nc";

    private final Path file;
    private final Map<String, Map<YearMonth, Integer>> presences = new TreeMap<>();

    WideMonths(Path folder) {
        file = folder.resolve(FILE);
    }

    @Override
    public boolean takes(Room room, String grain, String state) {
        return room.epci().equals(EPCI) && state.equals("OUVERT") && (grain.equals("SEANCE") || grain.equals("MOIS"));
    }

    @Override
    public void row(Room room, LocalDate day, String activity, RegisterCounts tally) {
        presences
                .computeIfAbsent(room.name(), name -> new TreeMap<>())
                .merge(YearMonth.from(day), tally.presencesOrZero(), Integer::sum);
    }

    @Override
    public void plant(Anomalies anomalies) {
        String room = presences.keySet().iterator().next();
        anomalies.planted(FILE, room, "2008-01", "2008-01", "CELLULE", "« nc » : le mois reste manquant");
        anomalies.reject(
                FILE,
                presences.size() + 2L,
                "Salle inconnue",
                "salle que le mapping ne connaît pas, un rejet par mois rempli");
    }

    @Override
    public void close() throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("Salle,"
                + String.join(",", months().stream().map(YearMonth::toString).toList()) + ",Total");
        presences.forEach((room, counts) -> lines.add(line(room, counts, lines.size() == 1)));
        lines.add("Salle inconnue,3,4" + ",".repeat(months().size() - 1));
        Files.write(file, lines, StandardCharsets.UTF_8);
    }

    private static String line(String room, Map<YearMonth, Integer> counts, boolean first) {
        List<String> cells = new ArrayList<>();
        cells.add(room);
        for (YearMonth month : months()) {
            Integer count = counts.get(month);
            cells.add(count == null ? "" : count.toString());
        }
        if (first) {
            cells.set(1, NOT_TOLD);
        }
        cells.add(Integer.toString(
                counts.values().stream().mapToInt(Integer::intValue).sum()));
        return String.join(",", cells);
    }

    private static List<YearMonth> months() {
        List<YearMonth> months = new ArrayList<>();
        for (YearMonth month = ExpectedAttendance.FIRST;
                !month.isAfter(ExpectedAttendance.LAST);
                month = month.plusMonths(1)) {
            months.add(month);
        }
        return months;
    }
}
