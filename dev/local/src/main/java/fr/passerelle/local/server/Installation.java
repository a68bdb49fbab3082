package fr.passerelle.local.server;

import fr.passerelle.local.process.LocalFault;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The servers' programs, where the build of this module puts them.
 *
 * @param target the build directory of this module
 */
record Installation(Path target) {

    /** From the root of the tree ({@code passerelle.root}), else from where our own classes lie. */
    static Installation find() {
        var root = System.getProperty("passerelle.root", "");
        return new Installation(root.isEmpty() ? ownTarget() : Path.of(root, "dev", "local", "target"));
    }

    /** Class path of the broker: its jars and those it shares with us. */
    String brokerClassPath() {
        return Stream.of(existing(target.resolve("servers/kafka")), existing(target.resolve("lib")))
                .map(directory -> directory.resolve("*").toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Its classes, which it archives as it first ends and maps at the next start. */
    Path brokerArchive() {
        return target.resolve("servers/kafka.jsa");
    }

    /** The registry's program. */
    Path registryJar() {
        return existing(target.resolve("servers/registry/quarkus-run.jar"));
    }

    /** A program of PostgreSQL: {@code postgres} or {@code initdb}. */
    Path postgresql(String program) {
        return PostgresqlBinaries.under(target.resolve("servers"))
                .resolve("bin")
                .resolve(program);
    }

    /** The Java that runs us, which is recent enough for the servers too. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static Path existing(Path path) {
        if (!Files.exists(path)) {
            throw new LocalFault("Programme des serveurs absent (" + path
                    + ") : construisez-le avec « mvn -q package -DskipTests -pl dev/local -am ».");
        }
        return path;
    }

    private static Path ownTarget() {
        try {
            var classes = Path.of(Installation.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return classes.toRealPath().resolve("..").normalize();
        } catch (URISyntaxException | IOException e) {
            throw new LocalFault("Impossible de trouver les programmes des serveurs : " + e.getMessage() + ".", e);
        }
    }
}
