package fr.passerelle.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One process at a time works on a directory of servers. The system frees the lock of a process that dies. */
public final class DirectoryLock {

    private static final Duration CAP = Duration.ofMinutes(3);

    private final FileChannel channel;

    private DirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Does its work in its turn, and answers what the work answers. */
    public static <T> T holding(Path directory, Supplier<T> work) {
        var lock = take(directory);
        try {
            return work.get();
        } finally {
            lock.close();
        }
    }

    /** Waits for its turn, three minutes at most. */
    static DirectoryLock take(Path directory) {
        try {
            Files.createDirectories(directory);
            var channel =
                    FileChannel.open(directory.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!Poll.until(CAP, () -> tryLock(channel) != null)) {
                channel.close();
                throw new LocalFault("Une autre commande travaille déjà sur " + directory + " : réessayez après elle.");
            }
            return new DirectoryLock(channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByAnotherThread) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void close() {
        PrivateFiles.unchecked(() -> {
            channel.close();
            return channel;
        });
    }
}
