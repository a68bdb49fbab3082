package fr.passerelle.local.server;

import fr.passerelle.local.process.DirectoryLock;
import fr.passerelle.local.process.LocalFault;
import fr.passerelle.local.process.PrivateFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks PostgreSQL, once, from the archive that the class path carries. */
final class PostgresqlBinaries {

    private PostgresqlBinaries() {}

    /** The directory of the unpacked programs, complete: it appears in one move. */
    static Path under(Path servers) {
        var home = servers.resolve("postgresql");
        return Files.isDirectory(home) ? home : DirectoryLock.holding(servers, () -> unpackOnce(home));
    }

    private static Path unpackOnce(Path home) {
        if (Files.isDirectory(home)) {
            return home;
        }
        var draft = home.resolveSibling("postgresql.new");
        PrivateFiles.deleteTree(draft);
        try (var archive = new TarArchiveInputStream(new XZInputStream(open()))) {
            unpack(archive, draft);
            return Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new LocalFault("Impossible de déplier PostgreSQL sous " + home + " : " + e.getMessage() + ".", e);
        }
    }

    private static InputStream open() {
        var name = "/postgres-linux-" + architecture() + ".txz";
        var stream = PostgresqlBinaries.class.getResourceAsStream(name);
        if (stream == null) {
            throw new LocalFault("Les programmes de PostgreSQL pour cette machine (" + name + ") manquent.");
        }
        return stream;
    }

    private static String architecture() {
        return System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
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
