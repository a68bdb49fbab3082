package fr.passerelle.cli.export.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * A workbook without the moment at which it was written: the library puts the clock into the dates of its entries and into its properties,
 * and the same rows must give the same bytes.
 */
final class SteadyZip {

    /** The first day that an archive can name. */
    private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final String PROPERTIES = "docProps/core.xml";
    private static final String CREATED = "<dcterms:created[^>]*>[^<]*</dcterms:created>";

    private SteadyZip() {}

    /** What writes an archive. */
    @FunctionalInterface
    interface Archive {

        /** Writes all of it. */
        void writeTo(OutputStream out) throws IOException;
    }

    static void copy(Archive archive, OutputStream out) throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        archive.writeTo(written);
        try (ZipFile from =
                        ZipFile.builder().setByteArray(written.toByteArray()).get();
                ZipOutputStream to = new ZipOutputStream(out)) {
            for (ZipArchiveEntry entry : Collections.list(from.getEntriesInPhysicalOrder())) {
                try (InputStream content = from.getInputStream(entry)) {
                    copy(entry.getName(), content, to);
                }
            }
        }
    }

    private static void copy(String name, InputStream from, ZipOutputStream to) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(EPOCH);
        to.putNextEntry(entry);
        if (name.equals(PROPERTIES)) {
            String text = new String(from.readAllBytes(), StandardCharsets.UTF_8);
            to.write(text.replaceAll(CREATED, "").getBytes(StandardCharsets.UTF_8));
        } else {
            from.transferTo(to);
        }
    }
}
