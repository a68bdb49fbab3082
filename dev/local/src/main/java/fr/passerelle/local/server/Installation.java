package fr.passerelle.local.server;

import fr.passerelle.local.process.ChildProcesses;
import fr.passerelle.local.process.DirectoryLock;
import fr.passerelle.local.process.LocalFault;
import fr.passerelle.local.process.PrivateFiles;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The servers' programs, where the build of this module puts them: under its build directory. */
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

    Path registryJar() {
        return existing(target.resolve("servers/registry/quarkus-run.jar"));
    }

    /** A program of PostgreSQL: {@code postgres} or {@code initdb}. */
    Path postgresql(String program) {
        return unpacked(target.resolve("servers")).resolve("bin").resolve(program);
    }

    private static Path existing(Path path) {
        if (!Files.exists(path)) {
            throw new LocalFault("Programme des serveurs absent (" + path
                    + ") : construisez-le avec « mvn -q package -DskipTests -pl dev/local -am ».");
        }
        return path;
    }

    private static Path ownTarget() {
        var classes = ChildProcesses.classesOf(Installation.class);
        return PrivateFiles.unchecked(() -> classes.toRealPath().resolve("..").normalize());
    }

    /** The directory of the programs of PostgreSQL, unpacked once from the archive that the class path carries: it appears in one move. */
    private static Path unpacked(Path servers) {
        var home = servers.resolve("postgresql");
        return Files.isDirectory(home) ? home : DirectoryLock.holding(servers, () -> unpackOnce(home));
    }

    private static Path unpackOnce(Path home) {
        if (Files.isDirectory(home)) {
            return home;
        }
        var draft = home.resolveSibling("postgresql.new");
        PrivateFiles.deleteTree(draft);
        Archive.unpack(draft);
        try {
            return PrivateFiles.move(draft, home);
        } catch (UncheckedIOException e) {
            throw new LocalFault("Impossible de déplier PostgreSQL sous " + home + " : " + e.getMessage() + ".", e);
        }
    }

    /** The one that the class path carries; apart, since who only ends servers has its library on no class path. */
    private static final class Archive {

        private Archive() {}

        static void unpack(Path home) {
            try (var archive = new TarArchiveInputStream(new XZInputStream(open()))) {
                unpack(archive, home);
            } catch (IOException e) {
                throw new LocalFault("Impossible de déplier PostgreSQL dans " + home + " : " + e.getMessage() + ".", e);
            }
        }

        private static InputStream open() {
            var arm = System.getProperty("os.arch").equals("aarch64");
            var name = "/postgres-linux-" + (arm ? "arm_64" : "x86_64") + ".txz";
            var stream = Installation.class.getResourceAsStream(name);
            if (stream == null) {
                throw new LocalFault("Les programmes de PostgreSQL pour cette machine (" + name + ") manquent.");
            }
            return stream;
        }

        private static void unpack(TarArchiveInputStream archive, Path home) throws IOException {
            TarArchiveEntry entry;
            while ((entry = archive.getNextEntry()) != null) {
                unpack(archive, entry, home.resolve(entry.getName()).normalize());
            }
        }

        private static void unpack(TarArchiveInputStream archive, TarArchiveEntry entry, Path path) throws IOException {
            if (entry.isDirectory()) {
                Files.createDirectories(path);
                return;
            }
            Files.createDirectories(path.getParent());
            if (entry.isSymbolicLink()) {
                Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                return;
            }
            Files.copy(archive, path);
            Files.setPosixFilePermissions(
                    path, PosixFilePermissions.fromString((entry.getMode() & 0100) != 0 ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }
}
