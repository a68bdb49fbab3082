package fr.passerelle.sources.table;

import fr.passerelle.sources.reject.UnusableFile;
import fr.passerelle.sources.workbook.Workbook;
import fr.passerelle.sources.workbook.Zip;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Opens files of every kind: text, workbooks, and archives with one of them. */
public final class RawTables {
    private RawTables() {}

    /** Opens a file; {@link UnusableFile} when it cannot be opened, or is of no kind that is read here. */
    public static RawTable open(Path path, String name, Reading reading) {
        try {
            ByteSource bytes = () -> Files.newInputStream(path);
            return FileSignature.isZip(bytes, name)
                    ? zip(Zip.open(path, name), name, reading, null)
                    : CsvTable.open(bytes, name, reading, null);
        } catch (IOException failure) {
            throw unreadable(name, failure);
        }
    }

    /** The sheets of a workbook, none where the file is no workbook; {@link UnusableFile} as {@link #open}. */
    public static List<Workbook.SheetEntry> sheets(Path path, String name) {
        try {
            return FileSignature.isZip(() -> Files.newInputStream(path), name)
                    ? sheets(Zip.open(path, name), name)
                    : List.of();
        } catch (IOException failure) {
            throw unreadable(name, failure);
        }
    }

    private static List<Workbook.SheetEntry> sheets(Zip zip, String name) throws IOException {
        try (zip) {
            return Workbook.looksLike(zip) ? Workbook.of(zip, name).sheets() : List.of();
        }
    }

    private static RawTable zip(Zip zip, String name, Reading reading, @Nullable ArchiveEntry around)
            throws IOException {
        try {
            if (Workbook.looksLike(zip)) {
                return new SheetTable(zip, name, reading.sheet(), around);
            }
            if (around != null) {
                throw new UnusableFile("L'archive « %s » contient une autre archive : sortez-en le fichier à importer."
                        .formatted(name));
            }
            return entry(zip, name, reading);
        } catch (IOException | RuntimeException failure) {
            zip.close();
            throw failure;
        }
    }

    private static RawTable entry(Zip archive, String name, Reading reading) throws IOException {
        ArchiveEntry file = ArchiveEntry.chosen(archive, name, reading.entry());
        ByteSource bytes = () -> archive.open(file.entry());
        return FileSignature.isZip(bytes, name)
                ? zip(archive.unpacked(file.entry()), name, reading, file)
                : CsvTable.open(bytes, name, reading, file);
    }

    private static UnusableFile unreadable(String name, IOException failure) {
        return failure instanceof FileSystemException ? barred(name, failure) : Zip.damage(name, failure);
    }

    /** What to say of a file that the system does not give. */
    static UnusableFile barred(String name, IOException failure) {
        return new UnusableFile(
                "Le fichier « %s » ne peut pas être lu : vérifiez qu'il existe et que vous avez le droit de le lire."
                        .formatted(name),
                failure);
    }

    /** The kind of a file, told by its first bytes: what its name ends with is often wrong. */
    private static final class FileSignature {
        private static final List<String> ZIPS = List.of("PK\3\4", "PK\5\6");

        /** A list or an object, behind white space and, as the bytes stand, the mark of UTF-8. */
        private static final Pattern JSON =
                Pattern.compile("(?:\u00EF\u00BB\u00BF)?\\s*(?:\\[\\s*[\\[{]|\\{\\s*\").*", Pattern.DOTALL);

        private static final String AS_TABLE = "ouvrez-le dans un tableur et enregistrez-le au format .xlsx ou .csv";
        private static final List<Refused> REFUSED = List.of(
                new Refused(
                        "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1",
                        "est un ancien classeur .xls ou un classeur protégé par un mot de passe : enregistrez-le en"
                                + " .xlsx ou .csv, sans mot de passe"),
                new Refused("%PDF", "est un PDF : demandez le tableau d'origine, au format .xlsx, .ods ou .csv"),
                new Refused("{\\rtf", "est un texte mis en forme (RTF) : " + AS_TABLE),
                new Refused("\u001F\u008B", "est compressé en gzip : décompressez-le"),
                new Refused("Rar!", "est une archive RAR : sortez-en le fichier à importer"),
                new Refused("7z\u00BC\u00AF", "est une archive 7z : sortez-en le fichier à importer"),
                new Refused("PK\7\b", "est une archive en plusieurs morceaux : sortez-en le fichier à importer"));

        private record Refused(String start, String sentence) {}

        /** Whether some bytes are a zip, which workbooks are too; else they are text. */
        static boolean isZip(ByteSource bytes, String name) throws IOException {
            String start = start(bytes);
            for (Refused kind : REFUSED) {
                if (start.startsWith(kind.start())) {
                    throw new UnusableFile("Le fichier « %s » %s.".formatted(name, kind.sentence()));
                }
            }
            if (JSON.matcher(start).matches()) {
                throw new UnusableFile(
                        "Le fichier « %s » est en JSON : faites-en un CSV (docs/data-team.md).".formatted(name));
            }
            return ZIPS.stream().anyMatch(start::startsWith);
        }

        /** The first bytes, each as the character of that number. */
        private static String start(ByteSource bytes) throws IOException {
            try (InputStream in = bytes.open()) {
                return new String(in.readNBytes(64), StandardCharsets.ISO_8859_1);
            }
        }
    }

    /** A file of an archive, which is closed with it: what is imported is the archive. */
    record ArchiveEntry(Zip archive, String entry) implements Closeable {
        private static final List<String> OF_SYSTEMS = List.of(".DS_Store", "Thumbs.db", "desktop.ini");

        String sha256(String name) {
            return SheetTable.sha256(archive, name);
        }

        /** {@code #2} for the second file of an archive; empty for the only one. */
        String part() {
            List<String> files = files(archive);
            return files.size() == 1 ? "" : "#" + (files.indexOf(entry) + 1);
        }

        @Override
        public void close() {
            archive.close();
        }

        /** The only file, or the only one whose name, without its folders, fits a glob; capitals do not matter. */
        static ArchiveEntry chosen(Zip zip, String name, @Nullable String glob) {
            List<String> files = files(zip);
            Glob names = Glob.fileName(Objects.requireNonNullElse(glob, "*"));
            List<String> chosen =
                    files.stream().filter(file -> names.fits(last(file))).toList();
            if (chosen.size() == 1) {
                return new ArchiveEntry(zip, chosen.getFirst());
            }
            String sentence = glob == null
                    ? "L'archive « %s » contient %d fichiers : n'y laissez que celui à importer, ou dites lequel par «"
                            + " lecture.fichier » dans le mapping."
                    : "L'archive « %s » contient %d fichiers dont le nom répond à « lecture.fichier » du mapping, au"
                            + " lieu d'un : corrigez ce nom.";
            throw new UnusableFile(sentence.formatted(name, chosen.size()));
        }

        private static List<String> files(Zip zip) {
            return zip.names().stream()
                    .filter(file -> !file.startsWith("__MACOSX/") && !OF_SYSTEMS.contains(last(file)))
                    .toList();
        }

        private static String last(String file) {
            return file.substring(file.lastIndexOf('/') + 1);
        }
    }

    /** Bytes that can be read from their start, more than once: a file, or a file inside an archive. */
    @FunctionalInterface
    interface ByteSource {
        /** Opens them at their start; the caller closes. */
        InputStream open() throws IOException;
    }
}
