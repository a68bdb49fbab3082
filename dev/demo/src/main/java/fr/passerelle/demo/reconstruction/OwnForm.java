package fr.passerelle.demo.reconstruction;

import fr.passerelle.demo.reconstruction.Register.Counts;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The register of one intercommunalité that comes back in a form of its own, instead of the canonical file. */
sealed interface OwnForm extends Closeable {

    String epci();

    /** Whether a row of one of its rooms, of this grain, is written there when the room was open. */
    default boolean takes(String grain) {
        return grain.equals("SEANCE");
    }

    /** Writes a row; rows come month after month. */
    void row(Room room, LocalDate day, String activity, Counts tally);

    /** Writes what has to be rejected or corrected, and lists it. */
    void plant(Anomalies anomalies);

    /** An export of an old program: windows-1252, a preamble, French dates, decimal commas, a column of fictive names, a line of totals a year. */
    final class OldExport implements OwnForm {

        static final String FILE = "frequentation-sablons.csv";

        private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

        private final CanonicalCsv sheet;
        private int year;
        private int total;

        OldExport(Path folder) throws IOException {
            sheet = new CanonicalCsv(folder.resolve(FILE), Charset.forName("windows-1252"), "\r\n");
            sheet.row("Relevé d'activité des espaces numériques (reconstitution)");
            sheet.row("Édité par le logiciel de gestion, séances closes");
            sheet.row("");
            sheet.row("Salle;Date;Activité;Séances;Durée (h);Présences;Heures-personnes;Nom du responsable".split(";"));
        }

        @Override
        public String epci() {
            return "246000582";
        }

        @Override
        public void row(Room room, LocalDate day, String activity, Counts tally) {
            closeYear(day.getYear());
            total += tally.presencesOrZero();
            String[] counts = tally.cells();
            sheet.row(
                    room.name(),
                    DAY.format(day),
                    activity,
                    counts[0],
                    comma(counts[1]),
                    counts[2],
                    comma(counts[3]),
                    "Responsable fictif");
        }

        @Override
        public void plant(Anomalies anomalies) {
            closeYear(0);
            reject(anomalies, "date impossible", "Salle fictive 104;31/02/2016;ATELIER;1;2,0;4;8,0;Responsable fictif");
            reject(
                    anomalies,
                    "date sur deux chiffres",
                    "Salle fictive 105;07/03/16;ATELIER;1;2,0;5;10,0;Responsable fictif");
            reject(
                    anomalies,
                    "une cellule de trop : une virgule devenue point-virgule",
                    "Salle fictive 106;14/03/2016;ATELIER;1;2;0;6;12,0;Responsable fictif");
            reject(
                    anomalies,
                    "salle que le mapping ne connaît pas",
                    "Salle fictive 999;15/03/2016;ATELIER;1;2,0;3;6,0;Responsable fictif");
        }

        @Override
        public void close() throws IOException {
            sheet.close();
        }

        private void reject(Anomalies anomalies, String detail, String row) {
            anomalies.reject(FILE, sheet.row(row.split(";")), "", detail);
        }

        private void closeYear(int next) {
            if (year != 0 && next != year) {
                sheet.row("TOTAL " + year, "", "", "", "", Integer.toString(total), "", "");
                total = 0;
            }
            year = next;
        }

        private static String comma(String decimal) {
            return decimal.replace('.', ',');
        }
    }

    /** A workbook that an animateur keeps: a notice first, the sessions on a second sheet, days as dates, one column of remarks. */
    final class SpreadsheetReturn implements OwnForm {

        static final String FILE = "frequentation-saint-quentinois.xlsx";

        private static final String[] HEADER = {
            "Salle", "Jour", "Activité", "Séances", "Heures", "Présences", "Heures cumulées", "Remarques"
        };
        private static final int DAY = 1;
        private static final LocalDateTime WHEN = LocalDateTime.of(2017, 11, 1, 0, 0);
        private static final String PROPERTIES = "docProps/core.xml";
        private static final String INSTANT = "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?Z";

        private final Path file;
        private final OutputStream out;
        private final Workbook workbook;
        private final Worksheet sheet;
        private int row;

        SpreadsheetReturn(Path folder) throws IOException {
            file = folder.resolve(FILE);
            out = Files.newOutputStream(file);
            workbook = new Workbook(out, "Passerelle", "1.0");
            workbook.newWorksheet("Notice").value(0, 0, "Reconstitution : exercice sur des données reconstituées.");
            sheet = workbook.newWorksheet("Relevés");
            for (int column = 0; column < HEADER.length; column++) {
                sheet.value(0, column, HEADER[column]);
            }
        }

        @Override
        public String epci() {
            return "200071892";
        }

        @Override
        public void row(Room room, LocalDate day, String activity, Counts tally) {
            String[] counts = tally.cells();
            start(room.name(), activity);
            sheet.value(row, DAY, day);
            sheet.style(row, DAY).format("dd/mm/yyyy").set();
            numbers(counts[0], counts[1], counts[2], counts[3]);
        }

        @Override
        public void plant(Anomalies anomalies) {
            text("Salle fictive 074", "lundi", anomalies, "jour en lettres seulement");
            text("Salle fictive 075", "29/02/2017", anomalies, "jour qui n'existe pas");
            text("Salle fictive 998", "14/03/2016", anomalies, "salle que le mapping ne connaît pas");
            session("Salle fictive 076", "14 mars 2016");
            anomalies.planted(
                    FILE,
                    "DEMO-076",
                    "2016-03",
                    "2016-03",
                    "CORRECTION",
                    "jour écrit en toutes lettres, ligne " + (row + 1));
        }

        @Override
        public void close() throws IOException {
            workbook.finish();
            out.close();
            rewrite(file);
        }

        private void text(String room, String day, Anomalies anomalies, String detail) {
            session(room, day);
            anomalies.reject(FILE, row + 1L, "", detail);
        }

        private void session(String room, String day) {
            start(room, "ATELIER");
            sheet.value(row, DAY, day);
            numbers("1", "2", "4", "8");
        }

        private void start(String room, String activity) {
            row++;
            sheet.value(row, 0, room);
            sheet.value(row, 2, activity);
        }

        private void numbers(String... cells) {
            for (int i = 0; i < cells.length; i++) {
                if (!cells[i].isEmpty()) {
                    sheet.value(row, 3 + i, new BigDecimal(cells[i]));
                }
            }
        }

        /** Takes out when it was written, so that the same reconstruction gives the same bytes. */
        private static void rewrite(Path workbook) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ZipFile in = new ZipFile(workbook.toFile());
                    ZipOutputStream out = new ZipOutputStream(bytes)) {
                for (ZipEntry entry : Collections.list(in.entries())) {
                    ZipEntry copy = new ZipEntry(entry.getName());
                    copy.setTimeLocal(WHEN);
                    out.putNextEntry(copy);
                    out.write(content(entry.getName(), in.getInputStream(entry).readAllBytes()));
                    out.closeEntry();
                }
            }
            Files.write(workbook, bytes.toByteArray());
        }

        private static byte[] content(String name, byte[] bytes) {
            return name.equals(PROPERTIES)
                    ? new String(bytes, StandardCharsets.UTF_8)
                            .replaceAll(INSTANT, WHEN + ":00Z")
                            .getBytes(StandardCharsets.UTF_8)
                    : bytes;
        }
    }

    /** A table with one line a room and one column a month: only presences are left. */
    final class WideMonths implements OwnForm {

        static final String FILE = "frequentation-est-de-la-somme.csv";

        private static final String NOT_TOLD = "nc";

        private final Path file;
        private final Map<String, Map<YearMonth, Integer>> presences = new TreeMap<>();

        WideMonths(Path folder) {
            file = folder.resolve(FILE);
        }

        @Override
        public String epci() {
            return "200070985";
        }

        @Override
        public boolean takes(String grain) {
            return grain.equals("SEANCE") || grain.equals("MOIS");
        }

        @Override
        public void row(Room room, LocalDate day, String activity, Counts tally) {
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
            lines.add(ExpectedAttendance.MONTHS.stream()
                    .map(YearMonth::toString)
                    .collect(Collectors.joining(",", "Salle,", ",Total")));
            presences.forEach((room, counts) -> lines.add(line(room, counts, lines.size() == 1)));
            lines.add("Salle inconnue,3,4" + ",".repeat(ExpectedAttendance.MONTHS.size() - 1));
            Files.write(file, lines, StandardCharsets.UTF_8);
        }

        private static String line(String room, Map<YearMonth, Integer> counts, boolean first) {
            List<String> cells = new ArrayList<>(List.of(room));
            ExpectedAttendance.MONTHS.forEach(month -> cells.add(Objects.toString(counts.get(month), "")));
            if (first) {
                cells.set(1, NOT_TOLD);
            }
            cells.add(Integer.toString(
                    counts.values().stream().mapToInt(Integer::intValue).sum()));
            return String.join(",", cells);
        }
    }
}
