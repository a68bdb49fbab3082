package fr.passerelle.cli;

import fr.passerelle.schemas.table.FileLines;
import java.util.ArrayList;
import java.util.List;

/** What the lines of files are, in a sentence: they add up. */
final class LinesText {

    private final List<String> parts = new ArrayList<>();

    private LinesText(FileLines lines) {
        add(lines.announcing(), "qui annonce le séparateur");
        add(lines.preamble(), "avant l'en-tête");
        add(lines.header(), "d'en-tête");
        add(lines.rows(), "de la table");
        add(lines.inside(), "à l'intérieur de cellules de plusieurs lignes");
        add(lines.controls(), "de contrôle");
        add(lines.blank(), "en blanc");
        add(lines.refused(), "dont les cellules ne se distinguent pas");
    }

    /** Those of one file. */
    static String ofFile(FileLines lines) {
        return of("Lignes du fichier : ", lines);
    }

    /** Those of all files of a run. */
    static String ofFiles(FileLines lines) {
        return of("Lignes des fichiers : ", lines);
    }

    private static String of(String title, FileLines lines) {
        return title + CommandFrench.number(lines.all()) + " = " + String.join(" + ", new LinesText(lines).parts);
    }

    private void add(long count, String what) {
        if (count > 0) {
            parts.add(CommandFrench.number(count) + " " + what);
        }
    }
}
