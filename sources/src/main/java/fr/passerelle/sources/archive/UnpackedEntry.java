package fr.passerelle.sources.archive;

import fr.passerelle.sources.reject.UnusableFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** An entry as a file without name that ends with this process: a zip is not read from its start. */
final class UnpackedEntry {

    private static final int AT_ONCE = 1 << 16;

    private UnpackedEntry() {}

    /**
     * Copies.
     *
     * @param file what the archive is called in messages
     * @throws UnusableFile when the entry cannot be read, or the copy not be written
     */
    static FileChannel of(InputStream entry, String file) {
        try (entry) {
            FileChannel copy = empty();
            try {
                fill(copy, entry, file);
                return copy;
            } catch (IOException | RuntimeException failure) {
                copy.close();
                throw failure;
            }
        } catch (IOException failure) {
            throw Damage.ofTemporary(file, failure);
        }
    }

    private static FileChannel empty() throws IOException {
        Path path = Files.createTempFile("passerelle-", ".tmp");
        return FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }

    private static void fill(FileChannel copy, InputStream entry, String file) throws IOException {
        byte[] bytes = new byte[AT_ONCE];
        for (int got = read(entry, bytes, file); got >= 0; got = read(entry, bytes, file)) {
            ByteBuffer some = ByteBuffer.wrap(bytes, 0, got);
            while (some.hasRemaining()) {
                copy.write(some);
            }
        }
    }

    private static int read(InputStream entry, byte[] bytes, String file) {
        try {
            return entry.read(bytes);
        } catch (IOException failure) {
            throw Damage.of(file, failure);
        }
    }
}
