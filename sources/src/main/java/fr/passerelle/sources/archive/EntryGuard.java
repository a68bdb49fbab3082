package fr.passerelle.sources.archive;

import fr.passerelle.sources.reject.UnusableFile;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/** What every entry of an archive must be, told by what the archive says of it; {@link EntryStream} then holds it to that. */
final class EntryGuard {

    /** Most bytes of all entries together. */
    static final long MAX_TOTAL = 4L << 30;

    /** How many times larger than its place in the archive an entry may be. */
    static final long MAX_RATIO = 250;

    /** Up to this many bytes the ratio does not matter. */
    static final long SMALL = 16 << 20;

    private static final Charset OF_OLD_ZIPS = Charset.forName("IBM850");

    private final String file;
    private long total;

    EntryGuard(String file) {
        this.file = file;
    }

    /**
     * Lets an entry pass.
     *
     * @return its name, with {@code /} between folders
     * @throws UnusableFile when it must not be read
     */
    String name(ZipArchiveEntry entry) {
        requireClear(entry);
        requireMeasure(entry);
        String name = decoded(entry.getRawName()).replace('\\', '/');
        if (name.startsWith("/")
                || name.indexOf(':') == 1
                || Arrays.asList(name.split("/", -1)).contains("..")) {
            throw refusal("contient un fichier dont le nom mène hors de l'archive : refaites l'archive");
        }
        return name;
    }

    private void requireClear(ZipArchiveEntry entry) {
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw refusal("est protégé par un mot de passe : retirez cette protection");
        }
        if (entry.getMethod() != ZipEntry.STORED && entry.getMethod() != ZipEntry.DEFLATED) {
            throw refusal(
                    "est compressé d'une manière qui n'est pas lue ici : refaites l'archive au format zip ordinaire");
        }
    }

    private void requireMeasure(ZipArchiveEntry entry) {
        long size = entry.getSize();
        if (size < 0 || entry.getCompressedSize() < 0) {
            throw Damage.of(file, null);
        }
        total += size;
        if (total > MAX_TOTAL) {
            throw refusal("dépasse %d Go une fois décompressé : partagez-le en plusieurs fichiers"
                    .formatted(MAX_TOTAL >> 30));
        }
        if (size > SMALL && size / MAX_RATIO > entry.getCompressedSize()) {
            throw refusal(
                    "grossit de plus de %d fois en se décompressant, comme un fichier piégé : vérifiez d'où il vient"
                            .formatted(MAX_RATIO));
        }
    }

    private UnusableFile refusal(String what) {
        return new UnusableFile("Le fichier « %s » %s.".formatted(file, what));
    }

    /** Old zip programs write names in the code page of the command line, and do not say so. */
    private static String decoded(byte[] name) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(name))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(name, OF_OLD_ZIPS);
        }
    }
}
