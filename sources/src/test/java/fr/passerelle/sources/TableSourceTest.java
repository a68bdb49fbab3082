package fr.passerelle.sources;

import static fr.passerelle.local.fixture.Csv.room;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.local.fixture.Csv;
import fr.passerelle.schemas.table.FileLines;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.mapping.Mapping;
import fr.passerelle.sources.reject.CorrectedRow;
import fr.passerelle.sources.reject.RejectedRow;
import fr.passerelle.sources.reject.UnusableFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableSourceTest {

    private static String located(String latitude, String longitude) {
        return room("A", "02094").replace("02094;;;;", "02094;;%s;%s;".formatted(latitude, longitude));
    }

    private static final TableSchema ROOMS = TableSchema.SALLES;
    private static final String HEADER = String.join(";", ROOMS.leastHeader());

    @Test
    void typesCells() {
        Row row = accepted(room("A", "02094"));

        Cells cells = new Cells(ROOMS.header(), row);
        assertThat(cells.integer("surface_m2")).isEqualTo(4550);
        assertThat(cells.integer("postes")).isEqualTo(8);
        assertThat(cells.day("date_ouverture")).isEqualTo("2005-01-01");
        assertThat(cells.day("date_fermeture")).isNull();
        assertThat(cells.yes("acces_hors_horaires")).isFalse();
        assertThat(cells.yes("espace_ventile")).isNull();
        assertThat(cells.items("fonctions")).containsExactly("MEDIATION_NUMERIQUE");
    }

    @Test
    void countsPhysicalLinesWhateverTheirEnd() {
        String twoLines = room("A", "02094").replace("Salle A", "\"Salle\r\nA\"");
        Path file = Csv.text(HEADER + "\r" + twoLines + "\r\r" + room("B", "02094") + "\r\n" + room("C", "02094"));

        Register read = read(file, ROOMS);

        assertThat(read.rejects().getFirst().line()).isEqualTo(2);
        assertThat(read.rejects().getFirst().lines()).isEqualTo(3);
        assertThat(read.accepted()).extracting(Row::line).containsExactly(5L, 6L);
        assertThat(InputFile.examine(file, ROOMS).lines()).isEqualTo(new FileLines(6, 0, 0, 1, 2, 0, 0, 0, 3));
    }

    @Test
    void acceptsAByteOrderMarkAndColumnsInAnyOrder() {
        List<String> columns = new ArrayList<>(ROOMS.leastHeader());
        List<String> cells = new ArrayList<>(List.of(room("A", "02094").split(";", -1)));
        columns.add(columns.removeFirst());
        cells.add(cells.removeFirst());

        Path file = Csv.text("\uFEFF" + String.join(";", columns) + "\n" + String.join(";", cells) + "\n");

        assertThat(read(file, ROOMS).accepted().getFirst().text(0)).isEqualTo("A");
    }

    @Test
    void readsQuotesSeparatorsAndEveryScript() {
        String nasty = "Salle \"\"; l'été 𝔘 😀 \u202Eעברית #";

        Row row = accepted(room("A", "02094").replace("Salle A", "\"" + nasty + "\""));

        assertThat(row.text(1)).isEqualTo(nasty.replace("\"\"", "\""));
    }

    @Test
    void keepsALineThatBeginsWithAHash() {
        assertThat(rejected(room("#A", "02094")).reason()).isEqualTo("FORMAT");
    }

    @Test
    void correctsACellThatLeavesNoDoubtAndSaysSo() {
        Row row = accepted(room("A", "2094").replace("45.5", "1 045,5").replace("2005-01-01", "25/12/2005"));

        Cells cells = new Cells(ROOMS.header(), row);
        assertThat(cells.required("code_insee")).isEqualTo("02094");
        assertThat(cells.integer("surface_m2")).isEqualTo(104_550);
        assertThat(cells.day("date_ouverture")).isEqualTo("2005-12-25");
        assertThat(row.corrections())
                .containsExactly(
                        new CorrectedRow.CellCorrection("code_insee", "ZERO_RESTITUE", "2094", "02094"),
                        new CorrectedRow.CellCorrection("date_ouverture", "DATE_FRANCAISE", "25/12/2005", "2005-12-25"),
                        new CorrectedRow.CellCorrection("surface_m2", "DECIMALE", "1 045,5", "1045.5"));
    }

    @Test
    void readsBothCoordinatesTogetherAndSaysSo() {
        Row swapped = accepted(located("3,62", "49,564"));
        Row metres = accepted(located("6600000", "700000"));

        assertThat(new Cells(ROOMS.header(), swapped).degrees("latitude")).isEqualTo(49.564);
        assertThat(new Cells(ROOMS.header(), metres).degrees("longitude")).isEqualTo(3.0);
        assertThat(swapped.corrections())
                .containsExactly(
                        new CorrectedRow.CellCorrection("latitude", "COORDONNEES_INVERSEES", "3,62", "49.564"),
                        new CorrectedRow.CellCorrection("longitude", "COORDONNEES_INVERSEES", "49,564", "3.62"));
        assertThat(metres.corrections())
                .containsExactly(
                        new CorrectedRow.CellCorrection("latitude", "LAMBERT_93", "6600000", "46.500000"),
                        new CorrectedRow.CellCorrection("longitude", "LAMBERT_93", "700000", "3.000000"));
    }

    @Test
    void refusesCoordinatesThatAreNotInFrance() {
        assertThat(reason(located("3.62", "3.62"))).isEqualTo("latitude HORS_DE_FRANCE");
        assertThat(reason(located("0", "0"))).isEqualTo("latitude HORS_DE_FRANCE");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        45.5 | 1,234 | surface_m2 NOMBRE
        45.5 | 45.555 | surface_m2 NOMBRE
        ;8; | ;-8; | postes ENTIER
        ;8; | ;99999999999999999999; | postes ENTIER
        ;35; | ;169; | heures_hebdo_declarees NOMBRE
        2005-01-01 | 2005-02-29 | date_ouverture DATE
        2005-01-01 | 1905-02-28 | date_ouverture DATE
        REGION | DEPARTEMENT | gestion VALEUR
        non;oui;; | non;peut-être;; | espace_clos OUI_NON
        MEDIATION_NUMERIQUE | `FABLAB|PISCINE` | fonctions VALEUR
        ;02094; | ;209; | code_insee FORMAT
        A;Salle | ;Salle | id_salle OBLIGATOIRE
        jeux | jeux;de trop | null COLONNES
        Salle A | "Salle" A | null GUILLEMETS
        """, quoteCharacter = '`')
    void refusesCellsThatAreNotWhatTheSchemaSays(String good, String bad, String reason) {
        assertThat(reason(room("A", "02094").replace(good, bad))).isEqualTo(reason);
    }

    @Test
    void refusesRowsThatCannotBeKept() {
        assertThat(reason("A;B")).isEqualTo("null COLONNES");
        assertThat(reason(room("A", "02094").replace("Salle A", "Salle\0A"))).isEqualTo("nom CARACTERE_NUL");
        assertThat(reason(room("A", "02094").replace("Salle A", "x".repeat(10_001))))
                .isEqualTo("nom TROP_LONG");
    }

    @Test
    void goesOnAfterABadRow() {
        Register read =
                read(room("A", "02094").replace("Salle A", "\"Salle\" A"), room("B", "02094"), "x", room("C", "02094"));

        assertThat(read.outcomes())
                .extracting(outcome -> outcome instanceof Row.RowOutcome.Accepted)
                .containsExactly(false, true, false, true);
        assertThat(read.rejects().getLast().line()).isEqualTo(4);
    }

    @Test
    void refusesFilesThatAreNotThere() {
        assertThatThrownBy(() -> InputFile.examine(Path.of("salles-2.csv"), ROOMS))
                .isInstanceOf(UnusableFile.class)
                .hasMessage("Le fichier « salles-2.csv » n'existe pas : vérifiez son nom et son dossier.");
        assertUnusable(Csv.text(""), "est vide");
        assertUnusable(Csv.text(HEADER + "\n\n"), "n'a que sa ligne d'en-tête");
        assertUnusable(Path.of("."), "est un dossier : donnez un fichier");
    }

    @Test
    void refusesHeadersThatAreNotTheSchemas() {
        String row = "\n" + room("A", "02094");
        assertUnusable(Csv.text(HEADER.replace(";nom;", ";") + row), "ligne 1 : il manque la colonne « nom »");
        assertUnusable(Csv.text(HEADER.replace("nom", "Nom") + row), "il manque la colonne « nom »");
        assertUnusable(Csv.text(HEADER + ";responsable" + row), "la colonne « responsable » est inconnue");
        assertUnusable(Csv.text(HEADER + ";nom" + row), "la colonne « nom » est en double");
        assertUnusable(
                Csv.text(HEADER.replace("nom", "Nom") + ";Nom;responsable" + row),
                "la colonne « Nom » est en double : n'en gardez qu'une ; il manque la colonne « nom » : ajoutez-la ;"
                    + " la colonne « Nom » est inconnue : retirez-la (et 2 de plus). Un fichier d'une autre forme se"
                    + " lit par un mapping");
    }

    @Test
    void needsNoGuessWhereTheHeaderIsTheSchemas() {
        String lists =
                "200037059|200040426|200070977|200070985|200071892|246000756;LUNDI_MATIN|MARDI_MATIN|MERCREDI_MATIN"
                    + "|JEUDI_MATIN|VENDREDI_MATIN|LUNDI_APRES_MIDI|MARDI_APRES_MIDI|JEUDI_APRES_MIDI|VENDREDI_APRES_MIDI;;";
        String animateurs = "animateur;epci_siren;commune;epcis_desservies;demi_journees;absences;tablettes\n"
                + "A-01;200071892;02691;" + lists + "\nA-02;240200477;02722;" + lists + "10\n";
        String territoires = "code_insee;deficit_acces;fiche_action\n02094;non;Une, deux, trois, quatre\n"
                + "02095;oui;Une, deux, trois, cinq\n";

        assertThat(read(Csv.text(animateurs), TableSchema.ANIMATEURS).accepted())
                .hasSize(2);
        assertThat(read(Csv.text(territoires), TableSchema.TERRITOIRES).accepted())
                .extracting(row -> row.text(2))
                .containsExactly("Une, deux, trois, quatre", "Une, deux, trois, cinq");
    }

    @Test
    void refusesAHeaderThatDoesNotDecode() throws Exception {
        Path file = Csv.text("\uFEFF" + HEADER.replace("nom", "nôm") + "\n" + room("éàè", "02094"));
        byte[] bytes = Files.readAllBytes(file);
        bytes[3 + HEADER.indexOf("nom") + 2] = 'x';
        Files.write(file, bytes);

        assertUnusable(file, "ligne 1 (en-tête) : L'octet n° " + (3 + HEADER.indexOf("nom") + 2) + " du fichier");
    }

    @Test
    void rejectsTheRowOfAQuoteThatIsNeverClosed() {
        Register read =
                read(room("A", "02094"), room("B", "02094").replace("Salle B", "\"Salle B"), room("C", "02094"));

        assertThat(read.rejects().getFirst().reason()).isEqualTo("GUILLEMETS_SUR_PLUSIEURS_LIGNES");
        assertThat(read.rejects().getFirst().column()).isEqualTo("nom");
        assertThat(read.accepted().getLast().text(0)).isEqualTo("C");
    }

    @Test
    void stopsAFileWhoseLinesDoNotAddUp() {
        FileLines lines = new FileLines(12, 0, 0, 1, 10, 0, 0, 0, 0);

        assertThat(lines.gap()).isOne();
        assertThatThrownBy(() -> TableSource.requireBalance(lines, "F"))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining("a 12 lignes et le programme en explique 11");
    }

    @Test
    void refusesAFileThatChangesUnderTheReader() throws Exception {
        Path path = Csv.file(ROOMS, room("A", "02094"));
        InputFile file = InputFile.examine(path, ROOMS);
        Files.writeString(path, Files.readString(path).replace("Salle A", "Salle B"));

        try (TableSource source = TableSource.open(file, ROOMS)) {
            source.next();

            assertThatThrownBy(source::next).isInstanceOf(UnusableFile.class).hasMessageContaining("a changé");
        }
    }

    @Test
    void namesNobodyInAReject() {
        RejectedRow rejected = rejected(room("A", "Marie Dupont"));

        assertThat(rejected.toString() + rejected.message()).doesNotContain("Dupont");
        assertThat(rejected.cells()).containsEntry("code_insee", "[masqué]");
    }

    private static void assertUnusable(Path file, String sentence) {
        assertThatThrownBy(() -> InputFile.examine(file, ROOMS))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining(sentence);
    }

    private static String reason(String row) {
        RejectedRow rejected = rejected(row);
        return rejected.column() + " " + rejected.reason();
    }

    private static Register read(String... rows) {
        return read(Csv.file(ROOMS, rows), ROOMS);
    }

    private static Register read(Path path, TableSchema schema) {
        return Register.of(InputFile.examine(path, schema), schema);
    }

    /** Of a file of one row, which is accepted. */
    private static Row accepted(String row) {
        Register read = read(row);
        assertThat(read.accepted()).hasSize(1);
        return read.accepted().getFirst();
    }

    /** Of a file of one row, which is refused. */
    private static RejectedRow rejected(String row) {
        Register read = read(row);
        assertThat(read.rejects()).hasSize(1);
        return read.rejects().getFirst();
    }

    private static final int MANY = 12_345;

    private final AtomicInteger given = new AtomicInteger();

    @Test
    void handsOnAllItemsInTheirOrderThenNothing() {
        try (ReadAhead<Integer> ahead = new ReadAhead<>(upTo(MANY), () -> {})) {
            assertThat(all(ahead)).hasSize(MANY).isSorted().doesNotHaveDuplicates();
            assertThat(ahead.next()).isNull();
            assertThat(ahead.next()).isNull();
        }
    }

    @Test
    void failsWhereTheSourceFailedAndNotBefore() {
        IllegalStateException broken = new IllegalStateException("unreadable");
        Supplier<@Nullable Integer> source = () -> {
            if (given.incrementAndGet() > 700) {
                throw broken;
            }
            return given.get();
        };
        try (ReadAhead<Integer> ahead = new ReadAhead<>(source, () -> {})) {
            for (int i = 1; i <= 700; i++) {
                assertThat(ahead.next()).isEqualTo(i);
            }
            assertThatThrownBy(ahead::next).isSameAs(broken);
        }
    }

    @Test
    void readsNoFurtherAheadThanItMay() throws InterruptedException {
        try (ReadAhead<Integer> ahead = new ReadAhead<>(upTo(1_000_000), () -> {})) {
            assertThat(ahead.next()).isEqualTo(1);
            TimeUnit.MILLISECONDS.sleep(300);
            assertThat(given.get()).isLessThanOrEqualTo(500 * 22);
        }
    }

    @Test
    void closesItsSourceOnceNobodyReadsIt() throws InterruptedException {
        AtomicBoolean reading = new AtomicBoolean();
        AtomicBoolean closedWhileRead = new AtomicBoolean();
        CountDownLatch closed = new CountDownLatch(1);
        Supplier<@Nullable Integer> source = () -> {
            reading.set(true);
            Thread.onSpinWait();
            reading.set(false);
            return 1;
        };
        ReadAhead<Integer> ahead = new ReadAhead<>(source, () -> {
            closedWhileRead.set(reading.get());
            closed.countDown();
        });
        assertThat(ahead.next()).isEqualTo(1);
        ahead.close();

        assertThat(closed.await(0, TimeUnit.SECONDS)).isTrue();
        assertThat(closedWhileRead).isFalse();
    }

    private Supplier<@Nullable Integer> upTo(int most) {
        return () -> given.get() < most ? given.incrementAndGet() : null;
    }

    private static List<Integer> all(ReadAhead<Integer> ahead) {
        List<Integer> all = new ArrayList<>();
        for (Integer item = ahead.next(); item != null; item = ahead.next()) {
            all.add(item);
        }
        return all;
    }

    private static final TableSchema ATTENDANCE = TableSchema.FREQUENTATION;
    private static final String MAPPING = Register.MAPPING + "totaux: {colonne: Salle, valeurs: [Total]}\n";
    private static final String IGNORED = MAPPING + "ignorer: [Note]\n";
    private static final String MULTILINE = MAPPING + "ignorer: [{de: Note, multiligne: oui}]\n";
    private static final String HEADER_LINE = "Registre 2016;;;\nSalle;Mois;Note;Nb\n";

    @Test
    void swallowsNoRowInAnIgnoredColumn() {
        String text = HEADER_LINE + "A;2016-01;\"x;9\nA;2016-02;x;22\nA;2016-03;x\";31\n";

        assertThat(told(IGNORED, text))
                .containsExactly("GUILLEMETS_SUR_PLUSIEURS_LIGNES 3+1", "2016-02-01 22", "GUILLEMETS 5+1");
        assertThat(told(MULTILINE, text))
                .containsExactly("GUILLEMETS_SUR_PLUSIEURS_LIGNES 3+1", "2016-02-01 22", "GUILLEMETS 5+1");
    }

    @Test
    void readsSeveralLinesWhereTheMappingSaysSo() {
        String text = HEADER_LINE + "A;2016-01;\"un\ndeux\";9\nA;2016-02;x;22\n";

        assertThat(told(IGNORED, text)).containsExactly("GUILLEMETS_SUR_PLUSIEURS_LIGNES 3+2", "2016-02-01 22");
        assertThat(told(MULTILINE, text)).containsExactly("2016-01-01 9", "2016-02-01 22");
        assertThat(told(
                        MAPPING.replace("id_salle: Salle", "id_salle: {de: Note, multiligne: oui}"),
                        text.replace("\"un\ndeux\"", "\"A\n\"")))
                .containsExactly("2016-01-01 9", "2016-02-01 22");
    }

    @Test
    void accountsForEachLine() {
        String text = "sep=;\n" + HEADER_LINE + "A;2016-01;\"un\ndeux\";9\n\n;;;\nA;2016-02\nTotal;;;9\nA;x;y;z\n";

        FileLines lines = read(MULTILINE, text).lines();

        assertThat(lines).isEqualTo(new FileLines(10, 1, 1, 1, 2, 1, 1, 2, 1));
        assertThat(lines.gap()).isZero();
    }

    private static List<String> told(String mapping, String text) {
        return Register.of(read(mapping, text), ATTENDANCE).outcomes().stream()
                .map(outcome -> switch (outcome) {
                    case Row.RowOutcome.Accepted(Row row) -> told(row);
                    case Row.RowOutcome.Refused(Row row, RejectedRow reject) ->
                        reject.reason() + " " + reject.line() + "+" + reject.lines();
                    case Row.RowOutcome.Control() -> "Control";
                })
                .toList();
    }

    private static String told(Row row) {
        Cells cells = new Cells(ATTENDANCE.header(), row);
        return cells.text("periode_debut") + " " + cells.integer("presences");
    }

    private static InputFile read(String mapping, String text) {
        return InputFile.examine(Csv.text(text), "registre.csv", ATTENDANCE, Mapping.parse(mapping, "mapping.yaml"));
    }

    @Test
    void rejectsTheRowOfAByteThatDoesNotDecode() throws Exception {
        Path file = Csv.text("");
        String good = HEADER + "\n" + room("A", "02094").replace("Salle A", "Été près d'ici") + "\n";
        Files.writeString(file, good + room("é", "02094") + "\n" + room("B", "02094"), StandardCharsets.UTF_8);
        byte[] bytes = Files.readAllBytes(file);
        int offset = good.getBytes(StandardCharsets.UTF_8).length;
        bytes[offset + 1] = 'x';
        Files.write(file, bytes);

        Register read = read(file, ROOMS);

        assertThat(read.outcomes())
                .extracting(outcome -> outcome instanceof Row.RowOutcome.Accepted)
                .containsExactly(true, false, true);
        assertThat(read.rejects().getFirst().reason()).isEqualTo("OCTETS");
        assertThat(read.rejects().getFirst().message()).startsWith("L'octet n° " + (offset + 1) + " du fichier");
    }
}
