package fr.passerelle.sources.table;

import fr.passerelle.sources.reject.UnusableFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.regex.Pattern;

/** The kind of a file, told by its first bytes: what its name ends with is often wrong. */
final class FileSignature {

    private static final int LONGEST = 64;
    private static final List<String> ZIPS = List.of("PK\3\4", "PK\5\6");

    /** A list or an object, behind white space and, as the bytes stand, the mark of UTF-8. */
    private static final Pattern JSON =
            Pattern.compile("(?:\u00EF\u00BB\u00BF)?\\s*(?:\\[\\s*[\\[{]|\\{\\s*\").*", Pattern.DOTALL);

    private static final String AS_TABLE = "ouvrez-le dans un tableur et enregistrez-le au format .xlsx ou .csv";
    private static final List<Refused> REFUSED = List.of(
            new Refused(
                    "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1",
                    "est un ancien classeur .xls ou un classeur protégé par un mot de passe : enregistrez-le en .xlsx"
                            + " ou .csv, sans mot de passe"),
            new Refused("%PDF", "est un PDF : demandez le tableau d'origine, au format .xlsx, .ods ou .csv"),
            new Refused("{\\rtf", "est un texte mis en forme (RTF) : " + AS_TABLE),
            new Refused("\u001F\u008B", "est compressé en gzip : décompressez-le"),
            new Refused("Rar!", "est une archive RAR : sortez-en le fichier à importer"),
            new Refused("7z\u00BC\u00AF", "est une archive 7z : sortez-en le fichier à importer"),
            new Refused("PK\7\b", "est une archive en plusieurs morceaux : sortez-en le fichier à importer"));

    private FileSignature() {}

    private record Refused(String start, String sentence) {}

    /**
     * Whether some bytes are a zip, which workbooks are too; else they are text.
     *
     * @param name what the file is called in messages
     * @throws UnusableFile when they are of a kind that is known and not read here
     * @throws IOException when they cannot be read
     */
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
            byte[] first = in.readNBytes(LONGEST);
            StringBuilder start = new StringBuilder();
            for (byte b : first) {
                start.append((char) (b & 0xFF));
            }
            return start.toString();
        }
    }
}
