package fr.passerelle.cli.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import fr.passerelle.dataset.Provenance;
import fr.passerelle.schemas.contract.Sha256;
import fr.passerelle.sheets.form.Table;
import fr.passerelle.sheets.form.Table.Column;
import fr.passerelle.sheets.form.Table.Kind;
import fr.passerelle.sources.reject.UnusableFile;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A CSV: UTF-8, semicolons; for a spreadsheet with a byte order mark, as Excel needs it. Beside that of a dataset, {@code salles.csv},
 * stands {@code salles.csv-metadata.json}, where any reader of the W3C's Model for Tabular Data looks first for what a CSV cannot say.
 */
public final class CsvFile {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final char SEPARATOR = ';';
    private static final String DESCRIPTION = "-metadata.json";

    /** A property that is nobody else's has an absolute name in the W3C's model. */
    private static final String OURS = "urn:passerelle:";

    private CsvFile() {}

    /** Writes a table for a spreadsheet; {@link UnusableFile} where it cannot be written. */
    public static void write(Table<?> table, Path file, boolean force) {
        write(table, file, force, BYTE_ORDER_MARK, SEPARATOR);
    }

    private static void write(Table<?> table, Path file, boolean force, String mark, char separator) {
        OutputFile.write(file, force, out -> {
            Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            text.write(mark);
            try (CsvWriter csv = CsvWriter.builder().fieldSeparator(separator).build(text)) {
                csv.writeRecord(table.header());
                table.texts(csv::writeRecord);
            }
        });
    }

    static List<Path> write(Provenance of, Table<?> table, Path file, boolean force) {
        return described(of, table, file, force, BYTE_ORDER_MARK, SEPARATOR);
    }

    /** Writes its rows alone, for a program, which would take the mark for a part of the first name: something else describes them. */
    static void writeUnmarked(Table<?> table, Path file, boolean force) {
        write(table, file, force, "", SEPARATOR);
    }

    private static List<Path> described(
            Provenance of, Table<?> table, Path file, boolean force, String mark, char separator) {
        Path description = file.resolveSibling(file.getFileName() + DESCRIPTION);
        OutputFile.requireFree(description, force);
        write(table, file, force, mark, separator);
        OutputFile.write(
                description, force, out -> out.write(OutputFile.json(description(of, table, file, separator))));
        return List.of(file, description);
    }

    private static Map<String, Object> description(Provenance of, Table<?> table, Path csv, char separator)
            throws IOException {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("@context", List.of("http://www.w3.org/ns/csvw", Map.of("@language", "fr")));
        document.put("url", csv.getFileName().toString());
        document.put("dc:title", of.dataset());
        document.put("dc:description", of.warning());
        document.put("dc:date", of.publishedAt().toString());
        document.putAll(of.entries(OURS));
        document.put(OURS + "sha256", Sha256.of(csv));
        document.put("dialect", Map.of("delimiter", String.valueOf(separator)));
        document.put(
                "tableSchema",
                Map.of("columns", table.columns().stream().map(CsvFile::said).toList()));
        return document;
    }

    private static Map<String, Object> said(Column<?> column) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("name", column.name());
        said.put("titles", column.name());
        said.put("dc:description", column.says());
        said.put(
                "datatype",
                column.kind() == Kind.BOOLEAN ? new YesOrNo("boolean", "oui|non") : datatype(column.kind()));
        return said;
    }

    private record YesOrNo(String base, String format) {}

    static String datatype(Kind kind) {
        return switch (kind) {
            case TEXT, FIGURE -> "string";
            case INTEGER -> "integer";
            case DECIMAL -> "decimal";
            case DATE -> "date";
            case BOOLEAN -> "boolean";
        };
    }

    /**
     * A CSV of the dataset whose columns a standard names, separated by spaces, one of them a key that no other dataset has: in its order, comma
     * separated, without byte order mark, nothing added.
     */
    record Standard(String name, String dataset, String key, String columns) {

        /** The national standard of places of digital mediation, v1.0.2. */
        static final Standard MEDNUM =
                new Standard("Le standard des lieux de médiation numérique", "lieux", "pivot", """
                    id pivot nom commune code_postal code_insee adresse complement_adresse latitude longitude typologie
                    telephone courriels site_web horaires presentation_resume presentation_detail source itinerance
                    structure_parente date_maj services publics_specifiquement_adresses prise_en_charge_specifique
                    frais_a_charge dispositif_programmes_nationaux formations_labels autres_formations_labels
                    modalites_acces modalites_accompagnement fiche_acces_libre prise_rdv\
                    """);

        /** The grants of the Socle commun des données locales, 2.1.1. */
        static final Standard SCDL =
                new Standard("Le schéma des subventions du SCDL", "subventions", "idBeneficiaire", """
                    nomAttribuant idAttribuant dateConvention referenceDecision nomBeneficiaire idBeneficiaire
                    rnaBeneficiaire objet montant nature conditionsVersement datesPeriodeVersement idRAE notificationUE
                    pourcentageSubvention dispositifAide\
                    """);

        List<Path> write(Provenance of, Table<?> table, Path file, boolean force) {
            if (table.columns().stream().noneMatch(column -> column.name().equals(key))) {
                throw new UnusableFile(name + " ne décrit rien d'autre : demandez le jeu « " + dataset + " », et non « "
                        + of.dataset() + " ».");
            }
            return described(of, ordered(table), file, force, "", ',');
        }

        private <R> Table<R> ordered(Table<R> table) {
            return table.with(Stream.of(columns.split("\\s+", -1))
                    .map(column -> table.columns().stream()
                            .filter(one -> one.name().equals(column))
                            .findFirst()
                            .orElse(new Column<>(column, Kind.TEXT, 0, "Non renseigné", row -> null)))
                    .toList());
        }
    }
}
