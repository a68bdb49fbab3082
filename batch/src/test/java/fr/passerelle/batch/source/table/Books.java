package fr.passerelle.batch.source.table;

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
        String relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
        parts.put("_rels/.rels", relation(relations, "officeDocument", "xl/workbook.xml"));
        parts.put("xl/_rels/workbook.xml.rels", relation(relations, "worksheet", "worksheets/sheet1.xml"));
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns:r=\"%s\"><sheets><sheet name=\"Feuil1\" sheetId=\"1\" r:id=\"worksheet\"/></sheets></workbook>"
                        .formatted(relations));
        parts.put("xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
        return parts;
    }

    private static String relation(String types, String type, String target) {
        return "<Relationships><Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/></Relationships>"
                .formatted(type, types, type, target);
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

    /** All records of a file. */
    static List<RawRow> rows(Path file) {
        return rows(file, null, null);
    }

    /** All records of a sheet or an entry of a file. */
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
        return rows(file).stream().map(Books::text).toList();
    }

    /** Line and cells of a record. */
    static String text(RawRow row) {
        return row.line() + ": " + String.join("|", row.texts());
    }
}
