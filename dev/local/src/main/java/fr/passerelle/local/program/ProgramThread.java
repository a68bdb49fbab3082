package fr.passerelle.local.program;

import fr.passerelle.local.process.LocalFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;

/** A program that runs in a thread of this JVM: it can be asked to end, and neither frozen nor killed. */
final class ProgramThread implements Program {

    private static final int FAILED = 1;

    private final Transcript transcript;
    private final Patience patience;
    private final Thread thread;
    private volatile int code = FAILED;

    /**
     * Starts it.
     *
     * @param entry what runs, up to its exit code; an interruption asks it to end
     * @param classes the loader that its thread gives to libraries
     * @param log where it prints: {@code <log>.out} and {@code <log>.err}
     */
    ProgramThread(Callable<Integer> entry, ClassLoader classes, Path log, Patience patience) {
        this.transcript = Transcript.at(log);
        this.patience = patience;
        this.thread = new Thread(() -> run(entry), log.getFileName().toString());
        thread.setContextClassLoader(classes);
        thread.setDaemon(true);
        thread.start();
    }

    private void run(Callable<Integer> entry) {
        try (var output = Files.newOutputStream(transcript.outputFile());
                var errors = Files.newOutputStream(transcript.errorsFile())) {
            StandardStreams.give(output, errors);
            code = exitCode(entry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a JVM does of its main method: a fault is printed, and ends the program. */
    private static int exitCode(Callable<Integer> entry) {
        try {
            return entry.call();
        } catch (Exception fault) {
            fault.printStackTrace();
            return FAILED;
        }
    }

    @Override
    public boolean isAlive() {
        return thread.isAlive();
    }

    @Override
    public String output() {
        return transcript.output();
    }

    @Override
    public String errors() {
        return transcript.errors();
    }

    @Override
    public Patience patience() {
        return patience;
    }

    @Override
    public int end() {
        if (!hasEndedWithin(patience.work())) {
            thread.interrupt();
            throw failure("Un programme ne se termine pas en " + patience.work().toSeconds() + " s");
        }
        return code;
    }

    /** Asks it to end; one that does not stays, since no thread can be ended by force. */
    @Override
    public boolean stop() {
        thread.interrupt();
        return hasEndedWithin(patience.stop());
    }

    private boolean hasEndedWithin(Duration cap) {
        try {
            return thread.join(cap);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new LocalFault("Interrompu.", stop);
        }
    }
}
