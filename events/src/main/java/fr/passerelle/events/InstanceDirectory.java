package fr.passerelle.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The folder where one process keeps its state, and nobody else as long as it lives: the first free one under a root that all instances
 * may share, on one machine or in containers with one volume. An instance that starts again finds the state of one that ended.
 */
final class InstanceDirectory implements AutoCloseable {

    private final Path path;
    private final FileChannel lock;

    private InstanceDirectory(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Takes the first folder {@code root/1}, {@code root/2}… that no living process has. */
    static InstanceDirectory under(Path root) {
        try {
            for (int number = 1; ; number++) {
                Path path = Files.createDirectories(root.resolve(String.valueOf(number)));
                FileChannel locked = lock(root.resolve(number + ".lock"));
                if (locked != null) {
                    return new InstanceDirectory(path, locked);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The system lets go of the lock when the process ends, however it ends. */
    private static @Nullable FileChannel lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (isTaken(channel)) {
            channel.close();
            return null;
        }
        return channel;
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            @Nullable FileLock held = channel.tryLock();
            return held == null;
        } catch (OverlappingFileLockException ours) {
            return true;
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
