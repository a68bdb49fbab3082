package fr.passerelle.sheets.form;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
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

    /**
     * The file.
     *
     * @param header what stands at the head of each page; empty for none
     */
    static byte[] of(Document document, String header) {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(written)) {
            addType(zip);
            add(zip, "META-INF/manifest.xml", part("manifest.xml"));
            add(zip, "meta.xml", part("meta.xml").formatted(HtmlForm.escaped(document.title())));
            add(zip, "styles.xml", part("styles.xml").formatted(header(header)));
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

    static String part(String name) {
        return FormResource.text("odt/" + name);
    }
}
