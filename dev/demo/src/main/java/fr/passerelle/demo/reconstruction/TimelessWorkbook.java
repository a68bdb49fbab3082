package fr.passerelle.demo.reconstruction;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Takes out of a workbook when it was written, so that the same reconstruction gives the same bytes. */
final class TimelessWorkbook {

    private static final LocalDateTime WHEN = LocalDateTime.of(2017, 11, 1, 0, 0);
    private static final String PROPERTIES = "docProps/core.xml";
    private static final String INSTANT = "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?Z";

    private TimelessWorkbook() {}

    static void rewrite(Path workbook) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipFile in = new ZipFile(workbook.toFile());
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry : Collections.list(in.entries())) {
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(WHEN);
                out.putNextEntry(copy);
                out.write(content(entry.getName(), in.getInputStream(entry).readAllBytes()));
                out.closeEntry();
            }
        }
        Files.write(workbook, bytes.toByteArray());
    }

    private static byte[] content(String name, byte[] bytes) {
        return name.equals(PROPERTIES)
                ? new String(bytes, StandardCharsets.UTF_8)
                        .replaceAll(INSTANT, WHEN + ":00Z")
                        .getBytes(StandardCharsets.UTF_8)
                : bytes;
    }
}
