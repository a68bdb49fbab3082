package fr.passerelle.sources.table;

import fr.passerelle.sources.archive.Damage;
import fr.passerelle.sources.archive.Zip;
import fr.passerelle.sources.reject.UnusableFile;
import fr.passerelle.sources.workbook.SheetEntry;
import fr.passerelle.sources.workbook.Workbook;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;

/** Opens files of every kind: text, workbooks, and archives with one of them. */
public final class RawTables {

    private RawTables() {}

    /**
     * Opens a file.
     *
     * @param name what the file is called in messages
     * @throws UnusableFile when it cannot be opened, or is of no kind that is read here
     */
    public static RawTable open(Path path, String name, Reading reading) {
        try {
            ByteSource bytes = ByteSource.of(path);
            return FileSignature.isZip(bytes, name)
                    ? zip(Zip.open(path, name), name, reading)
                    : CsvTable.open(bytes, name, reading);
        } catch (IOException failure) {
            throw unreadable(name, failure);
        }
    }

    /**
     * The sheets of a workbook; none where the file is none.
     *
     * @param name what the file is called in messages
     * @throws UnusableFile when it cannot be opened, or is of no kind that is read here
     */
    public static List<SheetEntry> sheets(Path path, String name) {
        try {
            return FileSignature.isZip(ByteSource.of(path), name) ? sheets(Zip.open(path, name), name) : List.of();
        } catch (IOException failure) {
            throw unreadable(name, failure);
        }
    }

    private static List<SheetEntry> sheets(Zip zip, String name) throws IOException {
        try (zip) {
            return Workbook.looksLike(zip) ? Workbook.of(zip, name).sheets() : List.of();
        }
    }

    private static RawTable zip(Zip zip, String name, Reading reading) throws IOException {
        try {
            return Workbook.looksLike(zip) ? SheetTable.open(zip, name, reading.sheet()) : entry(zip, name, reading);
        } catch (IOException | RuntimeException failure) {
            zip.close();
            throw failure;
        }
    }

    private static RawTable entry(Zip archive, String name, Reading reading) throws IOException {
        String entry = Archive.entry(archive, name, reading.entry());
        ByteSource bytes = () -> archive.open(entry);
        RawTable inner = FileSignature.isZip(bytes, name)
                ? workbook(archive.unpacked(entry), name, reading)
                : CsvTable.open(bytes, name, reading);
        return new ArchivedTable(inner, archive, name, entry);
    }

    private static RawTable workbook(Zip inner, String name, Reading reading) {
        try {
            if (!Workbook.looksLike(inner)) {
                throw new UnusableFile("L'archive « %s » contient une autre archive : sortez-en le fichier à importer."
                        .formatted(name));
            }
            return SheetTable.open(inner, name, reading.sheet());
        } catch (RuntimeException failure) {
            inner.close();
            throw failure;
        }
    }

    private static UnusableFile unreadable(String name, IOException failure) {
        return failure instanceof FileSystemException
                ? new UnusableFile(
                        "Le fichier « %s » ne peut pas être lu : vérifiez qu'il existe et que vous avez le droit de le lire."
                                .formatted(name),
                        failure)
                : Damage.of(name, failure);
    }
}
