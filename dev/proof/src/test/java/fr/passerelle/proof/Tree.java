package fr.passerelle.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The repository that the build runs in. */
final class Tree {

    /** Rewrites what is generated into the tree (format, pictures) instead of checking it. */
    static final boolean REWRITE = Boolean.getBoolean("passerelle.rewrite");

    private Tree() {}

    static Path root() {
        return Path.of(System.getProperty("passerelle.root", "../.."))
                .toAbsolutePath()
                .normalize();
    }

    static List<Path> javaSources() {
        try (Stream<Path> files = Files.walk(root())) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> root().relativize(file).toString().contains("src/"))
                    .filter(file -> !root().relativize(file).toString().matches("(.*/)?(target|var)/.*"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
