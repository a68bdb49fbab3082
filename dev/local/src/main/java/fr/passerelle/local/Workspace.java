package fr.passerelle.local;

import fr.passerelle.local.process.LocalFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The tree and its data, as the launcher tells them.
 *
 * @param root the root of the tree ({@code passerelle.root})
 * @param var where servers keep data, logs and ports ({@code passerelle.var})
 */
public record Workspace(Path root, Path var) {

    /** As the launcher set the system properties; without it, the working directory and {@code var} under the root. */
    public static Workspace fromLauncher() {
        var root = Path.of(System.getProperty("passerelle.root", "."))
                .toAbsolutePath()
                .normalize();
        var var = Optional.ofNullable(System.getProperty("passerelle.var")).map(Path::of);
        return new Workspace(root, var.orElseGet(() -> root.resolve("var")).toAbsolutePath());
    }

    /**
     * The program of a module, built.
     *
     * @throws LocalFault when it is not, with what to run
     */
    public Path program(String module) {
        return find(module)
                .orElseThrow(() -> new LocalFault(
                        "Le programme " + module + " n'est pas construit : lancez « mvn -q package -DskipTests »."));
    }

    /** The program of a module, if it is built. */
    public Optional<Path> find(String module) {
        var target = root.resolve(module).resolve("target");
        if (!Files.isDirectory(target)) {
            return Optional.empty();
        }
        try (var jars = Files.newDirectoryStream(target, "passerelle-" + module + "-*-exec.jar")) {
            return Optional.ofNullable(jars.iterator())
                    .filter(Iterator::hasNext)
                    .map(Iterator::next);
        } catch (IOException e) {
            throw new LocalFault("Impossible de lire " + target + " : " + e.getMessage() + ".", e);
        }
    }

    /** The command that runs the operators' program, word by word: its arguments follow. */
    public List<String> operator() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=fr.passerelle.schemas.event",
                "-Dspring.config.additional-location=optional:file:" + configuration(),
                "-Dpasserelle.var=" + var,
                "-Dpasserelle.home=" + root,
                "-jar",
                program("cli").toString());
    }

    /** Where the programs find the servers. */
    public Path configuration() {
        return var.resolve("passerelle.properties");
    }
}
