package fr.passerelle.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.function.Supplier;

/** One process at a time works on a directory of servers. The system frees the lock of a process that dies. */
public final class DirectoryLock {

    private static final Duration CAP = Duration.ofMinutes(3);

    private DirectoryLock() {}

    /** Does its work in its turn, for which it waits three minutes at most, and answers what the work answers. */
    public static <T> T holding(Path directory, Supplier<T> work) {
        return PrivateFiles.unchecked(() -> {
            var lock = Files.createDirectories(directory).resolve(".lock");
            try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                if (!Poll.until(CAP, () -> takes(channel))) {
                    throw new LocalFault(
                            "Une autre commande travaille déjà sur " + directory + " : réessayez après elle.");
                }
                return work.get();
            }
        });
    }

    private static boolean takes(FileChannel channel) {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByAnotherThread) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
