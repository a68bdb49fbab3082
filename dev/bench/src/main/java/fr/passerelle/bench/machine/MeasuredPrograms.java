package fr.passerelle.bench.machine;

import fr.passerelle.local.Workspace;
import fr.passerelle.local.program.Patience;
import fr.passerelle.local.program.ProcessLauncher;
import fr.passerelle.local.program.ProgramProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Passerelle's programs as the workstation starts them, with the heap that must suffice whatever the size.
 *
 * @param house where they were built
 */
public record MeasuredPrograms(Workspace house) implements ProcessLauncher {

    private static final Patience PATIENCE = new Patience(Duration.ofMinutes(40), Duration.ofSeconds(20));
    private static final String COLLECTIONS = ".gc";

    @Override
    public ProgramProcess start(String module, Map<String, String> properties, List<String> arguments, Path log) {
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(options(module, log));
        command.add("-Dorg.apache.avro.SERIALIZABLE_PACKAGES=fr.passerelle.schemas.event");
        command.add("-Dpasserelle.home=" + house.root());
        properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(house.start(module));
        command.addAll(arguments);
        return start(command, log);
    }

    private static List<String> options(String module, Path log) {
        return module.equals("cli")
                ? List.of("-Xmx256m", "-Xlog:gc*:file=" + collections(log) + "::filecount=0")
                : List.of("-Xmx512m", "-XX:+UseSerialGC");
    }

    /** Starts any other command, waited for as long. */
    public static ProgramProcess start(List<String> command, Path log) {
        return ProgramProcess.start(new ProcessBuilder(command), log, PATIENCE);
    }

    /** The heap of a command of batch. */
    public static Heap heap(ProgramProcess program) {
        return new Heap(collections(program.log()));
    }

    private static Path collections(Path log) {
        return log.resolveSibling(log.getFileName() + COLLECTIONS);
    }

    /** The Java that runs us. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
