package fr.passerelle.demo.reconstruction;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The committed files, without the rows planted to be rejected. */
final class CommittedData {

    static final Path ROOT = Path.of(System.getProperty("passerelle.root", "../.."));
    static final Path FOLDER = ROOT.resolve("dev/demo/data");

    private CommittedData() {}

    static List<NamedCsvRecord> rooms() {
        return accepted("salles.csv");
    }

    static List<NamedCsvRecord> dossiers() {
        return accepted("intercommunalites.csv");
    }

    /** Rows of the register that count presences: neither rejects nor lines of totals, nor second entries. */
    static List<NamedCsvRecord> presences() {
        Set<String> doubled = anomalies("DOUBLE_ENTRY").stream()
                .map(row -> row.getField("sujet"))
                .collect(Collectors.toSet());
        return accepted("frequentation.csv").stream()
                .filter(row -> !row.getField("presences").isEmpty()
                        && !row.getField("activite").equals("TOTAL"))
                .filter(row -> !(doubled.contains(row.getField("id_salle"))
                        && row.getField("grain").equals("MOIS")
                        && row.getField("periode_debut").startsWith("2016")))
                .toList();
    }

    static List<NamedCsvRecord> yearlyCounts() {
        return accepted("frequentation.csv").stream()
                .filter(row -> !row.getField("personnes_distinctes").isEmpty())
                .toList();
    }

    static List<NamedCsvRecord> anomalies(String nature) {
        return read("ANOMALIES.csv").stream()
                .filter(row -> row.getField("nature").equals(nature))
                .toList();
    }

    private static List<NamedCsvRecord> accepted(String file) {
        Set<Long> rejected = new HashSet<>();
        anomalies("REJET").stream()
                .filter(row -> row.getField("fichier").equals(file))
                .forEach(row -> rejected.add(Long.parseLong(row.getField("ligne"))));
        return read(file).stream()
                .filter(row -> !rejected.contains(row.getStartingLineNumber()))
                .toList();
    }

    private static List<NamedCsvRecord> read(String file) {
        char separator = ';';
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().fieldSeparator(separator).ofNamedCsvRecord(FOLDER.resolve(file))) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
