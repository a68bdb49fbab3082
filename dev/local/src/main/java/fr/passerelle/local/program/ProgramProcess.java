package fr.passerelle.local.program;

import fr.passerelle.local.process.ChildProcesses;
import fr.passerelle.local.process.LocalFault;
import fr.passerelle.local.process.Poll;
import fr.passerelle.local.process.ProcessMark;
import fr.passerelle.local.program.Program.Launcher;
import fr.passerelle.local.program.Program.Patience;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A program that runs as a process of its own; what it prints is kept in two files. */
public record ProgramProcess(Process process, Transcript kept, Patience patience) implements Program {

    /** The exit code of a process that died of signal 9. */
    public static final int KILLED = 128 + 9;

    private static final Duration FREEZING = Duration.ofSeconds(20);
    private static final ProcessBuilder.Redirect NOTHING = ProcessBuilder.Redirect.from(new File("/dev/null"));

    /** Starts a command, which prints to {@code <log>.out} and {@code <log>.err}; throws a {@link LocalFault} when there is none such. */
    public static ProgramProcess start(ProcessBuilder command, Path log, Patience patience) {
        var kept = Transcript.at(log);
        try {
            var process = command.redirectInput(NOTHING)
                    .redirectOutput(kept.outputFile().toFile())
                    .redirectError(kept.errorsFile().toFile())
                    .start();
            return new ProgramProcess(process, kept, patience);
        } catch (IOException e) {
            throw new LocalFault("Impossible de lancer " + command.command().getFirst() + " : " + e.getMessage(), e);
        }
    }

    void whenEnded(Consumer<Process> then) {
        process.onExit().thenAccept(then);
    }

    public long pid() {
        return process.pid();
    }

    @Override
    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public ProgramProcess awaitSaying(String regex) {
        Program.super.awaitSaying(regex);
        return this;
    }

    /** Sends it a signal, by its name without SIG: STOP freezes it, CONT wakes it up, INT is what Ctrl-C does. */
    public void signal(String name) {
        ChildProcesses.run(List.of("kill", "-" + name, Long.toString(pid())));
    }

    /** Waits until it is frozen, neither running nor ended; answers whether it is. */
    public boolean awaitStopped() {
        return Poll.until(FREEZING, () -> ProcessMark.state(pid()).equals("T"));
    }

    /** Ends it by signal 9; answers its exit code, {@link #KILLED} unless it had ended by itself. */
    public int killNine() {
        process.destroyForcibly();
        return end();
    }

    @Override
    public int end() {
        if (!hasEndedWithin(patience.work())) {
            process.destroyForcibly();
            throw failure("Un programme ne se termine pas en " + patience.work().toSeconds() + " s");
        }
        return process.exitValue();
    }

    @Override
    public boolean stop() {
        if (isAlive()) {
            signal("CONT");
            process.destroy();
        }
        var byItself = hasEndedWithin(patience.stop());
        if (!byItself) {
            killNine();
        }
        return byItself;
    }

    private boolean hasEndedWithin(Duration cap) {
        try {
            return process.waitFor(cap.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            throw new LocalFault("Interrompu.", stop);
        }
    }

    /** Starts each program as a process of its own, which can be frozen and killed. */
    public interface ProcessLauncher extends Launcher {

        @Override
        ProgramProcess start(String module, Map<String, String> properties, List<String> arguments, Path log);
    }
}
