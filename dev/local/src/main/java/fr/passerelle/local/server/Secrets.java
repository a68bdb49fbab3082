package fr.passerelle.local.server;

import fr.passerelle.local.process.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Passwords drawn once and kept in files that only their owner reads. */
record Secrets(Path directory) {

    private static final int BYTES = 24;

    /** The password of a role: drawn the first time it is asked for. */
    String of(String role) {
        var file = file(role);
        if (!Files.exists(file)) {
            PrivateFiles.write(file, draw());
        }
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the password of a role is kept. */
    Path file(String role) {
        return directory.resolve(role);
    }

    private static String draw() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
