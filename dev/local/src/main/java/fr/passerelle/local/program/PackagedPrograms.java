package fr.passerelle.local.program;

import fr.passerelle.local.Workspace;
import fr.passerelle.local.process.ChildProcesses;
import fr.passerelle.local.process.DirectoryLock;
import fr.passerelle.local.process.PrivateFiles;
import fr.passerelle.local.program.Program.Patience;
import fr.passerelle.local.program.ProgramProcess.ProcessLauncher;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** The programs of a tree, unpacked in a directory until they are built again, their classes archived at the first good end: hundreds are started. */
public record PackagedPrograms(Workspace workspace, Path directory, Patience patience) implements ProcessLauncher {

    /** A process that lives some seconds gains nothing from the second compiler, nor from parallel collectors on two cores. */
    private static final List<String> SHORT_LIFE = List.of(
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xlog:disable",
            "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=fr.passerelle.schemas.event");

    private static final String DUMP = "-XX:ArchiveClassesAtExit=";

    @Override
    public ProgramProcess start(String module, Map<String, String> properties, List<String> arguments, Path log) {
        var command = command(module, properties, arguments);
        var program = ProgramProcess.start(
                new ProcessBuilder(command).directory(workspace.root().toFile()), log, patience);
        program.whenEnded(ended -> keepArchive(module, command, ended));
        return program;
    }

    /** The command line of one: cli, events or console; words may be added. */
    public List<String> command(String module, Map<String, String> properties, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(ChildProcesses.java());
        properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(SHORT_LIFE);
        archive(module, arguments).ifPresent(command::add);
        command.add("-jar");
        command.add(unpacked(module).toString());
        command.addAll(arguments);
        return command;
    }

    /** The one that a whole night left; a shorter command would leave too little. */
    private Optional<String> archive(String module, List<String> arguments) {
        if (Files.exists(archive(module))) {
            return Optional.of("-XX:SharedArchiveFile=" + archive(module));
        }
        return !module.equals("cli") || arguments.contains("nightly")
                ? Optional.of(DUMP + home(module) + "-" + UUID.randomUUID() + ".jsa")
                : Optional.empty();
    }

    private Path archive(String module) {
        return Path.of(home(module) + ".jsa");
    }

    /** Of this very build: its time of modification is always the same, for reproducible builds. */
    private Path home(String module) {
        var jar = workspace.program(module);
        var changed = (FileTime) PrivateFiles.unchecked(() -> Files.getAttribute(jar, "unix:ctime"));
        return directory.resolve(module).resolve("" + changed.to(TimeUnit.NANOSECONDS));
    }

    /** A process may be killed while it writes its archive: nobody sees it before it is whole. */
    private void keepArchive(String module, List<String> command, Process ended) {
        command.stream()
                .filter(word -> word.startsWith(DUMP) && ended.exitValue() != ProgramProcess.KILLED)
                .map(word -> Path.of(word.substring(DUMP.length())))
                .filter(Files::exists)
                .forEach(draft -> PrivateFiles.move(draft, archive(module)));
    }

    /** The jar of a module, its libraries beside it. */
    public synchronized Path unpacked(String module) {
        var jar = workspace.program(module);
        var there = home(module).resolve(jar.getFileName());
        if (!Files.exists(there)) {
            DirectoryLock.holding(directory, () -> unpack(module, jar, there));
        }
        return there;
    }

    /** Nobody sees it before it is whole: another process may want it too. What was made of an earlier build goes. */
    private Path unpack(String module, Path jar, Path there) {
        if (Files.exists(there)) {
            return there;
        }
        var draft = directory.resolve(module + ".new");
        PrivateFiles.deleteTree(draft);
        ChildProcesses.run(List.of(
                        ChildProcesses.java(),
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--destination",
                        draft.toString()))
                .expected("Le programme " + module + " n'a pas pu être déballé");
        PrivateFiles.deleteTree(directory.resolve(module));
        PrivateFiles.unchecked(() -> Files.createDirectories(directory.resolve(module)));
        return PrivateFiles.move(draft, home(module)).resolve(there.getFileName());
    }
}
