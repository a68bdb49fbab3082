package fr.passerelle.sources;

import fr.passerelle.sources.table.RawRow;
import fr.passerelle.sources.table.RawTable;
import fr.passerelle.sources.table.RawTables;
import fr.passerelle.sources.table.Reading;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;

/** Workbooks and archives made by a program or by hand, and what is read of them. */
final class Books {

    /** Where the rows of {@link #xlsxParts} are. */
    static final String SHEET = "xl/worksheets/sheet1.xml";

    /** Where the list of sheets of {@link #xlsxParts} is. */
    static final String BOOK = "xl/workbook.xml";

    /** Where the relations of {@link #xlsxParts} are. */
    static final String RELATIONS = "xl/_rels/workbook.xml.rels";

    /** Where the shared texts of {@link #xlsxParts} are. */
    static final String SHARED_STRINGS = "xl/sharedStrings.xml";

    /** Where everything of {@link #odsParts} is. */
    static final String CONTENT = "content.xml";

    private static final String TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /** Style 1 is a day, 2 a moment, 3 a time, 4 a length of time, 5 a number with a d in its format, 6 a month, 7 a percentage. */
    private static final String STYLES = """
        <styleSheet><numFmts>
        <numFmt numFmtId="164" formatCode="dd/mm/yyyy\\ hh:mm;@"/>
        <numFmt numFmtId="165" formatCode="0&quot; d'heures&quot;;[Red]-0"/>
        <numFmt numFmtId="166" formatCode="[$-40C]mmm\\ yy"/>
        </numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/>
        <xf numFmtId="164"/><xf numFmtId="20"/><xf numFmtId="46"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="9"/>
        </cellXfs></styleSheet>\
        """;

    private static final String SHARED = """
        <sst><si><t>zéro</t></si><si><r><t>ri</t></r><r><rPr><b/></rPr><t xml:space="preserve">che </t></r><rPh sb="0" eb="1"><t>non</t></rPh></si>
        <si><t>a_x005F_x000D_&amp;&lt;</t></si><si><t/></si></sst>\
        """;

    private Books() {}

    /** An {@code .xlsx} of fastexcel. */
    static Path written(Path folder, Consumer<Workbook> content) {
        Path file = folder.resolve("classeur.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "tests", "1.0")) {
            content.accept(book);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return file;
    }

    /** An {@code .xlsx} by hand: what stands in {@code sheetData}. */
    static Path xlsx(Path folder, String rows) {
        return zip(folder, "classeur.xlsx", xlsxParts(rows));
    }

    /** The parts of a small {@code .xlsx}. */
    static Map<String, String> xlsxParts(String rows) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
        parts.put("_rels/.rels", relations(relation("officeDocument", "officeDocument", "xl/workbook.xml")));
        parts.put(
                RELATIONS,
                relations(relation("r1", "worksheet", "worksheets/sheet1.xml")
                        + relation("r2", "worksheet", "worksheets/sheet2.xml")
                        + relation("r3", "styles", "styles.xml")
                        + relation("r4", "sharedStrings", "/xl/sharedStrings.xml")));
        parts.put(BOOK, book("<sheet name=\"Feuil1\" sheetId=\"1\" r:id=\"r1\"/>"));
        parts.put("xl/styles.xml", STYLES);
        parts.put(SHARED_STRINGS, SHARED);
        parts.put(SHEET, "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
        parts.put(
                "xl/worksheets/sheet2.xml",
                "<worksheet><sheetData><row><c t=\"str\"><v>autre</v></c></row></sheetData></worksheet>");
        return parts;
    }

    /** The list of sheets of an {@code .xlsx}; {@code r2} is a sheet that says {@code autre}. */
    static String book(String sheets) {
        return "<workbook xmlns:r=\"%s\"><sheets>%s</sheets></workbook>".formatted(TYPES, sheets);
    }

    /** An {@code .ods} by hand: what stands in its only sheet. */
    static Path ods(Path folder, String rows) {
        return zip(folder, "classeur.ods", odsParts(sheet("Feuille1", rows)));
    }

    /** A sheet of an {@code .ods} that can be seen. */
    static String sheet(String name, String rows) {
        return "<table:table table:name=\"%s\" table:style-name=\"ta1\"><table:table-column/>%s</table:table>"
                .formatted(name, rows);
    }

    /** The parts of a small {@code .ods}; style {@code ta2} hides a sheet. */
    static Map<String, String> odsParts(String sheets) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("mimetype", "application/vnd.oasis.opendocument.spreadsheet");
        parts.put(
                "META-INF/manifest.xml",
                "<m:manifest xmlns:m=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"><m:file-entry"
                        + " m:full-path=\"/\"/></m:manifest>");
        parts.put(
                CONTENT,
                """
                        <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
                         xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
                         xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
                         xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
                         xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">
                        <office:scripts/><office:automatic-styles>
                        <style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style>
                        <style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>
                        </office:automatic-styles><office:body><office:spreadsheet><table:calculation-settings/>
                        """ + sheets
                        + "<table:named-expressions/></office:spreadsheet></office:body></office:document-content>");
        return parts;
    }

    /** An archive of texts. */
    static Path zip(Path folder, String name, Map<String, String> entries) {
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        entries.forEach((entry, text) -> bytes.put(entry, text.getBytes(StandardCharsets.UTF_8)));
        return archive(folder, name, bytes);
    }

    /** An archive of bytes. */
    static Path archive(Path folder, String name, Map<String, byte[]> entries) {
        Path file = folder.resolve(name);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return file;
    }

    /** All records of a file, of a sheet or an entry of it. */
    static List<RawRow> rows(Path file, @Nullable String sheet, @Nullable String entry) {
        Reading reading = new Reading(null, null, null, null, sheet, entry);
        List<RawRow> rows = new ArrayList<>();
        try (RawTable table = RawTables.open(file, "F", reading)) {
            for (RawRow row = table.next(); row != null; row = table.next()) {
                rows.add(row);
            }
        }
        return rows;
    }

    /** Line and cells of each record: {@code 2: a|b}. */
    static List<String> texts(Path file) {
        return texts(file, null, null);
    }

    /** The same, of a sheet or an entry. */
    static List<String> texts(Path file, @Nullable String sheet, @Nullable String entry) {
        return rows(file, sheet, entry).stream().map(Books::text).toList();
    }

    /** Line, cells and reason of a record. */
    private static String text(RawRow row) {
        String text = row.line() + ": " + String.join("|", row.texts());
        return row.flaw() == null
                ? text
                : text + " " + row.flaw().reason() + " " + row.flaw().place();
    }

    private static String relations(String relations) {
        return "<Relationships>" + relations + "</Relationships>";
    }

    private static String relation(String id, String type, String target) {
        return "<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/>".formatted(id, TYPES, type, target);
    }
}
