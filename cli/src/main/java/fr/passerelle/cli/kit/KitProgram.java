package fr.passerelle.cli.kit;

import fr.passerelle.sources.reject.UnusableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** The program that runs, as files to take away: its jar, the libraries beside it, and a script that starts it. */
final class KitProgram {

    private static final String FOLDER = "programme";
    private static final String SCRIPT = """
        #!/bin/sh
        here="$(dirname -- "$0")"
        java="${JAVA_HOME:+$JAVA_HOME/bin/}java"
        version="$("$java" -version 2>&1 | sed -n 's/.*version "\\([0-9]*\\).*/\\1/p')"
        if [ "${version:-0}" -lt 21 ]; then
            echo "Il faut un JDK 21 ou plus récent : installez-en un, ou donnez JAVA_HOME." >&2
            exit 1
        fi
        exec "$java" -Dorg.apache.avro.SERIALIZABLE_PACKAGES=fr.passerelle.schemas.event -jar "$here/programme/%s" kit run "$here"
        """;

    private KitProgram() {}

    /** Copies it where it runs from a jar of its own; where it does not, nothing is there to copy. */
    static void copyTo(Path folder) {
        Path jar = Path.of(System.getProperty("java.class.path"));
        if (!Files.isRegularFile(jar)) {
            return;
        }
        try {
            copy(List.of(jar), folder.resolve(FOLDER));
            Path libraries = jar.toAbsolutePath().resolveSibling("lib");
            if (Files.isDirectory(libraries)) {
                try (Stream<Path> all = Files.list(libraries)) {
                    copy(all.toList(), folder.resolve(FOLDER).resolve("lib"));
                }
            }
            Files.writeString(folder.resolve("recalculer"), SCRIPT.formatted(jar.getFileName()));
        } catch (IOException failure) {
            throw new UnusableFile(
                    "Le programme ne peut pas être copié dans « " + folder
                            + " » : vérifiez la place qui reste sur le disque.",
                    failure);
        }
    }

    private static void copy(List<Path> files, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Path file : files) {
            Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
