package fr.passerelle.sheets.form;

import fr.passerelle.sheets.form.HtmlForm.ColumnWidths;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A document as an OpenDocument text (ODF 1.3, ISO/IEC 26300) with the styles that word processors give their own names to, so that a
 * letterhead's take their place; nothing of the clock, no person.
 */
final class OdtForm {

    private static final String TYPE = "application/vnd.oasis.opendocument.text";

    /** The first day that an archive names without an extra field, which the type may not have. */
    private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 2, 0, 0);

    private OdtForm() {}

    /** The file; a header that is not empty stands at the head of each page. */
    static byte[] of(Document document, String header) {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(written)) {
            addType(zip);
            add(zip, "META-INF/manifest.xml", Document.resourceText("odt/manifest.xml"));
            add(zip, "meta.xml", Document.resourceText("odt/meta.xml").formatted(HtmlForm.escaped(document.title())));
            add(zip, "styles.xml", Document.resourceText("odt/styles.xml").formatted(header(header)));
            add(zip, "content.xml", OdtContent.of(document));
        } catch (IOException e) {
            throw new UncheckedIOException("The text cannot be written", e);
        }
        return written.toByteArray();
    }

    /** What the archive is stands first and as it is, for whoever looks at its first bytes only. */
    private static void addType(ZipOutputStream zip) throws IOException {
        byte[] type = TYPE.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(type);
        ZipEntry entry = new ZipEntry("mimetype");
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(type.length);
        entry.setCrc(crc.getValue());
        add(zip, entry, type);
    }

    private static void add(ZipOutputStream zip, String name, String text) throws IOException {
        add(zip, new ZipEntry(name), text.getBytes(StandardCharsets.UTF_8));
    }

    private static void add(ZipOutputStream zip, ZipEntry entry, byte[] content) throws IOException {
        entry.setTimeLocal(EPOCH);
        zip.putNextEntry(entry);
        zip.write(content);
    }

    private static String header(String text) {
        return text.isEmpty()
                ? ""
                : "<style:header><text:p text:style-name=\"Header\">" + HtmlForm.escaped(text)
                        + "</text:p></style:header>";
    }

    /** The content of an OpenDocument text: blocks in the styles of its template, the columns of tables as wide as their words ask for. */
    private static final class OdtContent {

        /** Millimetres between the margins. */
        private static final int WIDTH = 174;

        private final List<String> styles = new ArrayList<>();

        static String of(Document document) {
            OdtContent content = new OdtContent();
            String body = document.blocks().stream().map(content::block).collect(Collectors.joining("\n"));
            return Document.resourceText("odt/content.xml")
                    .formatted(String.join("", content.styles), HtmlForm.escaped(document.title()), body);
        }

        private String block(Block block) {
            return switch (block) {
                case Block.Heading(int level, String text) -> heading(level - 1, text);
                case Block.Paragraph(String text) -> paragraph("Text_20_body", text);
                case Block.Items(List<String> texts) ->
                    texts.stream()
                            .map(item -> "<text:list-item>" + paragraph("Text_20_body", item) + "</text:list-item>")
                            .collect(Collectors.joining("", "<text:list>", "</text:list>"));
                case Block.Grid grid ->
                    grid.rows().isEmpty()
                            ? paragraph("Text_20_body", grid.withoutRow())
                            : paragraph("Table", grid.caption()) + "\n" + table(grid);
            };
        }

        /** The document's own title is no heading: what follows it begins at 1. */
        private static String heading(int level, String text) {
            return "<text:h text:style-name=\"Heading_20_%d\" text:outline-level=\"%d\">%s</text:h>"
                    .formatted(level, level, HtmlForm.escaped(text));
        }

        private static String paragraph(String style, String text) {
            return "<text:p text:style-name=\"%s\">%s</text:p>".formatted(style, HtmlForm.escaped(text));
        }

        private String table(Block.Grid grid) {
            List<String> columns = ColumnWidths.of(grid).shares(WIDTH).stream()
                    .map(this::column)
                    .toList();
            return "<table:table table:style-name=\"Tableau\">"
                    + columns.stream()
                            .map("<table:table-column table:style-name=\"%s\"/>"::formatted)
                            .collect(Collectors.joining())
                    + "<table:table-header-rows>" + row(grid.header(), "Entete", "Table_20_Heading")
                    + "</table:table-header-rows>\n"
                    + grid.rows().stream()
                            .map(cells -> row(cells, "Cellule", "Table_20_Contents"))
                            .collect(Collectors.joining("\n"))
                    + "</table:table>";
        }

        private static String row(List<String> cells, String style, String words) {
            return cells.stream()
                    .map(cell -> "<table:table-cell table:style-name=\"" + style + "\" office:value-type=\"string\">"
                            + paragraph(words, cell) + "</table:table-cell>")
                    .collect(Collectors.joining(
                            "", "<table:table-row table:style-name=\"Ligne\">", "</table:table-row>"));
        }

        private String column(int millimetres) {
            String name = "Colonne" + millimetres;
            String style = "    <style:style style:name=\"%s\" style:family=\"table-column\">".formatted(name)
                    + "<style:table-column-properties style:column-width=\"%dmm\"/></style:style>\n"
                            .formatted(millimetres);
            if (!styles.contains(style)) {
                styles.add(style);
            }
            return name;
        }
    }
}
