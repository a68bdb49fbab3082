package fr.passerelle.demo.reconstruction;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;

/**
 * An export of an old program: windows-1252, a preamble, French dates, decimal commas, a column of names (here fictive ones), a line of
 * totals a year.
 */
final class OldExport implements OwnForm {

    static final String FILE = "frequentation-sablons.csv";

    private static final String EPCI = "246000582";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final Writer writer;
    private long line;
    private int year;
    private int total;

    OldExport(Path folder) throws IOException {
        writer = Files.newBufferedWriter(folder.resolve(FILE), Charset.forName("windows-1252"));
        write("Relevé d'activité des espaces numériques (reconstitution)");
        write("Édité par le logiciel de gestion, séances closes");
        write("");
        write("Salle;Date;Activité;Séances;Durée (h);Présences;Heures-personnes;Nom du responsable");
    }

    @Override
    public boolean takes(Room room, String grain, String state) {
        return room.epci().equals(EPCI) && grain.equals("SEANCE") && state.equals("OUVERT");
    }

    @Override
    public void row(Room room, LocalDate day, String activity, RegisterCounts tally) {
        closeYear(day.getYear());
        total += tally.presencesOrZero();
        String[] counts = tally.cells();
        write(
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
        writer.close();
    }

    private void reject(Anomalies anomalies, String detail, String row) {
        anomalies.reject(FILE, write(row), "", detail);
    }

    private void closeYear(int next) {
        if (year != 0 && next != year) {
            write("TOTAL " + year, "", "", "", "", Integer.toString(total), "", "");
            total = 0;
        }
        year = next;
    }

    private long write(String... cells) {
        try {
            writer.write(String.join(";", Arrays.asList(cells)));
            writer.write("\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ++line;
    }

    private static String comma(String decimal) {
        return decimal.replace('.', ',');
    }
}
