package fr.passerelle.sources.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import fr.passerelle.schemas.contract.Sha256;
import fr.passerelle.sources.reject.Flaw;
import fr.passerelle.sources.reject.RejectReason;
import fr.passerelle.sources.reject.UnusableFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each construct of a text file, and the exact cells that it is read as. */
class TextFilesTest {

    private static final String ACCENTED = "id;nom\n1;Fère-en-Tardenois\n2;Crépy, été à Noël\n";
    private static final List<List<String>> ACCENTED_CELLS =
            List.of(List.of("id", "nom"), List.of("1", "Fère-en-Tardenois"), List.of("2", "Crépy, été à Noël"));

    @Nested
    class Encoding {

        @ParameterizedTest
        @CsvSource({"UTF-8,UTF-8", "windows-1252,windows-1252", "UTF-16LE,UTF-16LE", "UTF-16BE,UTF-16BE"})
        void isFoundOut(String written, String found) {
            Read read = read(ACCENTED, written, Reading.UNDECLARED);

            assertThat(read.cells()).isEqualTo(ACCENTED_CELLS);
            assertThat(read.traits().charset()).isEqualTo(found);
        }

        @ParameterizedTest
        @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
        void isSaidByAByteOrderMark(String charset) {
            Read read = read("\uFEFF" + ACCENTED, charset, Reading.UNDECLARED);

            assertThat(read.cells()).isEqualTo(ACCENTED_CELLS);
            assertThat(read.traits().charset()).isEqualTo(charset);
            assertThat(read.row(1).extent().offset()).isEqualTo(7);
        }

        @ParameterizedTest
        @CsvSource({
            "UTF-8,UTF-8", "utf-16,UTF-16", "windows-1252,windows-1252",
            "ISO-8859-1,ISO-8859-1", "ISO-8859-15,ISO-8859-15", "MacRoman,x-MacRoman",
            "CP850,IBM850"
        })
        void isDeclared(String declared, String written) {
            assertThat(read(ACCENTED, written, in(declared)).cells()).isEqualTo(ACCENTED_CELLS);
        }

        @Test
        void isIso885915WhereItsEuroOrLigatureIsWithoutAnyControl() {
            Read read = read("id;nom\n1;Sacré-Cœur\n2;45 €\n", "ISO-8859-15", Reading.UNDECLARED);

            assertThat(read.row(1).texts()).containsExactly("1", "Sacré-Cœur");
            assertThat(read.row(2).texts()).containsExactly("2", "45 €");
            assertThat(read.traits().charset()).isEqualTo("ISO-8859-15");
        }

        @Test
        void isWindows1252WhereItsFractionsQuotesOrEuroAre() {
            String text = "id;nom\n1;½ journée\n2;l’œuvre à 3 €\n";

            assertThat(read("id;nom\n1;½ journée\n", "windows-1252", Reading.UNDECLARED)
                            .row(1)
                            .text(1))
                    .isEqualTo("½ journée");
            assertThat(read(text, "windows-1252", Reading.UNDECLARED).row(2).text(1))
                    .isEqualTo("l’œuvre à 3 €");
        }

        @ParameterizedTest
        @CsvSource({
            "x-MacRoman, octet n° 11 (ligne 2) : ce n'est ni de l'UTF-8",
            "IBM850, octet n° 11 (ligne 2) : ce n'est ni de l'UTF-8",
            "UTF-32LE, 'est en UTF-32, qui n''est pas lu ici'",
            "UTF-32BE, 'est en UTF-32, qui n''est pas lu ici'",
            "x-UTF-32LE-BOM, 'est en UTF-32, qui n''est pas lu ici'",
            "x-UTF-32BE-BOM, 'est en UTF-32, qui n''est pas lu ici'"
        })
        void isRefusedWhereItCannotBeToldOrIsUtf32(String charset, String sentence) {
            assertUnusable(ACCENTED.getBytes(Charset.forName(charset)), sentence);
        }

        @Test
        void isRefusedWhereTwoAreInOneFile() {
            byte[] mixed = bytes("id;nom\n1;é\n", StandardCharsets.UTF_8, "2;é\n", StandardCharsets.ISO_8859_1);

            assertUnusable(mixed, "octet n° 15 (ligne 3) : une partie du fichier est en UTF-8");
        }

        @Test
        void isRefusedWhereTheMarkContradictsIt() {
            byte[] marked = ("\uFEFF" + ACCENTED).getBytes(StandardCharsets.UTF_8);

            assertUnusable(marked, in("windows-1252"), "commence par la marque de UTF-8");
            assertUnusable(marked, in("UTF-16"), "n'a pas la marque de l'UTF-16");
            assertUnusable(marked, in("KOI8-R"), "choisissez parmi UTF-8, UTF-16");
        }
    }

    @Nested
    class BadBytes {

        @Test
        void thatBreakUtf8RejectTheirRecordOnly() {
            byte[] bytes = bytes(
                    ACCENTED,
                    StandardCharsets.UTF_8,
                    "3;h\u00E9\n",
                    StandardCharsets.ISO_8859_1,
                    "4;é\n",
                    StandardCharsets.UTF_8);
            int offset = ACCENTED.getBytes(StandardCharsets.UTF_8).length + 3;

            Read read = read(bytes, Reading.UNDECLARED);

            assertThat(read.flaw(3).reason()).isEqualTo(RejectReason.OCTETS);
            assertThat(read.flaw(3).message()).startsWith("L'octet n° " + (offset + 1) + " du fichier");
            assertThat(read.row(4).texts()).containsExactly("4", "é");
            assertThat(read.row(4).flaw()).isNull();
        }

        @ParameterizedTest
        @CsvSource({"windows-1252,129", "windows-1252,144", "ISO-8859-15,146", "UTF-8,255"})
        void thatMeanNothingInADeclaredCharsetRejectTheirRecord(String charset, int value) {
            byte[] bytes = ("a;b\n1;x\n2;y\n").getBytes(StandardCharsets.US_ASCII);
            bytes[6] = (byte) value;

            Read read = read(bytes, in(charset));

            assertThat(read.flaw(1).reason()).isEqualTo(RejectReason.OCTETS);
            assertThat(read.flaw(1).message()).startsWith("L'octet n° 7 du fichier n'a pas de sens en " + charset);
            assertThat(read.row(2).texts()).containsExactly("2", "y");
        }

        @Test
        void thatAreCutOffAtTheEndRejectTheLastRecord() {
            byte[] bytes = "a;é\nb;é".getBytes(StandardCharsets.UTF_8);

            Read read = read(java.util.Arrays.copyOf(bytes, bytes.length - 1), in("UTF-8"));

            assertThat(read.row(0).flaw()).isNull();
            assertThat(read.flaw(1).message()).startsWith("L'octet n° 8 ");
        }

        @Test
        void thatAreHalfAPairOfUtf16RejectTheirRecordOnly() {
            Read read = read("a;b\n1;\uD83Dx\n2;y\n3;\uDE00\n4;😀\n", "UTF-16LE", in("UTF-16LE"));
            byte[] orphan = "a;b\n1;xx\n2;y\n".getBytes(StandardCharsets.UTF_16LE);
            orphan[13] = (byte) 0xD8;

            Read bad = read(orphan, in("UTF-16LE"));

            assertThat(read.row(4).texts()).containsExactly("4", "😀");
            assertThat(bad.flaw(1).message()).startsWith("L'octet n° 13 ");
            assertThat(bad.row(2).texts()).containsExactly("2", "y");
        }

        @Test
        void ofNulRejectTheirRecord() {
            assertThat(read("a;b\n1;x\0y\n2;z\n").flaw(1).reason()).isEqualTo(RejectReason.CARACTERE_NUL);
        }
    }

    @Nested
    class Separator {

        @ParameterizedTest
        @ValueSource(strings = {";", ",", "|", "\t"})
        void isFoundOut(String separator) {
            Read read = read("id;nom;x\n1;\"a;b\";2\n".replace(";", separator));

            assertThat(read.row(1).texts()).containsExactly("1", "a" + separator + "b", "2");
            assertThat(read.traits().separator()).isEqualTo(separator.charAt(0));
        }

        @Test
        void isTheOneThatCutsMostEvenlyAndRefusedWhereTwoDoAsWell() {
            String text = "id;nom;themes;prix\n1;a, b;x|y;1,5\n2;c, d;x|y;2,5\n3;e, f;x|y;3,5\n";

            assertThat(read(text).row(2).texts()).containsExactly("2", "c, d", "x|y", "2,5");
            assertUnusable("a;b,c\n1;2,3\n".getBytes(StandardCharsets.UTF_8), "plusieurs séparateurs de cellules");
        }

        @ParameterizedTest
        @ValueSource(strings = {"sep=,\n", "SEP=,\r\n", "sep=,\r"})
        void isAnnouncedByAFirstLineThatIsNoData(String first) {
            Read read = read(first + "a,b;c\n1,2;3\n");

            assertThat(read.cells()).containsExactly(List.of("a", "b;c"), List.of("1", "2;3"));
            assertThat(read.lines()).containsExactly(2L, 3L);
        }

        @Test
        void isDeclaredAgainstAnyAppearance() {
            assertThat(read("a;b,c\n1;2,3\n", "UTF-8", dialect(',', '"', null)).cells())
                    .containsExactly(List.of("a;b", "c"), List.of("1;2", "3"));
        }
    }

    @Nested
    class Quotes {

        @Test
        void holdSeparatorsLineEndsAndDoubledQuotes() {
            Read read = read("a;b\n\"x;\"\"y\"\"\r\nz\";2\n3;4\n");

            assertThat(read.cells())
                    .containsExactly(List.of("a", "b"), List.of("x;\"y\"\r\nz", "2"), List.of("3", "4"));
            assertThat(read.lines()).containsExactly(1L, 2L, 4L);
        }

        @Test
        void mayHaveBlanksBesideThem() {
            Read read = read("a, b, c\n1, \"x, y\" ,  \"\"\"z\"\"\"\n \"t\"\t,u v, w \n");

            assertThat(read.cells().subList(1, 3))
                    .containsExactly(List.of("1", "x, y", "\"z\""), List.of("t", "u v", "w"));
            assertThat(read.rows()).allMatch(row -> row.flaw() == null);
        }

        @Test
        void thatStandInsideACellWithoutQuotesRejectTheirRecord() {
            Read read = read("a;b\n5\" pouces;l'été\n6;x\"\n7;8\n");

            assertThat(read.flaw(1).reason()).isEqualTo(RejectReason.GUILLEMETS);
            assertThat(read.flaw(2).message()).startsWith("Une cellule contient un guillemet sans en être entourée");
            assertThat(read.row(3).texts()).containsExactly("7", "8");
        }

        @Test
        void areDeclared() {
            assertThat(read("a;b\n'x;y';\"z\n", "UTF-8", dialect(';', '\'', null))
                            .row(1)
                            .texts())
                    .containsExactly("x;y", "\"z");
        }

        @Test
        void areEscapedByDeclaration() {
            String text = "a;b\n\"x\\\"y\\\\\";c\\d\n\"\\\\\\\"\";\"\\n;\\\\\\\\\"\n";

            Read read = read(text, "UTF-8", dialect(';', '"', '\\'));

            assertThat(read.row(1).texts()).containsExactly("x\"y\\", "c\\d");
            assertThat(read.row(2).texts()).containsExactly("\\\"", "\\n;\\\\");
        }

        @Test
        void thatCloseBeforeTheEndOfACellRejectTheirRecord() {
            Read read = read("a;b\n\"x\" y;2\n\"x\" \"y;\nz\" ;2\n3;4\n");

            assertThat(read.rows().subList(1, 4))
                    .allMatch(row -> row.flaw() != null && row.flaw().reason() == RejectReason.GUILLEMETS);
            assertThat(read.row(4).texts()).containsExactly("3", "4");
            assertThat(read.row(4).line()).isEqualTo(5);
        }

        @Test
        void thatNeverCloseAreReportedAtTheirOpeningLine() {
            String start = "a;b\n1;2\n\"x\ny\";\"z\n";

            assertUnusable(
                    start.getBytes(StandardCharsets.UTF_8), "ligne 4 : un guillemet y est ouvert et n'est jamais");
            assertUnusable(
                    (start + "5;6\n".repeat(400_000)).getBytes(StandardCharsets.UTF_8),
                    "ligne 4 : un guillemet y est ouvert et n'est jamais fermé");
        }
    }

    @Nested
    class Line {

        @ParameterizedTest
        @CsvSource({"LF,'\n'", "CRLF,'\r\n'", "CR,'\r'"})
        void endsInEveryWay(String name, String end) {
            Read read = read("a;b\n\n1;2\n\"x\ny\";3\n4;5".replace("\n", end));

            assertThat(read.cells().get(2)).containsExactly("x" + end + "y", "3");
            assertThat(read.lines()).containsExactly(1L, 3L, 4L, 6L);
            assertThat(read.traits().lineEnd()).isEqualTo(name);
        }

        @Test
        void endsInAllWaysInOneFileAndIsPassedOverWhereItIsBlank() {
            Read read = read("a;b\r1;2\n3;4\r\n\"x\ry\nz\r\n\";5\r\r\n6;7");

            assertThat(read.lines()).containsExactly(1L, 2L, 3L, 4L, 9L);
            assertThat(read.traits().lineEnd()).isEqualTo("mixte");
            assertThat(read("a;b\n\n  \n;\n\"\"; \n1;\n").cells()).containsExactly(List.of("a", "b"), List.of("1", ""));
        }

        @Test
        void thatIsRaggedKeepsItsExactPlaceAndHash() {
            String before = "a;b\r\n";
            String ragged = "\"é;\"\"\n\";2;😀";

            Read read = read(before + ragged + "\r\n3;4\r\n");

            assertThat(read.row(1).count()).isEqualTo(3);
            assertThat(read.row(1).extent()).isEqualTo(new RawRow.Extent(before.length(), ragged.length()));
            assertThat(read.hashes().get(1)).isEqualTo(Sha256.of(ragged.getBytes(StandardCharsets.UTF_8)));
            assertThat(read.row(2).extent()).isEqualTo(new RawRow.Extent(before.length() + ragged.length() + 2, 3));
        }

        @Test
        void thatIsTooLongIsRefusedAtItsPlace() {
            String cell = "x".repeat(RecordScan.RecordCells.MAX_LENGTH) + ";";

            assertThat(read("a;b\n" + cell + "\n").row(1).flaw()).isNull();
            assertThat(read("a;b\nx" + cell + "\n").flaw(1).reason()).isEqualTo(RejectReason.TROP_LONG);
            assertThat(read("a;b\n" + ";".repeat(RecordScan.RecordCells.MAX_CELLS) + "x\n1;2")
                            .flaw(1)
                            .message())
                    .isEqualTo("La ligne a plus de 16384 cellules.");
            assertUnusable(
                    ("a;b\n" + cell.repeat(101) + "\n").getBytes(StandardCharsets.UTF_8),
                    "ligne 2 : la ligne dépasse 1000000 caractères");
        }

        @Test
        void isWholeWhereverTheBlocksOfTheReaderEnd() {
            String record = "é;\"a\r\nb\"\r\n";
            StringBuilder text = new StringBuilder("x;y\r\n");
            for (int i = 0; i < 30_000; i++) {
                text.append(i % 97 == 0 ? "z" : "").append(record);
            }

            Read read = read(text.toString());

            assertThat(read.rows()).hasSize(30_001);
            assertThat(read.row(30_000).line()).isEqualTo(2 + 2 * 29_999L);
            assertThat(read.rows().subList(1, 30_001))
                    .allMatch(row -> row.text(0).endsWith("é") && row.text(1).equals("a\r\nb"));
        }
    }

    @Test
    void readsAFileWithoutAnything() {
        assertThat(read("").rows()).isEmpty();
        assertThat(read("\uFEFF").rows()).isEmpty();
        assertThat(read("\r\n").rows()).isEmpty();
        assertThat(read("sep=;").rows()).isEmpty();
    }

    private static void assertUnusable(byte[] bytes, String sentence) {
        assertUnusable(bytes, Reading.UNDECLARED, sentence);
    }

    private static void assertUnusable(byte[] bytes, Reading reading, String sentence) {
        assertThatThrownBy(() -> read(bytes, reading))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining(sentence);
    }

    private static byte[] bytes(Object... textsAndCharsets) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < textsAndCharsets.length; i += 2) {
            bytes.writeBytes(((String) textsAndCharsets[i]).getBytes((Charset) textsAndCharsets[i + 1]));
        }
        return bytes.toByteArray();
    }

    private static final int ROWS = 200;
    private static final int WIDTH = 5;
    private static final String[] PIECES = {
        "a", "é", "œ", "Ç", " ", "\"", "\"\"", ";", ",", "\t", "|", "'", "\n", "\r\n", "0", "1 234,5", "l'été", "=1+1",
        "#", "«", "»"
    };

    @TempDir
    private Path folder;

    /** What is written in any declared charset, dialect and line end is read back, cell by cell. Seeded: the row of the table is the case. */
    @ParameterizedTest
    @CsvSource({
        "UTF-8, ;, LF, 1", "UTF-8, ',', CRLF, 2", "UTF-8, |, CR, 3", "windows-1252, ;, CRLF, 4",
        "windows-1252, ',', LF, 5", "ISO-8859-15, ;, LF, 6", "UTF-16LE, ;, CRLF, 7", "UTF-16BE, ',', LF, 8",
        "MacRoman, ;, CR, 9"
    })
    void readsBackWhatWasWritten(String charset, char separator, LineDelimiter end, long seed) throws IOException {
        Path file = folder.resolve("cells.csv");
        List<List<String>> written = write(file, Charset.forName(charset), separator, end, new Random(seed));

        assertThat(readAgain(file, new Reading(charset, separator, '"', null, null, null)))
                .isEqualTo(written);
    }

    private static List<List<String>> write(
            Path file, Charset charset, char separator, LineDelimiter end, Random random) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (CsvWriter writer = CsvWriter.builder()
                .fieldSeparator(separator)
                .lineDelimiter(end)
                .build(Files.newBufferedWriter(file, charset))) {
            for (int i = 0; i < ROWS; i++) {
                List<String> cells = cells(i, random);
                writer.writeRecord(cells);
                rows.add(cells.stream().map(String::strip).toList());
            }
        }
        return rows;
    }

    /** The first cell is never blank: a record of blanks is passed over. */
    private static List<String> cells(int row, Random random) {
        List<String> cells = new ArrayList<>();
        cells.add("r" + row);
        for (int i = 1; i < WIDTH; i++) {
            StringBuilder cell = new StringBuilder();
            for (int piece = random.nextInt(6); piece > 0; piece--) {
                cell.append(PIECES[random.nextInt(PIECES.length)]);
            }
            cells.add(cell.toString());
        }
        return cells;
    }

    private static List<List<String>> readAgain(Path file, Reading reading) {
        List<List<String>> rows = new ArrayList<>();
        try (RawTable table = RawTables.open(file, "cells.csv", reading)) {
            for (RawRow row = table.next(); row != null; row = table.next()) {
                assertThat(row.flaw()).isNull();
                rows.add(List.copyOf(row.texts()));
            }
        }
        return rows;
    }

    /** What a text is read as. */
    record Read(List<RawRow> rows, List<String> hashes, RawTable.Traits traits, RawTable.PassedLines passed) {

        List<List<String>> cells() {
            return rows.stream().map(RawRow::texts).toList();
        }

        List<Long> lines() {
            return rows.stream().map(RawRow::line).toList();
        }

        RawRow row(int place) {
            return rows.get(place);
        }

        Flaw flaw(int place) {
            Flaw flaw = rows.get(place).flaw();
            if (flaw == null) {
                throw new AssertionError("Row " + place + " has no flaw");
            }
            return flaw;
        }
    }

    private static Read read(String text) {
        return read(text, "UTF-8", Reading.UNDECLARED);
    }

    private static Read read(String text, String charset, Reading reading) {
        return read(text.getBytes(Charset.forName(charset)), reading);
    }

    private static Read read(byte[] bytes, Reading reading) {
        return read(bytes, reading, null);
    }

    /** @param layout what the records after the first one are like */
    private static Read rows(String text, RawTable.RowLayout layout) {
        return read(text.getBytes(StandardCharsets.UTF_8), Reading.UNDECLARED, layout);
    }

    private static Read read(byte[] bytes, Reading reading, RawTable.@Nullable RowLayout layout) {
        List<RawRow> rows = new ArrayList<>();
        List<String> hashes = new ArrayList<>();
        try (RawTable table = CsvTable.open(() -> new ByteArrayInputStream(bytes), "x.csv", reading, null)) {
            for (RawRow row = table.next(); row != null; row = table.next()) {
                rows.add(row);
                hashes.add(table.recordSha256());
                if (layout != null && rows.size() == 1) {
                    table.settle(layout);
                }
            }
            return new Read(rows, hashes, table.traits(), table.lines());
        }
    }

    private static Reading in(String charset) {
        return new Reading(charset, null, null, null, null, null);
    }

    private static Reading dialect(char separator, char quote, @Nullable Character escape) {
        return new Reading(null, separator, quote, escape, null, null);
    }

    /** What quotes in disorder cost: each line is in a row or in a reject, and no more lines are refused than have to be. */
    @Nested
    class StrayQuotes {

        private static final String HEADER = "insee;salle;activite;note\n";
        private static final RawTable.RowLayout LAYOUT = RawTable.RowLayout.singleLines(4);

        @Test
        void swallowNoRowBetweenThemAndCostOneLineWhereTheyAreNeverClosed() {
            Read read = rows(
                    HEADER + "02168;\"A;CARCT;9\n02168;B;CARCT;22\n02168;C\";CARCT;31\n02168;D;CARCT;40\n", LAYOUT);

            assertThat(told(read)).containsExactly("GUILLEMETS_SUR_PLUSIEURS_LIGNES 2+1", "B", "GUILLEMETS 4+1", "D");
            assertThat(read.flaw(1).place()).isEqualTo(1);
            assertThat(told(rows(HEADER + "1;A;x;\"y\n2;B;x;y\n3;\"C;x;y", LAYOUT)))
                    .containsExactly("GUILLEMETS_SUR_PLUSIEURS_LIGNES 2+1", "B", "GUILLEMETS_SUR_PLUSIEURS_LIGNES 4+1");
        }

        @Test
        void costTheLinesAfterThemThatAreNoRows() {
            String refused = "1;A;x;\"un\r\n\r\ndeux; trois\r\nquatre\"";

            Read read = rows(HEADER + refused + "\r\n2;B;x;y\r\n", LAYOUT);

            assertThat(told(read)).containsExactly("GUILLEMETS_SUR_PLUSIEURS_LIGNES 2+4", "B");
            assertThat(read.row(2).line()).isEqualTo(6);
            assertThat(read.row(1).extent()).isEqualTo(new RawRow.Extent(HEADER.length(), refused.length()));
            assertThat(read.hashes().get(1)).isEqualTo(Sha256.of(refused.getBytes(StandardCharsets.UTF_8)));
            assertThat(read.passed()).isEqualTo(new RawTable.PassedLines(6, 0, 0));
        }

        @Test
        void leaveTheLineAfterThemAloneWhereTheyAreClosed() {
            Read read = rows(HEADER + "1;\"A\"x;y;z\n2;B\n3;C;x;y\n", LAYOUT);

            assertThat(told(read)).containsExactly("GUILLEMETS 2+1", "B", "C");
            assertThat(read.row(2).count()).isEqualTo(2);
        }

        @Test
        void areToldWhereAHeaderGoesRoundRows() {
            assertThatThrownBy(() -> rows("a;\"b;c;d\n1;A;x;y\n2;\";B;x\n3;C;x;y\n", LAYOUT))
                    .isInstanceOf(UnusableFile.class)
                    .hasMessageContaining(
                            "ligne 1 : un guillemet y est ouvert et n'est fermé qu'après des lignes de la table");
        }

        @Test
        void mayGoRoundTheLinesOfAHeader() {
            Read read = rows("insee;\"salle\n(nom)\";activite;note\n1;A;x;y\n", LAYOUT);

            assertThat(read.row(0).lines()).isEqualTo(2);
            assertThat(told(read)).containsExactly("A");
        }

        @Test
        void costLinesThatAreNotKeptInMemory() {
            String text = HEADER + "1;A;x;\"" + "un mot\n".repeat(300_000) + "2;B;x;y\n";

            assertThat(told(rows(text, LAYOUT))).containsExactly("GUILLEMETS_SUR_PLUSIEURS_LIGNES 2+300000", "B");
        }

        @Nested
        class InAColumnOfSeveralLines {

            private final RawTable.RowLayout notes =
                    new RawTable.RowLayout(4, RawTable.RowLayout.all(4), BitSet.valueOf(new long[] {0b1010}));

            @Test
            void goRoundThemAndStillSwallowNoRow() {
                Read read = rows(HEADER + "1;A;x;\"un\n\n\"\"deux; trois\"\"\"\n2;B;x;y\n", notes);

                assertThat(told(read)).containsExactly("A", "B");
                assertThat(read.row(1).texts()).containsExactly("1", "A", "x", "un\n\n\"deux; trois\"");
                assertThat(read.row(1).lines()).isEqualTo(3);
                assertThat(told(rows(HEADER + "1;\"A;x;9\n2;B;x;22\n3;C\";x;31\n4;D;x;40\n", notes)))
                        .containsExactly("GUILLEMETS_SUR_PLUSIEURS_LIGNES 2+1", "B", "GUILLEMETS 4+1", "D");
            }

            @Test
            void swallowNoRowThatEndsThem() {
                Read read = rows(HEADER + "1;\"A;x\n3;C\";x;31\n4;D;x;40\n", notes);

                assertThat(told(read)).containsExactly("GUILLEMETS_SUR_PLUSIEURS_LIGNES 2+2", "D");
                assertThat(read.flaw(1).message()).contains("se lit comme des lignes de la table");
            }

            @Test
            void areTakenUpAgainAtTheFirstLineOfARow() {
                Read read = rows(HEADER + "1;\"A\"x;x;\"un\ndeux\n2;B;x;\"trois\nquatre\"\n", notes);

                assertThat(told(read)).containsExactly("GUILLEMETS 2+2", "B");
                assertThat(read.row(2).text(3)).isEqualTo("trois\nquatre");
            }
        }

        /** Of each row its second cell, of each reject its reason, line and number of lines. */
        private static List<String> told(Read read) {
            return read.rows().stream().skip(1).map(StrayQuotes::told).collect(Collectors.toList());
        }

        private static String told(RawRow row) {
            Flaw flaw = row.flaw();
            RejectReason reason = flaw == null ? null : flaw.reason();
            return reason == null ? row.text(1) : reason + " " + row.line() + "+" + row.lines();
        }
    }
}
