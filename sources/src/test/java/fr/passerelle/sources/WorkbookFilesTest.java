package fr.passerelle.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.local.fixture.Csv;
import fr.passerelle.schemas.contract.Sha256;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.reject.UnusableFile;
import fr.passerelle.sources.table.RawTable;
import fr.passerelle.sources.table.RawTables;
import fr.passerelle.sources.table.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks and archives that are as they should be, or nearly. */
class WorkbookFilesTest {

    private static final TableSchema ATTENDANCE = TableSchema.FREQUENTATION;

    @TempDir
    private Path folder;

    /** Ways in which the same table may come. */
    enum Wrapping {
        XLSX,
        ODS,
        ZIPPED_CSV,
        ZIPPED_XLSX,
        ZIPPED_ODS
    }

    @ParameterizedTest
    @EnumSource(Wrapping.class)
    void givesTheSameRowsAsTheTextFile(Wrapping wrapping) throws IOException {
        Path file = wrapped(folder, wrapping, "12");

        InputFile examined = InputFile.examine(file, ATTENDANCE);
        Register read = Register.of(examined, ATTENDANCE);

        assertThat(examined.rows()).isEqualTo(3);
        assertThat(examined.sha256()).isEqualTo(Sha256.of(file));
        assertThat(String.join(";", read.accepted().getFirst().cells()))
                .isEqualTo(";A;2016-01-01;2016-01-31;MOIS;ACCES_LIBRE;OUVERT;4;10.5;12;;;;");
        assertThat(read.accepted().getFirst().line()).isEqualTo(2);
        assertThat(read.accepted().get(1).text(1)).isEqualTo("B");
        assertThat(read.rejects())
                .extracting(reject -> reject.line() + " " + reject.column())
                .containsExactly("5 presences");
    }

    @ParameterizedTest
    @EnumSource(Wrapping.class)
    void noticesThatAFileChangedSinceItWasExamined(Wrapping wrapping) throws IOException {
        InputFile examined = InputFile.examine(wrapped(folder, wrapping, "12"), ATTENDANCE);
        Path other = Files.createDirectory(folder.resolve("autre"));
        Files.move(wrapped(other, wrapping, "13"), examined.path(), StandardCopyOption.REPLACE_EXISTING);

        assertThatThrownBy(() -> Register.of(examined, ATTENDANCE))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining("a changé pendant la lecture");
    }

    @Test
    void readsWhatAProgramWrites() {
        Path file = Books.written(folder, book -> {
            Worksheet sheet = book.newWorksheet("Relevés");
            sheet.value(0, 0, "id");
            sheet.value(0, 5, "fin");
            sheet.value(2, 0, " Fère-en-Tardenois ");
            sheet.value(2, 1, 5419);
            sheet.value(2, 2, 12.3);
            sheet.value(2, 3, LocalDate.of(2017, 10, 31));
            sheet.style(2, 3).format("dd/mm/yyyy").set();
            sheet.value(2, 4, LocalDateTime.of(2017, 10, 31, 14, 30));
            sheet.style(2, 4).format("[$-40C]d mmm yyyy hh:mm").set();
            sheet.value(2, 5, true);
            sheet.inlineString(2, 6, "a<b>&\"c\"");
        });

        assertThat(Books.texts(file))
                .containsExactly(
                        "1: id|||||fin", "3: Fère-en-Tardenois|5419|12.3|2017-10-31|2017-10-31T14:30|oui|a<b>&\"c\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '@', quoteCharacter = '~', textBlock = """
        <c><v>5419</v></c> @ 5419
        <c><v>5419.0</v></c> @ 5419
        <c><v>1.0E7</v></c> @ 10000000
        <c><v>0.10000000000000001</v></c> @ 0.1
        <c><v>12.299999999999999</v></c> @ 12.299999999999999
        <c><v>-3.5</v></c> @ -3.5
        <c><v>21590010100017</v></c> @ 21590010100017
        <c s="7"><v>0.25</v></c> @ 0.25
        <c s="5"><v>12</v></c> @ 12
        <c s="1"><v>43039</v></c> @ 2017-10-31
        <c s="2"><v>43039.604166666664</v></c> @ 2017-10-31T14:30
        <c s="3"><v>0.60416666666666663</v></c> @ 14:30
        <c s="4"><v>1.5</v></c> @ 36:00
        <c s="6"><v>43009</v></c> @ 2017-10-01
        <c s="1"><v>1</v></c> @ 1900-01-01
        <c s="1"><v>59</v></c> @ 1900-02-28
        <c s="1"><v>61</v></c> @ 1900-03-01
        <c t="d"><v>2017-10-31</v></c> @ 2017-10-31
        <c t="b"><v>1</v></c> @ oui
        <c t="b"><v>0</v></c> @ non
        <c t="s"><v>0</v></c> @ zéro
        <c t="s"><v>1</v></c> @ riche
        <c t="s"><v>2</v></c> @ a_x000D_&<
        <c t="inlineStr"><is><t>au fil</t></is></c> @ au fil
        <c t="inlineStr"><is><r><t>de </t></r><r><t>l'eau</t></r></is></c> @ de l'eau
        <c t="str"><f>A1&amp;B1</f><v>texte calculé</v></c> @ texte calculé
        <c><f>1+1</f><v>2</v></c> @ 2
        <c s="1"><f>TODAY()</f><v>43039</v></c> @ 2017-10-31
        <c><f>1+1</f></c> @ | FORMULE 0
        <c t="e"><f>1/0</f><v>#DIV/0!</v></c> @ | FORMULE 0
        <c t="s"><v>99</v></c> @ | CELLULE 0
        <c><v>douze</v></c> @ | CELLULE 0
        <c s="1"><v>60</v></c> @ | CELLULE 0
        <c s="1"><v>-1</v></c> @ | CELLULE 0
        <c t="x"><v>1</v></c> @ | CELLULE 0
        """)
    void readsEachKindOfCellOfAnXlsx(String cell, String expected) {
        Path file = Books.xlsx(folder, "<row r=\"4\">" + cell + "<c r=\"B4\" t=\"str\"><v>x</v></c></row>");

        assertThat(Books.texts(file)).containsExactly(expectedRow(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '@', quoteCharacter = '~', textBlock = """
        office:value-type="float" office:value="5419"><text:p>5 419 €</text:p> @ 5419
        office:value-type="float" office:value="5419.0"><text:p>5419</text:p> @ 5419
        office:value-type="float" office:value="1E7"> @ 10000000
        office:value-type="float" office:value="0.10000000000000001"><text:p>0,1</text:p> @ 0.1
        office:value-type="percentage" office:value="0.25"><text:p>25 %</text:p> @ 0.25
        office:value-type="currency" office:currency="EUR" office:value="-3.5"><text:p>-3,50 €</text:p> @ -3.5
        office:value-type="date" office:date-value="2017-10-31"><text:p>31/10/17</text:p> @ 2017-10-31
        office:value-type="date" office:date-value="2017-10-31T14:30:00"><text:p>31/10/17</text:p> @ 2017-10-31T14:30
        office:value-type="date" office:date-value="2017-10-31T14:29:59.999999999"> @ 2017-10-31T14:30
        office:value-type="date" office:date-value="2017-10-31T00:00:00"> @ 2017-10-31
        office:value-type="time" office:time-value="PT14H30M00S"><text:p>14:30</text:p> @ 14:30
        office:value-type="time" office:time-value="PT14H29M59.999999999S"> @ 14:30
        office:value-type="time" office:time-value="PT36H00M00S"><text:p>36:00</text:p> @ 36:00
        office:value-type="boolean" office:boolean-value="true"><text:p>VRAI</text:p> @ oui
        office:value-type="boolean" office:boolean-value="false"><text:p>FAUX</text:p> @ non
        office:value-type="string"><text:p>zéro</text:p> @ zéro
        office:value-type="string" office:string-value="valeur"><text:p>montré</text:p> @ valeur
        office:value-type="string"><text:p>ri<text:span>che</text:span> &amp; <text:a>lien</text:a></text:p> @ riche & lien
        office:value-type="string"><text:p>a<text:s text:c="3"/>b<text:s/>c<text:tab/>d</text:p> @ a   b c\td
        office:value-type="string"><text:p>  a  b  <text:span> c</text:span></text:p> @ a b c
        office:value-type="string"><text:p>a</text:p><text:p/><text:p>b<text:line-break/>c</text:p> @ a\\n\\nb\\nc
        office:value-type="string"><office:annotation><text:p>Mme Martin</text:p></office:annotation><text:p>a</text:p> @ a
        office:value-type="string"><text:p>a<text:ruby><text:ruby-base>b</text:ruby-base><text:ruby-text>c</text:ruby-text></text:ruby></text:p> @ ab
        table:formula="of:=1+1" office:value-type="float" office:value="2"><text:p>2</text:p> @ 2
        table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#DIV/0!</text:p> @ | FORMULE 0
        table:formula="of:=1/0" office:value-type="string"><text:p>#DIV/0!</text:p> @ | FORMULE 0
        table:formula="of:=X" office:value-type="float" office:value="0"><text:p>Err:509</text:p> @ | FORMULE 0
        table:formula="of:=1+1"> @ | FORMULE 0
        office:value-type="float" office:value="douze"><text:p>12</text:p> @ | CELLULE 0
        office:value-type="float"><text:p>12</text:p> @ | CELLULE 0
        office:value-type="date" office:date-value="31/10/2017"> @ | CELLULE 0
        office:value-type="time" office:time-value="P1Y"> @ | CELLULE 0
        office:value-type="boolean" office:boolean-value="peut-être"> @ | CELLULE 0
        """)
    void readsEachKindOfCellOfAnOds(String cell, String expected) {
        Path file = Books.ods(
                folder,
                "<table:table-row table:number-rows-repeated=\"3\"><table:table-cell/></table:table-row>"
                        + "<table:table-row><table:table-cell " + cell
                        + "</table:table-cell><table:table-cell"
                        + " office:value-type=\"string\"><text:p>x</text:p></table:table-cell></table:table-row>");

        assertThat(Books.texts(file))
                .containsExactly(expectedRow(expected.replace("\\t", "\t").replace("\\n", "\n")));
    }

    @Test
    void countsDaysFrom1904WhereTheWorkbookDoes() {
        Map<String, String> parts = Books.xlsxParts("<row><c s=\"1\"><v>0</v></c><c s=\"1\"><v>41577</v></c></row>");
        parts.merge(
                Books.BOOK,
                "<workbookPr date1904=\"1\"/>",
                (book, flag) -> book.replace("<sheets>", flag + "<sheets>"));

        assertThat(Books.texts(Books.zip(folder, "c.xlsx", parts))).containsExactly("1: 1904-01-01|2017-10-31");
    }

    @Test
    void passesOverBlankRowsAndKeepsRaggedOnesOfAnXlsx() {
        Path file = Books.xlsx(
                folder,
                "<row r=\"2\"><c r=\"C2\"><v>1</v></c></row><row r=\"3\"><c r=\"A3\"/><c r=\"B3\""
                    + " t=\"s\"><v>3</v></c></row><row><c><v>2</v></c></row><row r=\"1048576\"><c><v>3</v></c></row>");

        assertThat(Books.texts(file)).containsExactly("2: ||1", "4: 2", "1048576: 3");
    }

    @Test
    void repeatsWhatAnOdsRepeatsAndDropsWhatIsEmptyAtTheEnd() {
        Path file = Books.ods(
                folder,
                row(
                                "",
                                cell("", "a") + "<table:table-cell table:number-columns-repeated=\"2\"/>"
                                        + cell("2", "b")
                                        + "<table:table-cell table:number-columns-repeated=\"16379\"/>")
                        + row("2", "<table:table-cell table:number-columns-repeated=\"16384\"/>")
                        + "<table:table-header-rows>" + row("2", cell("", "c")) + "</table:table-header-rows>"
                        + "<table:table-row-group><table:table-row-group>"
                        + row("", "<table:covered-table-cell/>" + cell("", "d"))
                        + "</table:table-row-group></table:table-row-group>"
                        + row("1048000", "<table:table-cell table:number-columns-repeated=\"16384\"/>"));

        assertThat(Books.texts(file)).containsExactly("1: a|||b|b", "4: c", "5: c", "6: |d");
    }

    @Test
    void readsTheOnlyVisibleSheetElseTheOneThatIsNamed() {
        Map<String, String> xlsx = Books.xlsxParts("<row><c t=\"str\"><v>un</v></c></row>");
        xlsx.put(
                Books.BOOK,
                Books.book("<sheet name=\"Caché\" state=\"hidden\" r:id=\"r2\"/><sheet name=\"Vu\" r:id=\"r1\"/>"));
        Path first = Books.zip(folder, "c.xlsx", xlsx);
        Path second = Books.zip(
                folder,
                "c.ods",
                Books.odsParts(Books.sheet("Caché", row("", cell("", "autre"))).replace("ta1", "ta2")
                        + Books.sheet("Vu", row("", cell("", "un")))));

        for (Path file : List.of(first, second)) {
            assertThat(Books.texts(file)).containsExactly("1: un");
            assertThat(Books.texts(file, "Caché", null)).containsExactly("1: autre");
            assertThatThrownBy(() -> Books.texts(file, "Marie", null))
                    .isInstanceOf(UnusableFile.class)
                    .hasMessageContaining("parmi ses 2 feuilles")
                    .hasMessageNotContaining("Marie");
        }
    }

    @Test
    void asksWhichOfTwoVisibleSheetsToRead() {
        Map<String, String> xlsx = Books.xlsxParts("");
        xlsx.put(Books.BOOK, Books.book("<sheet name=\"Marie\" r:id=\"r2\"/><sheet name=\"B\" r:id=\"r1\"/>"));
        String two = Books.sheet("Marie", "") + Books.sheet("B", "");

        for (Path file : List.of(Books.zip(folder, "c.xlsx", xlsx), Books.zip(folder, "c.ods", Books.odsParts(two)))) {
            assertThatThrownBy(() -> Books.texts(file))
                    .isInstanceOf(UnusableFile.class)
                    .hasMessageContaining("a 2 feuilles visibles")
                    .hasMessageNotContaining("Marie");
        }
    }

    @Test
    void findsTheFileOfAnArchiveByItsName() {
        Path file = Books.zip(
                folder,
                "a.zip",
                Map.of("2017/visites.csv", "a;b\n1;2\n", "2017/LISEZMOI.txt", "x", "__MACOSX/visites.csv", "y"));

        assertThat(Books.texts(file, null, "*.csv")).containsExactly("1: a|b", "2: 1|2");
        assertThat(Books.texts(file, null, "VIS*")).hasSize(2);
        assertThatThrownBy(() -> Books.texts(file))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining("contient 2 fichiers")
                .hasMessageNotContaining("LISEZMOI");
        assertThatThrownBy(() -> Books.texts(file, null, "*.ods")).hasMessageContaining("contient 0 fichiers");
        assertThatThrownBy(() -> Books.texts(file, null, "[")).isInstanceOf(UnusableFile.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "ods"})
    void keepsNothingOfCellsThatAreNotAskedFor(String kind) {
        Path file = kind.equals("xlsx")
                ? Books.xlsx(folder, "<row><c t=\"str\"><v>a</v></c><c t=\"str\"><v>Martin</v></c></row>")
                : Books.ods(folder, row("", cell("", "a") + cell("", "Martin")));
        BitSet first = new BitSet();
        first.set(0);

        try (RawTable table = RawTables.open(file, "F", Reading.UNDECLARED)) {
            table.settle(new RawTable.RowLayout(1, first, new BitSet()));

            assertThat(Objects.requireNonNull(table.next()).texts()).containsExactly("a", "");
        }
    }

    private static String expectedRow(String expected) {
        return expected.startsWith("|") ? "4: |x" + expected.substring(1) : "4: " + expected + "|x";
    }

    private static String row(String times, String cells) {
        return "<table:table-row%s>%s</table:table-row>".formatted(repeated("rows", times), cells);
    }

    private static String cell(String times, String text) {
        return "<table:table-cell office:value-type=\"string\"%s><text:p>%s</text:p></table:table-cell>"
                .formatted(repeated("columns", times), text);
    }

    private static String repeated(String what, String times) {
        return times.isEmpty() ? "" : " table:number-%s-repeated=\"%s\"".formatted(what, times);
    }

    private static Path wrapped(Path folder, Wrapping wrapping, String presences) {
        List<List<String>> rows = List.of(
                ATTENDANCE.header(),
                List.of("", "A", "2016-01-01", "2016-01-31", "MOIS", "ACCES_LIBRE", "OUVERT", "4", "10.5", presences),
                List.of("", "B", "2016-01-01", "2016-01-31", "MOIS", "ACCES_LIBRE", "OUVERT", "4", "10.5", "1"),
                List.of(),
                List.of("", "C", "2016-01-01", "2016-01-31", "MOIS", "ACCES_LIBRE", "OUVERT", "4", "10.5", "beaucoup"));
        return switch (wrapping) {
            case XLSX -> Books.xlsx(folder, xlsxRows(rows));
            case ODS -> Books.ods(folder, odsRows(rows));
            case ZIPPED_CSV -> zipped(folder, Csv.text(csvRows(rows)));
            case ZIPPED_XLSX -> zipped(folder, Books.xlsx(folder, xlsxRows(rows)));
            case ZIPPED_ODS -> zipped(folder, Books.ods(folder, odsRows(rows)));
        };
    }

    private static Path zipped(Path folder, Path file) {
        try {
            return Books.archive(folder, "archive.zip", Map.of("dossier/f", Files.readAllBytes(file)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String csvRows(List<List<String>> rows) {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            text.append(String.join(";", row)).append(row.size() == 10 ? ";;;;\n" : "\n");
        }
        return text.toString();
    }

    private static String xlsxRows(List<List<String>> rows) {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            text.append("<row>");
            row.forEach(cell -> text.append(xlsxCell(cell)));
            text.append("</row>");
        }
        return text.toString();
    }

    private static String xlsxCell(String cell) {
        if (cell.matches("\\d{4}-\\d\\d-\\d\\d")) {
            long serial = LocalDate.parse(cell).toEpochDay()
                    - LocalDate.of(1899, 12, 30).toEpochDay();
            return "<c s=\"1\"><v>" + serial + "</v></c>";
        }
        return cell.matches("[0-9.]+")
                ? "<c><v>" + cell + "</v></c>"
                : "<c t=\"inlineStr\"><is><t>" + cell + "</t></is></c>";
    }

    private static String odsRows(List<List<String>> rows) {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder cells = new StringBuilder();
            row.forEach(cell -> cells.append(odsCell(cell)));
            text.append(row("", cells.toString()));
        }
        return text.toString();
    }

    private static String odsCell(String cell) {
        String type = cell.matches("\\d{4}-\\d\\d-\\d\\d") ? "date" : cell.matches("[0-9.]+") ? "float" : "string";
        String value = type.equals("string")
                ? ""
                : " office:%s=\"%s\"".formatted(type.equals("date") ? "date-value" : "value", cell);
        return "<table:table-cell office:value-type=\"%s\"%s><text:p>%s</text:p></table:table-cell>"
                .formatted(type, value, type.equals("string") ? cell : "montré autrement");
    }
}
