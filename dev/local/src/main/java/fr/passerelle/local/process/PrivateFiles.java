package fr.passerelle.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;

/** Files that only their owner reads, replaced whole or not at all. */
public final class PrivateFiles {

    private PrivateFiles() {}

    /** What reads or writes files. */
    public interface Work<T> {
        T done() throws IOException;
    }

    /** Answers what the work answers; a disk that fails is nobody's to handle. */
    public static <T> T unchecked(Work<T> work) {
        try {
            return work.done();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives a file or directory its name once it is whole. */
    public static Path move(Path draft, Path there) {
        return unchecked(() -> Files.move(draft, there, StandardCopyOption.ATOMIC_MOVE));
    }

    /** Writes a file that only its owner reads; a reader sees the old content or the new, never a part. */
    public static void write(Path file, String content) {
        unchecked(() -> {
            var draft = Files.createTempFile(
                    Files.createDirectories(file.toAbsolutePath().getParent()),
                    "." + file.getFileName(),
                    ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(draft, content);
            return Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        });
    }

    /** What a log says from a byte on, as Latin-1; nothing when it is shorter. */
    public static String since(Path log, long from) throws IOException {
        try (var bytes = Files.newInputStream(log)) {
            bytes.skip(from);
            return new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    /** Removes a directory and all it holds; nothing if it is not there. */
    public static void deleteTree(Path directory) {
        if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (var paths = unchecked(() -> Files.walk(directory))) {
            paths.sorted(Comparator.reverseOrder()).forEach(path -> unchecked(() -> Files.deleteIfExists(path)));
        }
    }
}
