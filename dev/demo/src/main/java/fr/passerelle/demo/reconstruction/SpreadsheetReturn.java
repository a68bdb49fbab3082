package fr.passerelle.demo.reconstruction;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A workbook that an animateur keeps: a notice first, the sessions on a second sheet, days as dates, one column of remarks. */
final class SpreadsheetReturn implements OwnForm {

    static final String FILE = "frequentation-saint-quentinois.xlsx";

    private static final String EPCI = "200071892";
    private static final String[] HEADER = {
        "Salle", "Jour", "Activité", "Séances", "Heures", "Présences", "Heures cumulées", "Remarques"
    };
    private static final int DAY = 1;

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
    public boolean takes(Room room, String grain, String state) {
        return room.epci().equals(EPCI) && grain.equals("SEANCE") && state.equals("OUVERT");
    }

    @Override
    public void row(Room room, LocalDate day, String activity, RegisterCounts tally) {
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
        start("Salle fictive 076", "ATELIER");
        sheet.value(row, DAY, "14 mars 2016");
        numbers("1", "2", "4", "8");
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
        TimelessWorkbook.rewrite(file);
    }

    private void text(String room, String day, Anomalies anomalies, String detail) {
        start(room, "ATELIER");
        sheet.value(row, DAY, day);
        numbers("1", "2", "4", "8");
        anomalies.reject(FILE, row + 1L, "", detail);
    }

    private void start(String room, String activity) {
        row++;
        sheet.value(row, 0, room);
        sheet.value(row, 2, activity);
    }

    private void numbers(@Nullable String... cells) {
        for (int i = 0; i < cells.length; i++) {
            String cell = cells[i];
            if (cell != null && !cell.isEmpty()) {
                sheet.value(row, 3 + i, new BigDecimal(cell));
            }
        }
    }
}
