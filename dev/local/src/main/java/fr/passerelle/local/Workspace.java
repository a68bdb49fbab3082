package fr.passerelle.local;

import fr.passerelle.local.process.ChildProcesses;
import fr.passerelle.local.process.LocalFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
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
        var target = root.resolve(module).resolve("target");
        var missing = "Le programme " + module + " n'est pas construit : lancez « mvn -q package -DskipTests ».";
        try (var jars = Files.newDirectoryStream(target, "passerelle-" + module + "-*-exec.jar")) {
            return StreamSupport.stream(jars.spliterator(), false)
                    .findFirst()
                    .orElseThrow(() -> new LocalFault(missing));
        } catch (NoSuchFileException e) {
            throw new LocalFault(missing, e);
        } catch (IOException e) {
            throw new LocalFault("Impossible de lire " + target + " : " + e.getMessage() + ".", e);
        }
    }

    /** How the program of a module is started, behind the options of Java: unpacked and archived where the launcher has unpacked this very build, else its jar. */
    public List<String> start(String module) {
        var jar = program(module);
        var unpacked = root.resolve(module).resolve("target/app");
        if (!isOf(jar, unpacked.resolve("stamp"))) {
            return List.of("-jar", jar.toString());
        }
        var command = new ArrayList<String>();
        if (!module.equals("cli")) {
            // A server makes its own archive as it first ends; that of the commands is the launcher's.
            command.add("-XX:+AutoCreateSharedArchive");
        }
        command.add("-XX:SharedArchiveFile=" + unpacked.resolve("classes.jsa"));
        command.addAll(List.of("-jar", unpacked.resolve(jar.getFileName()).toString()));
        return command;
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

    public Path configuration() {
        return var.resolve("passerelle.properties");
    }
}
