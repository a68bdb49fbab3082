package fr.passerelle.console.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;

/**
 * The password of the first account, in a file and never in a log: that which somebody put there (a secret, or a launcher's), else one that
 * is drawn and kept there for the file's owner alone.
 *
 * @param file where it is, or will be
 */
record FirstPassword(Path file) {

    /** As it stands in the file, which is written first where there is none, or where a start that was killed left it empty. */
    String orElse(Supplier<String> drawn) {
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.toAbsolutePath().getParent(), owner("rwx------"));
                Files.createFile(file, owner("rw-------"));
            }
            if (read().isEmpty()) {
                Files.writeString(file, drawn.get() + "\n");
            }
            return read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String read() throws IOException {
        return Files.readString(file).strip();
    }

    private static FileAttribute<?>[] owner(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
