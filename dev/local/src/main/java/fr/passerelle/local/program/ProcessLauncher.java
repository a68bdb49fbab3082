package fr.passerelle.local.program;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Starts each program as a process of its own, which can be frozen and killed. */
public interface ProcessLauncher extends Launcher {

    @Override
    ProgramProcess start(String module, Map<String, String> properties, List<String> arguments, Path log);
}
