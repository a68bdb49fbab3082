package fr.passerelle.batch.input;

import fr.passerelle.batch.fixture.Import;
import fr.passerelle.local.fixture.Scratch;
import fr.passerelle.local.process.PrivateFiles;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.InputFile;
import fr.passerelle.sources.mapping.Mapping;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** One file that holds several registers, as sheets of a workbook or files of an archive do. */
public final class Archived {

    static final String NAME = "releves.zip";

    private Archived() {}

    /** A folder with an archive of registers of one row each, and a mapping {@code table-N.yaml} for each. */
    static Path folder(String... rows) {
        Path folder = Scratch.directory("archive");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(folder.resolve(NAME)))) {
            for (int table = 1; table <= rows.length; table++) {
                out.putNextEntry(new ZipEntry(table + ".csv"));
                String header = String.join(";", TableSchema.FREQUENTATION.header());
                out.write((header + "\n" + rows[table - 1] + "\n").getBytes(StandardCharsets.UTF_8));
                mapping(folder.resolve("table-" + table + ".yaml"), "table-" + table, table);
            }
            return folder;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Path mapping(Path file, String name, int table) {
        String more = "fichiers: ['%s']\nlecture: {fichier: %d.csv}\n".formatted(NAME, table);
        return PrivateFiles.unchecked(() -> Files.writeString(file, Import.mapping(name, more)));
    }

    /** The registers of one file, of one row each. */
    public static List<InputFile> registers(String... rows) {
        Path folder = folder(rows);
        return IntStream.rangeClosed(1, rows.length)
                .mapToObj(table -> InputFile.examine(
                        folder.resolve(NAME),
                        "table-" + table,
                        TableSchema.FREQUENTATION,
                        Mapping.read(folder.resolve("table-" + table + ".yaml"))))
                .toList();
    }
}
