package fr.passerelle.demo.reconstruction;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** The list of what was planted and where, written as it is planted. */
final class Anomalies implements Closeable {

    private final CanonicalCsv sheet;

    Anomalies(Path file) throws IOException {
        sheet = new CanonicalCsv(file, "fichier;ligne;sujet;du;au;nature;detail");
    }

    /** Something planted in the register of a room, over a period (months or days, as text; empty where it is the whole register). */
    void planted(String file, String subject, String from, String to, String nature, String detail) {
        sheet.row(file, "", subject, from, to, nature, detail);
    }

    /** A row that has to be rejected. */
    void reject(String file, long line, String subject, String detail) {
        sheet.row(file, Long.toString(line), subject, "", "", "REJET", detail);
    }

    @Override
    public void close() throws IOException {
        sheet.close();
    }
}
