package fr.passerelle.batch.attendance;

import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import fr.passerelle.batch.source.reject.UnusableFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A table of hashes and how often each was seen. A large one lies in a temporary file without a name, mapped into memory: the heap stays as
 * it is however long the file, and the system may put it away. It goes with the process, even killed.
 */
final class RankTable {

    /** Twelve bytes each: beyond half a mebibyte a table leaves the heap. */
    private static final int MOST_ON_HEAP = 1 << 15;

    private final LongBuffer hashes;
    private final IntBuffer counts;

    private RankTable(LongBuffer hashes, IntBuffer counts) {
        this.hashes = hashes;
        this.counts = counts;
    }

    /** @param slots a power of two */
    static RankTable of(int slots) {
        return slots <= MOST_ON_HEAP
                ? new RankTable(LongBuffer.allocate(slots), IntBuffer.allocate(slots))
                : new RankTable(
                        mapped((long) slots * Long.BYTES).asLongBuffer(),
                        mapped((long) slots * Integer.BYTES).asIntBuffer());
    }

    private static ByteBuffer mapped(long bytes) {
        try {
            Path file = Files.createTempFile("passerelle", ".rangs");
            try (FileChannel channel = FileChannel.open(file, READ, WRITE)) {
                return channel.map(FileChannel.MapMode.READ_WRITE, 0, bytes).order(ByteOrder.nativeOrder());
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UnusableFile(
                    "Pas de place pour lire un long fichier sous " + System.getProperty("java.io.tmpdir")
                            + " : libérez-en, puis reprenez.",
                    e);
        }
    }

    int slots() {
        return counts.capacity();
    }

    /** Counts a hash once more; answers how often it was seen, this time included. There must be a free slot. */
    int add(long hash) {
        int slot = slot(hash);
        hashes.put(slot, hash);
        int count = counts.get(slot) + 1;
        counts.put(slot, count);
        return count;
    }

    void copyTo(RankTable larger) {
        for (int i = 0; i < slots(); i++) {
            if (counts.get(i) != 0) {
                int slot = larger.slot(hashes.get(i));
                larger.hashes.put(slot, hashes.get(i));
                larger.counts.put(slot, counts.get(i));
            }
        }
    }

    private int slot(long hash) {
        int mask = slots() - 1;
        int slot = (int) (hash >>> 32) & mask;
        while (counts.get(slot) != 0 && hashes.get(slot) != hash) {
            slot = slot + 1 & mask;
        }
        return slot;
    }
}
