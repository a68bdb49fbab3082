package fr.passerelle.cli.export.format;

import fr.passerelle.cli.dataset.DataColumn;
import fr.passerelle.cli.dataset.Extract;
import fr.passerelle.cli.export.OutputFile;
import fr.passerelle.sources.table.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a CSV cannot say of itself, as the W3C's Model for Tabular Data has it: beside {@code salles.csv} stands
 * {@code salles.csv-metadata.json}, where any reader of that recommendation looks first.
 *
 * @param delimiter between its cells
 * @param columns in the order of the file
 */
record CsvDescription(Extract extract, String delimiter, List<DataColumn> columns) {

    private static final String SUFFIX = "-metadata.json";

    /** A property that is nobody else's has an absolute name in that model. */
    private static final String OURS = "urn:passerelle:";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** Of a CSV with the columns of its table. */
    static CsvDescription of(Extract extract) {
        return new CsvDescription(extract, ";", extract.table().columns());
    }

    /** Of a CSV whose columns a standard names, the table having some of them. */
    static CsvDescription ofStandard(Extract extract, List<String> names) {
        return new CsvDescription(
                extract,
                ",",
                names.stream()
                        .map(name -> extract.table().columns().stream()
                                .filter(column -> column.name().equals(name))
                                .findFirst()
                                .orElse(new DataColumn(name, DataColumn.Kind.TEXT, 0, "Non renseigné")))
                        .toList());
    }

    static Path beside(Path file) {
        return file.resolveSibling(file.getFileName() + SUFFIX);
    }

    void write(Path csv, Path description, boolean force) {
        byte[] text = JSON.writeValueAsBytes(document(csv));
        OutputFile.write(description, force, out -> out.write(text));
    }

    private Map<String, Object> document(Path csv) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("@context", List.of("http://www.w3.org/ns/csvw", Map.of("@language", "fr")));
        document.put("url", csv.getFileName().toString());
        document.put("dc:title", extract.provenance().dataset());
        document.put("dc:description", extract.provenance().warning());
        document.put("dc:date", extract.provenance().publishedAt().toString());
        document.putAll(extract.provenance().entries(OURS));
        document.put(OURS + "sha256", sha256(csv));
        document.put("dialect", Map.of("delimiter", delimiter));
        document.put(
                "tableSchema",
                Map.of("columns", columns.stream().map(CsvDescription::said).toList()));
        return document;
    }

    private static Map<String, Object> said(DataColumn column) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("name", column.name());
        said.put("titles", column.name());
        said.put("dc:description", column.says());
        said.put("datatype", datatype(column));
        return said;
    }

    private static Object datatype(DataColumn column) {
        return switch (column.kind()) {
            case TEXT -> "string";
            case INTEGER -> "integer";
            case DECIMAL -> "decimal";
            case DATE -> "date";
            case BOOLEAN -> yesOrNo();
        };
    }

    private static Map<String, Object> yesOrNo() {
        Map<String, Object> datatype = new LinkedHashMap<>();
        datatype.put("base", "boolean");
        datatype.put("format", "oui|non");
        return datatype;
    }

    private static String sha256(Path file) {
        try {
            return Sha256.of(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
