package fr.passerelle.local.program;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Starts Passerelle's programs: each as a process, or in whatever other way it knows. */
public interface Launcher {

    /**
     * Starts the program of a module.
     *
     * @param module {@code cli}, {@code events} or {@code console}
     * @param properties what it is configured with, by property name
     * @param arguments what people type after its name
     * @param log where its prints are kept: {@code <log>.out} and {@code <log>.err}
     */
    Program start(String module, Map<String, String> properties, List<String> arguments, Path log);
}
