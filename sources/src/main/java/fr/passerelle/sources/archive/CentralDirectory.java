package fr.passerelle.sources.archive;

import fr.passerelle.sources.reject.UnusableFile;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/**
 * The list of the entries that ends a zip file, looked at before any library holds it in memory: an archive of a few megabytes can list
 * millions of entries.
 */
final class CentralDirectory {

    /** Most bytes that the list may take: some ten thousand entries. */
    static final long MAX_SIZE = 1 << 20;

    private static final int END = 0x06054b50;
    private static final int END_SIZE = 22;
    private static final int MAX_COMMENT = 0xFFFF;
    private static final int ZIP64_LOCATOR = 0x07064b50;
    private static final int ZIP64_LOCATOR_SIZE = 20;
    private static final int ZIP64_END = 0x06064b50;
    private static final int ZIP64_END_SIZE = 56;
    private static final int START_OF_LIST = 16;
    private static final long IN_ZIP64 = 0xFFFFFFFFL;

    private CentralDirectory() {}

    /** @throws UnusableFile when there is no list, or it is too long */
    static void requireReasonable(FileChannel channel, String file) throws IOException {
        long tail = Math.max(0, channel.size() - END_SIZE - MAX_COMMENT);
        ByteBuffer bytes = read(channel, tail, (int) (channel.size() - tail));
        int end = end(bytes);
        if (end < 0) {
            throw Damage.of(file, null);
        }
        long start = Integer.toUnsignedLong(bytes.getInt(end + START_OF_LIST));
        long stop = tail + end;
        if (start == IN_ZIP64) {
            stop = zip64End(channel, stop);
            start = read(channel, stop, ZIP64_END_SIZE).getLong(48);
        }
        requireReasonable(stop - start, file);
    }

    private static void requireReasonable(long size, String file) {
        if (size < 0) {
            throw Damage.of(file, null);
        }
        if (size > MAX_SIZE) {
            throw new UnusableFile(
                    "Le fichier « %s » contient un trop grand nombre de fichiers : n'y laissez que celui à importer."
                            .formatted(file));
        }
    }

    private static int end(ByteBuffer bytes) {
        for (int at = bytes.limit() - END_SIZE; at >= 0; at--) {
            if (bytes.getInt(at) == END) {
                return at;
            }
        }
        return -1;
    }

    private static long zip64End(FileChannel channel, long end) throws IOException {
        ByteBuffer locator = read(channel, end - ZIP64_LOCATOR_SIZE, ZIP64_LOCATOR_SIZE);
        long place = locator.getLong(8);
        if (locator.getInt(0) != ZIP64_LOCATOR
                || read(channel, place, ZIP64_END_SIZE).getInt(0) != ZIP64_END) {
            throw new EOFException("No list of entries");
        }
        return place;
    }

    private static ByteBuffer read(FileChannel channel, long place, int length) throws IOException {
        if (place < 0 || place > channel.size() - length) {
            throw new EOFException("Ends before its list of entries");
        }
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, place + bytes.position()) < 0) {
                throw new EOFException("Ends before its list of entries");
            }
        }
        return bytes.flip();
    }
}
