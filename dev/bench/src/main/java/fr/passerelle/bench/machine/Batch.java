package fr.passerelle.bench.machine;

import fr.passerelle.local.House;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The operators' program over one tenant.
 *
 * @param house where it was built
 * @param tenant whose database and topics it works on
 */
public record Batch(House house, Tenant tenant) {

    /** The heap that must suffice whatever the size. */
    private static final String HEAP = "-Xmx256m";

    /** Starts a command. */
    public Child start(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                java(),
                HEAP,
                "-Xlog:gc*:file=" + gcLog(arguments[0]) + "::filecount=0",
                "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=fr.passerelle.schemas.event",
                "-Dpasserelle.var=" + tenant.folder(),
                "-Dpasserelle.home=" + house.root()));
        command.addAll(program());
        command.addAll(List.of(arguments));
        return Child.start(command, tenant.logs().resolve(arguments[0]));
    }

    /** Unpacked with its classes archived, where the launcher has done so, as operators start it; else as it was built. */
    private List<String> program() {
        Path jar = house.program("batch");
        Path unpacked = house.root().resolve("batch/target/app");
        return Files.exists(unpacked.resolve("stamp"))
                ? List.of(
                        "-XX:SharedArchiveFile=" + unpacked.resolve("classes.jsa"),
                        "-jar",
                        unpacked.resolve(jar.getFileName()).toString())
                : List.of("-jar", jar.toString());
    }

    /** The heap of the last program that was started for a command. */
    public Heap heap(String command) {
        return new Heap(gcLog(command));
    }

    private Path gcLog(String command) {
        return tenant.logs().resolve("gc-" + command + ".log");
    }

    /** Makes database, topics and registry ready. */
    public void register() {
        start("register").answer();
    }

    /** The Java that runs us. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
