package fr.passerelle.local;

import fr.passerelle.local.process.ChildProcesses;
import fr.passerelle.local.process.LocalFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The tree ({@code passerelle.root}), and where servers keep data, logs and ports ({@code passerelle.var}). */
public record Workspace(Path root, Path var) {

    /** As the launcher set the system properties; without it, the working directory and {@code var} under the root. */
    public static Workspace fromLauncher() {
        var root = Path.of(System.getProperty("passerelle.root", "."))
                .toAbsolutePath()
                .normalize();
        var var = Optional.ofNullable(System.getProperty("passerelle.var")).map(Path::of);
        return new Workspace(root, var.orElseGet(() -> root.resolve("var")).toAbsolutePath());
    }

    /** The program of a module, built; a {@link LocalFault} says what to run where it is not. */
    public Path program(String module) {
        return find(module)
                .orElseThrow(() -> new LocalFault(
                        "Le programme " + module + " n'est pas construit : lancez « mvn -q package -DskipTests »."));
    }

    private Optional<Path> find(String module) {
        var target = root.resolve(module).resolve("target");
        if (!Files.isDirectory(target)) {
            return Optional.empty();
        }
        try (var jars = Files.newDirectoryStream(target, "passerelle-" + module + "-*-exec.jar")) {
            return StreamSupport.stream(jars.spliterator(), false).findFirst();
        } catch (IOException e) {
            throw new LocalFault("Impossible de lire " + target + " : " + e.getMessage() + ".", e);
        }
    }

    /**
     * How the program of a module is started, behind the options of Java: unpacked and with its classes archived where the launcher has
     * unpacked this very build, else from the jar as it was built.
     */
    public List<String> start(String module) {
        var jar = program(module);
        var unpacked = root.resolve(module).resolve("target/app");
        return isOf(jar, unpacked.resolve("stamp"))
                ? Stream.concat(
                                archive(module, unpacked.resolve("classes.jsa")),
                                Stream.of(
                                        "-jar",
                                        unpacked.resolve(jar.getFileName()).toString()))
                        .toList()
                : List.of("-jar", jar.toString());
    }

    /** A server makes its own archive as it first ends; that of the commands is the launcher's. */
    private static Stream<String> archive(String module, Path file) {
        var there = "-XX:SharedArchiveFile=" + file;
        return module.equals("cli") ? Stream.of(there) : Stream.of("-XX:+AutoCreateSharedArchive", there);
    }

    /** A build is told by when its file changed, for its time of modification is always the same. */
    private static boolean isOf(Path jar, Path stamp) {
        try {
            var changed = (FileTime) Files.getAttribute(jar, "unix:ctime");
            return Files.exists(stamp)
                    && Files.readString(stamp).startsWith(changed.to(TimeUnit.SECONDS) + " " + Files.size(jar) + " ");
        } catch (IOException e) {
            throw new LocalFault("Impossible de lire " + stamp + " : " + e.getMessage() + ".", e);
        }
    }

    /** The command that runs the operators' program, word by word: its arguments follow. */
    public List<String> operator() {
        return Stream.concat(
                        Stream.of(
                                ChildProcesses.java(),
                                "-Xmx1g",
                                "-Xlog:disable",
                                "-Xlog:all=error:stderr",
                                "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=fr.passerelle.schemas.event",
                                "-Dspring.config.additional-location=optional:file:" + configuration(),
                                "-Dpasserelle.var=" + var,
                                "-Dpasserelle.home=" + root),
                        start("cli").stream())
                .toList();
    }

    /** Where the programs find the servers. */
    public Path configuration() {
        return var.resolve("passerelle.properties");
    }
}
