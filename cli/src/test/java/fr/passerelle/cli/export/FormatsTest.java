package fr.passerelle.cli.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.passerelle.dataset.Dataset;
import fr.passerelle.dataset.Provenance;
import fr.passerelle.dataset.Situations;
import fr.passerelle.schemas.contract.Sha256;
import fr.passerelle.sheets.form.Table;
import fr.passerelle.sheets.form.Table.Column;
import fr.passerelle.sheets.form.Table.Kind;
import fr.passerelle.sheets.form.Table.Point;
import fr.passerelle.sources.reject.UnusableFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tables in each format, and the package that they make together. */
class FormatsTest {

    private static final String RECONSTITUTION = "RECONSTITUTION";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(
            value = ExportFormat.class,
            names = {"CSV", "XLSX", "PARQUET", "GEOJSON"})
    void giveTheSameBytesTwice(ExportFormat format) throws IOException {
        Path first = written(format, "une");
        Path second = written(format, "deux");

        assertThat(Files.readAllBytes(first))
                .isEqualTo(Files.readAllBytes(second))
                .isNotEmpty();
    }

    @Test
    void letASpreadsheetComputeNothingOfACsv() throws IOException {
        assertThat(Files.readString(written(ExportFormat.CSV, "csv")).lines())
                .containsExactly(
                        "\uFEFFnom;salles;aide;provisoire;le",
                        "\"'=HYPERLINK(\"\"http://exemple.invalid\"\")\";12;-1250.50;oui;2017-12-15",
                        "\"Étréaupont ; 🙂 \"\"x\"\"\";0;;non;",
                        "'-2+3;;7.00;;");
    }

    @Test
    void describeACsvBesideIt() throws IOException {
        Path csv = written(ExportFormat.CSV, "csv");

        JsonNode said = json(csv.resolveSibling(csv.getFileName() + "-metadata.json"));
        assertThat(said.get("url").asString()).isEqualTo(csv.getFileName().toString());
        assertThat(said.get("urn:passerelle:nature").asString()).isEqualTo(RECONSTITUTION);
        assertThat(said.get("urn:passerelle:execution").asString()).isEqualTo("N-000007");
        assertThat(said.get("urn:passerelle:bareme_sha256").asString())
                .isEqualTo(Extracts.ESSAI.run().bareme().sha256());
        assertThat(said.get("urn:passerelle:empreinte").asString()).isEqualTo("cd".repeat(32));
        assertThat(said.get("dc:date").asString()).isEqualTo("2017-11-30T22:59:59Z");
        assertThat(said.at("/tableSchema/columns")).hasSize(5);
    }

    @Test
    void letASpreadsheetComputeNothingOfAWorkbook() throws IOException {
        List<String> sheets = sheets(written(ExportFormat.XLSX, "xlsx"));

        assertThat(sheets).hasSize(2);
        assertThat(sheets.getFirst())
                .doesNotContain("<f>", "<f ")
                .contains("&apos;=HYPERLINK", "<v>12</v>", "<v>-1250.5")
                .doesNotContain(">=HYPERLINK", ">-2+3");
        String bareme = Extracts.ESSAI.run().bareme().sha256();
        assertThat(sheets.getLast()).contains(RECONSTITUTION, "N-000007", "2017-05", bareme, "cd".repeat(32));
    }

    @Test
    void giveDuckDbTypedColumns() throws IOException, SQLException {
        Path parquet = written(ExportFormat.PARQUET, "parquet");

        assertThat(rows("select column_name || ' ' || column_type from (describe select * from '" + parquet + "')"))
                .containsExactly("nom VARCHAR", "salles BIGINT", "aide DECIMAL(24,2)", "provisoire BOOLEAN", "le DATE");
        assertThat(rows("select nom || '|' || salles || '|' || aide || '|' || provisoire || '|' || le from '" + parquet
                        + "' where le is not null"))
                .containsExactly(Extracts.NASTY + "|12|-1250.50|true|2017-12-15");
        assertThat(rows("select count(*) - count(salles) from '" + parquet + "'"))
                .containsExactly("1");
        assertThat(rows("select decode(value) from parquet_kv_metadata('" + parquet
                        + "') where decode(key) = 'passerelle.nature'"))
                .containsExactly(RECONSTITUTION);
    }

    @Test
    void giveAMapWhatItsRfcAsksFor() throws IOException {
        JsonNode map = json(written(ExportFormat.GEOJSON, "geojson"));

        assertThat(map.get("type").asString()).isEqualTo("FeatureCollection");
        assertThat(map.has("crs")).isFalse();
        assertThat(map.at("/passerelle/nature").asString()).isEqualTo(RECONSTITUTION);
        assertThat(map.get("features")).hasSize(3).allSatisfy(feature -> {
            assertThat(feature.get("type").asString()).isEqualTo("Feature");
            assertThat(feature.get("properties").isObject()).isTrue();
            assertThat(feature.has("geometry")).isTrue();
        });
        assertThat(map.at("/features/0/geometry").toString())
                .isEqualTo("{\"type\":\"Point\",\"coordinates\":[3.4032,49.0465]}");
        assertThat(map.at("/features/1/geometry").isNull()).isTrue();
    }

    @Test
    void drawALineWhereARowGoesFromPlaceToPlace() throws IOException {
        Table<?> day = Extracts.texts(List.of("date"), List.of("2018-01-09"));
        Table<?> line = along(day, List.of(new Point(49.5, 3.6, true), new Point(49, 3.7, true)));

        JsonNode map = json(ExportFormat.GEOJSON
                .write(Extracts.ESSAI, line, folder.resolve("lignes.geojson"), false)
                .getFirst());

        assertThat(map.at("/features/0/geometry").toString())
                .isEqualTo("{\"type\":\"LineString\",\"coordinates\":[[3.6,49.5],[3.7,49.0]]}");
    }

    @Test
    void refuseATableThatDoesNotGoIntoThem() {
        assertThatExceptionOfType(UnusableFile.class)
                .isThrownBy(
                        () -> ExportFormat.GEOJSON.write(Extracts.ESSAI, Extracts.flat(), folder.resolve("a"), false))
                .withMessageContaining("n'a pas de lieux");
        assertThatExceptionOfType(UnusableFile.class)
                .isThrownBy(
                        () -> ExportFormat.MEDNUM.write(Extracts.ESSAI, Extracts.small(), folder.resolve("b"), false))
                .withMessageContaining("demandez le jeu « lieux »");
        assertThatExceptionOfType(UnusableFile.class)
                .isThrownBy(() -> ExportFormat.SCDL.write(Extracts.ESSAI, Extracts.small(), folder.resolve("c"), false))
                .withMessageContaining("demandez le jeu « subventions »");
    }

    /** Its rows as the standard has them: not a column more, not one in another place. */
    @Test
    void giveAStandardItsOwnColumnsAlone() throws IOException {
        Table<?> table = Extracts.texts(List.of("execution", "idBeneficiaire"), List.of("N-000007", "200000001"));

        Path file = ExportFormat.SCDL
                .write(Extracts.ESSAI, table, folder.resolve("scdl.csv"), false)
                .getFirst();

        assertThat(Files.readString(file).lines())
                .containsExactly(
                        "nomAttribuant,idAttribuant,dateConvention,referenceDecision,nomBeneficiaire,idBeneficiaire,"
                            + "rnaBeneficiaire,objet,montant,nature,conditionsVersement,datesPeriodeVersement,idRAE,"
                            + "notificationUE,pourcentageSubvention,dispositifAide",
                        ",,,,,200000001,,,,,,,,,,");
    }

    @Test
    void replaceNothingUnlessAskedAndThenAll() throws IOException {
        written(ExportFormat.CSV, "là");

        assertThatExceptionOfType(UnusableFile.class)
                .isThrownBy(() -> written(ExportFormat.CSV, "là"))
                .withMessageContaining("existe déjà");

        Files.writeString(folder.resolve("lieux.csv"), "à moi");

        assertThatExceptionOfType(UnusableFile.class)
                .isThrownBy(() -> new DataPackage(folder, false))
                .withMessageContaining("existe déjà");
        assertThat(folder.resolve("salles.csv")).doesNotExist();
        new DataPackage(folder, true).add(Dataset.LIEUX, Extracts.small());
        assertThat(folder.resolve("lieux.csv")).content().contains("12");
    }

    private static <R> Table<R> along(Table<R> table, List<Point> path) {
        return new Table<>(table.columns(), row -> path, table.rows());
    }

    private Path written(ExportFormat format, String name) {
        return format.write(Extracts.ESSAI, Extracts.small(), folder.resolve(name + "." + format.suffix()), false)
                .getFirst();
    }

    private static JsonNode json(Path file) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(file));
    }

    private static List<String> sheets(Path workbook) throws IOException {
        List<String> sheets = new ArrayList<>();
        try (ZipFile zip = new ZipFile(workbook.toFile())) {
            for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
                ZipEntry entry = all.nextElement();
                if (entry.getName().startsWith("xl/worksheets/sheet")) {
                    sheets.add(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return sheets;
    }

    private static List<String> rows(String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (var duckdb = DriverManager.getConnection("jdbc:duckdb:");
                var statement = duckdb.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            while (found.next()) {
                rows.add(found.getString(1));
            }
        }
        return rows;
    }

    @Test
    void describesEachFileByItsSizeItsHashAndItsColumns() throws IOException {
        JsonNode said = described(folder.resolve("jeux"), false);

        assertThat(said.get("resources")).hasSize(Dataset.values().length).allSatisfy(resource -> {
            Path file = folder.resolve("jeux").resolve(resource.get("path").asString());
            assertThat(resource.get("bytes").asLong()).isEqualTo(Files.size(file));
            assertThat(resource.get("hash").asString()).isEqualTo("sha256:" + Sha256.of(file));
            assertThat(resource.at("/dialect/delimiter").asString()).isEqualTo(";");
            assertThat(Files.readString(file).lines().findFirst().orElseThrow())
                    .isEqualTo(String.join(
                            ";",
                            resource.at("/schema/fields")
                                    .valueStream()
                                    .map(field -> field.get("name").asString())
                                    .toList()));
        });
        assertThat(said.at("/resources/0/schema/fields")
                        .valueStream()
                        .map(field -> field.get("type").asString()))
                .containsExactly("string", "integer", "number", "boolean", "date");
    }

    @Test
    void saysItsRunItsMonthAndItsHash() throws IOException {
        JsonNode said = described(folder, false);

        assertThat(said.get("name").asString()).isEqualTo("passerelle-n-000007");
        assertThat(said.get("created").asString()).isEqualTo("2017-11-30T22:59:59Z");
        assertThat(said.get("description").asString()).startsWith("RECONSTITUTION");
        assertThat(said.at("/passerelle/execution").asString()).isEqualTo("N-000007");
        assertThat(said.at("/passerelle/situation").asString()).isEqualTo("2017-10");
        assertThat(said.at("/passerelle/empreinte").asString()).isEqualTo("cd".repeat(32));
        assertThat(said.at("/passerelle").has("jeu")).isFalse();
    }

    @Test
    void isReusableOnlyWhereItIsPublic() throws IOException {
        assertThat(described(folder.resolve("interne"), false)
                        .at("/licenses/0/name")
                        .asString())
                .isEqualTo("other-closed");
        JsonNode published = described(folder.resolve("public"), true);
        assertThat(published.at("/licenses/0/name").asString()).isEqualTo("etalab-2.0");
        assertThat(published.get("name").asString()).isEqualTo("passerelle-n-000007-public");
    }

    @Test
    void givesTheSameBytesTwice() throws IOException {
        assertThat(described(folder.resolve("une"), false)).isEqualTo(described(folder.resolve("deux"), false));
        assertThat(folder.resolve("une/datapackage.json"))
                .hasSameBinaryContentAs(folder.resolve("deux/datapackage.json"));
    }

    private static JsonNode described(Path where, boolean published) throws IOException {
        Table<?> small = Extracts.small();
        Provenance provenance = new Provenance("essai", Extracts.ESSAI.run(), published);
        DataPackage files = new DataPackage(where, false);
        Arrays.stream(Dataset.values()).forEach(each -> files.add(each, small));
        return JsonMapper.shared().readTree(Files.readString(files.describe(provenance)));
    }

    /** A small table with a column of each kind, of a run of the demonstration. */
    static final class Extracts {

        static final String NASTY = "=HYPERLINK(\"http://exemple.invalid\")";

        static final Provenance ESSAI = new Provenance("essai", Situations.run(true), false);

        private static final Point PLACE = new Point(49.0465, 3.4032, true);

        private Extracts() {}

        /** Its first row has a place. */
        static Table<List<@Nullable Object>> small() {
            Table<List<@Nullable Object>> flat = flat();
            return new Table<>(
                    flat.columns(), row -> row.getFirst().equals(NASTY) ? List.of(PLACE) : List.of(), flat.rows());
        }

        /** The same rows, which have no places. */
        static Table<List<@Nullable Object>> flat() {
            return of(
                    List.of(
                            column(0, "nom", Kind.TEXT, 0),
                            column(1, "salles", Kind.INTEGER, 0),
                            column(2, "aide", Kind.DECIMAL, 2),
                            column(3, "provisoire", Kind.BOOLEAN, 0),
                            column(4, "le", Kind.DATE, 0)),
                    List.of(
                            Arrays.asList(NASTY, 12L, new BigDecimal("-1250.50"), true, LocalDate.of(2017, 12, 15)),
                            Arrays.asList("Étréaupont ; 🙂 \"x\"", 0L, null, false, null),
                            Arrays.asList("-2+3", null, new BigDecimal("7"), null, null)));
        }

        /** Of columns of texts. */
        static Table<List<@Nullable Object>> texts(List<String> names, List<@Nullable Object> row) {
            return of(
                    IntStream.range(0, names.size())
                            .mapToObj(place -> column(place, names.get(place), Kind.TEXT, 0))
                            .toList(),
                    List.of(row));
        }

        private static Table<List<@Nullable Object>> of(
                List<Column<List<@Nullable Object>>> columns, List<List<@Nullable Object>> rows) {
            return new Table<>(columns, taker -> rows.forEach(taker));
        }

        private static Column<List<@Nullable Object>> column(int place, String name, Kind kind, int places) {
            return new Column<>(name, kind, places, "Ce qu'elle dit", row -> row.get(place));
        }
    }
}
