package fr.passerelle.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.sources.reject.UnusableFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks and archives that harm, by accident or not: each is refused with a sentence, and nothing of it is read. */
class WorkbookGuardsTest {

    private static final String DAMAGED = "est abîmé ou incomplet";
    private static final String TOO_LARGE = "va au-delà de 1048576 lignes ou de 16384 colonnes";
    private static final int FLAGS = 8;
    private static final int SIZE = 24;

    @TempDir
    private Path folder;

    @Test
    void refusesAnEntryThatSwellsWithoutMeasure() throws IOException {
        String blank = " ".repeat(20 << 20);
        Map<String, String> xlsx = Books.xlsxParts(blank);
        Map<String, String> ods = Books.odsParts(blank);

        for (Map<String, String> parts : List.of(xlsx, ods, Map.of("a.csv", blank))) {
            Path file = Books.zip(folder, "bombe", parts);
            assertThat(Files.size(file)).isLessThan(100_000);
            assertRefused(file, "grossit de plus de 250 fois");
        }
    }

    @Test
    void refusesAnArchiveThatIsTooLargeOnceUnpacked() throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("a.csv", "a;b\n");
        entries.put("b.csv", "a;b\n");
        byte[] bytes = Files.readAllBytes(Books.zip(folder, "a.zip", entries));
        int second = entry(bytes, entry(bytes, 0) + 1);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(second + SIZE, 0xFFFFFFFE);

        assertRefused(Files.write(folder.resolve("b.zip"), bytes), "dépasse 4 Go une fois décompressé");
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 7, 1000})
    void refusesAnEntryThatIsNotOfTheSizeThatIsSaid(int said) throws IOException {
        byte[] bytes = Files.readAllBytes(Books.zip(folder, "a.zip", Map.of("a.csv", "a;b\n1;2\n")));
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(entry(bytes, 0) + SIZE, said);

        assertRefused(Files.write(folder.resolve("b.zip"), bytes), DAMAGED);
    }

    /** Of a text, and of an archive in the archive, which is unpacked to the disk: what is damaged is not a disk that is full. */
    @ParameterizedTest
    @CsvSource({"'a;b\n1;2\n', 1", "'a;b\n1;2\n', 20", "PK\u0003\u0004, 1", "PK\u0003\u0004, 20"})
    void refusesAnEntryWithAnotherChecksumWithinALookAndAfterIt(String entry, int times) throws IOException {
        byte[] bytes = Files.readAllBytes(Books.zip(folder, "a.zip", Map.of("a.csv", entry.repeat(times))));
        bytes[entry(bytes, 0) + 16]++;

        assertRefused(Files.write(folder.resolve("b.zip"), bytes), DAMAGED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../visites.csv", "a/../../visites.csv", "/etc/visites.csv", "..\\visites.csv", "C:\\visites.csv"
            })
    void refusesANameThatLeadsElsewhere(String name) {
        assertRefused(Books.zip(folder, "a.zip", Map.of(name, "a;b\n1;2\n")), "mène hors de l'archive");
    }

    @Test
    void refusesMoreEntriesThanItIsWorthToList() {
        Map<String, String> entries = new HashMap<>();
        for (int i = 0; i < 25_000; i++) {
            entries.put("a" + i, "");
        }

        assertRefused(Books.zip(folder, "a.zip", entries), "un trop grand nombre de fichiers");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xl/worksheets/sheet1.xml", "xl/workbook.xml",
                "xl/sharedStrings.xml", "xl/styles.xml",
                "_rels/.rels", "content.xml",
                "META-INF/manifest.xml"
            })
    void readsNoOtherFileThatAWorkbookNames(String part) throws IOException {
        Map<String, String> xlsx = Books.xlsxParts("<row><c t=\"str\"><v>&x;</v></c></row>");
        Map<String, String> parts =
                xlsx.containsKey(part) ? xlsx : Books.odsParts(Books.sheet("F", odsCell("&x;", "")));
        parts.merge(part, doctype(), (xml, doctype) -> doctype + xml);

        assertRefused(Books.zip(folder, "a", parts), "(DOCTYPE)");
    }

    @Test
    void refusesAnEntityThatNobodyDeclares() {
        assertRefused(Books.ods(folder, odsCell("&x;", "")), DAMAGED);
        assertRefused(Books.xlsx(folder, "<row><c t=\"str\"><v>&x;</v></c></row>"), DAMAGED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic/Standard/Module1.xml", "Scripts/python/a.py"})
    void refusesMacros(String macro) {
        Map<String, String> xlsx = Books.xlsxParts("");
        xlsx.put("xl/vbaProject.bin", "x");
        Map<String, String> ods = Books.odsParts(Books.sheet("F", ""));
        ods.put(macro, "x");

        assertRefused(Books.zip(folder, "a.xlsx", xlsx), "contient des macros");
        assertRefused(Books.zip(folder, "a.ods", ods), "contient des macros");
    }

    @Test
    void readsAnOdsWhoseListsOfMacrosAreEmpty() {
        Map<String, String> parts = Books.odsParts(Books.sheet("F", odsCell("a", "")));
        parts.put("Basic/script-lc.xml", "<l/>");
        parts.put("Basic/Standard/script-lb.xml", "<l/>");

        assertThat(Books.texts(Books.zip(folder, "a.ods", parts))).containsExactly("1: a");
    }

    @Test
    void refusesAnOldWorkbookOrOneUnderAPassword() throws IOException {
        byte[] ole = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1, 0, 0};
        Map<String, String> ods = Books.odsParts(Books.sheet("F", ""));
        ods.merge(
                "META-INF/manifest.xml",
                "<m:encryption-data/>",
                (xml, data) ->
                        xml.replace("<m:file-entry m:full-path=\"/\"/>", "<m:file-entry>" + data + "</m:file-entry>"));

        assertRefused(Files.write(folder.resolve("a.xlsx"), ole), "ancien classeur .xls ou un classeur protégé");
        assertRefused(
                Books.archive(folder, "a.zip", Map.of("a.xls", ole)), "ancien classeur .xls ou un classeur protégé");
        assertRefused(Books.zip(folder, "a.ods", ods), "est protégé par un mot de passe");
    }

    @Test
    void refusesAnArchiveUnderAPassword() throws IOException {
        byte[] bytes = Files.readAllBytes(Books.zip(folder, "a.zip", Map.of("a.csv", "a;b\n1;2\n")));
        bytes[entry(bytes, 0) + FLAGS] |= 1;

        assertRefused(Files.write(folder.resolve("b.zip"), bytes), "est protégé par un mot de passe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "ods", "zip"})
    void refusesAFileThatEndsTooSoon(String kind) throws IOException {
        byte[] bytes = Files.readAllBytes(
                switch (kind) {
                    case "xlsx" -> Books.xlsx(folder, "<row><c><v>1</v></c></row>");
                    case "ods" -> Books.ods(folder, odsCell("a", ""));
                    default -> Books.zip(folder, "a.zip", Map.of("a.csv", "a;b\n1;2\n"));
                });

        for (int length : new int[] {4, 30, bytes.length / 2, bytes.length - 1}) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertRefused(Files.write(folder.resolve("coupé"), cut), DAMAGED);
            assertRefused(Books.archive(folder, "dehors.zip", Map.of("coupé", cut)), DAMAGED);
        }
    }

    @Test
    void refusesXmlThatEndsTooSoonOrIsNone() {
        Map<String, String> xlsx = Books.xlsxParts("");
        xlsx.put(Books.SHEET, "<worksheet><sheetData><row><c><v>1</v></c></row><row>");
        Map<String, String> ods = Books.odsParts("");
        ods.put(Books.CONTENT, "visites;12");

        assertRefused(Books.zip(folder, "a.xlsx", xlsx), DAMAGED);
        assertRefused(Books.zip(folder, "a.ods", ods), DAMAGED);
        assertRefused(Books.zip(folder, "b.ods", Books.odsParts("")), "n'a aucune feuille visible");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        <row><c r="XFE1"><v>1</v></c></row> | va au-delà de 1048576 lignes ou de 16384 colonnes
        <row r="1048577"><c><v>1</v></c></row> | va au-delà de 1048576 lignes ou de 16384 colonnes
        <row r="2"/><row r="1"/> | est abîmé ou incomplet
        <row><c r="B1"/><c r="A1"/></row> | est abîmé ou incomplet
        <row r="x"/> | est abîmé ou incomplet
        """)
    void refusesMoreCellsThanAnXlsxCanHaveAndThoseWithoutOrder(String rows, String why) {
        assertRefused(Books.xlsx(folder, rows), why);
    }

    @ParameterizedTest
    @CsvSource({"1, 16385", "1048577, 1", "99999999, 1", "1, 99999999", "1048576, 300"})
    void refusesMoreCellsThanAnOdsCanHave(int rows, int columns) {
        Path file = Books.ods(
                folder,
                "<table:table-row table:number-rows-repeated=\"%d\">".formatted(rows)
                        + odsCell("a", " table:number-columns-repeated=\"%d\"".formatted(columns))
                                .replace("<table:table-row>", ""));

        assertRefused(file, TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "999999999999", "deux", ""})
    void refusesRepetitionsThatAreNoNumber(String times) {
        assertRefused(Books.ods(folder, odsCell("a", " table:number-columns-repeated=\"" + times + "\"")), DAMAGED);
    }

    @Test
    void refusesMoreStylesThanItIsWorthToKeep() {
        Map<String, String> parts = Books.xlsxParts("");
        StringBuilder styles = new StringBuilder("<styleSheet><cellXfs>");
        for (int i = 0; styles.length() < 17 << 20; i++) {
            styles.append("<xf numFmtId=\"").append(i).append("\"/>");
        }
        parts.put("xl/styles.xml", styles.append("</cellXfs></styleSheet>").toString());

        assertRefused(Books.zip(folder, "a.xlsx", parts), "a trop de styles");
    }

    @Test
    void refusesTextsAndTreesWithoutEnd() {
        String endless = "a".repeat(5 << 20);

        assertRefused(Books.xlsx(folder, "<row><c t=\"str\"><v>" + endless + "</v></c></row>"), DAMAGED);
        assertRefused(Books.xlsx(folder, "<row " + endless + "=\"1\"/>"), DAMAGED);
        assertRefused(Books.ods(folder, odsCell("<text:span>".repeat(100) + "</text:span>".repeat(100), "")), DAMAGED);
    }

    @Test
    void refusesOtherDocumentsAndArchivesInArchives() throws IOException {
        Map<String, String> odt = Books.odsParts("");
        odt.put("mimetype", "application/vnd.oasis.opendocument.text");
        Map<String, String> docx = Books.xlsxParts("");
        docx.merge("_rels/.rels", "", (xml, none) -> xml.replace("xl/workbook.xml", "word/document.xml"));
        Path inner = Books.zip(folder, "a.zip", Map.of("a.csv", "a;b\n"));

        assertRefused(Books.zip(folder, "a.odt", odt), "n'est pas un classeur .ods");
        assertRefused(Books.zip(folder, "a.docx", docx), "n'est pas un classeur .xlsx");
        assertRefused(
                Books.archive(folder, "b.zip", Map.of("a.zip", Files.readAllBytes(inner))),
                "contient une autre archive");
        assertRefused(folder.resolve("absent.xlsx"), "ne peut pas être lu");
    }

    private String doctype() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "CANARI");
        return "<!DOCTYPE a [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>";
    }

    private static String odsCell(String text, String attributes) {
        return "<table:table-row><table:table-cell office:value-type=\"string\"%s><text:p>%s</text:p></table:table-cell></table:table-row>"
                .formatted(attributes, text);
    }

    /** Where the next entry begins in the list of a zip. */
    private static int entry(byte[] bytes, int from) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf("PK\1\2", from);
    }

    private static void assertRefused(Path file, String why) {
        assertThatThrownBy(() -> Books.texts(file))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining(why)
                .hasMessageContaining("« F »")
                .hasMessageNotContaining("CANARI");
    }
}
