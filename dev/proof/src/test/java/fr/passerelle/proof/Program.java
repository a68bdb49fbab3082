package fr.passerelle.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One of Passerelle's programs, running as a process of its own, what it says kept in two files. */
final class Program implements AutoCloseable {

    /** What a process that died of signal 9 answers. */
    static final int KILLED = 128 + 9;

    /** A process that lives some seconds gains nothing from the second compiler, nor from parallel collectors on two cores. */
    private static final List<String> SHORT_LIFE = List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Process process;
    private final Path output;
    private final Path errors;

    private Program(Process process, Path output, Path errors) {
        this.process = process;
        this.output = output;
        this.errors = errors;
    }

    /** Starts the packaged jar of a module. */
    static Program start(String module, Map<String, String> properties, List<String> arguments) {
        var command = command(module, properties);
        command.addAll(arguments);
        return start(command, Map.of());
    }

    /** The command that starts the packaged jar of a module, word by word: its arguments follow. */
    static List<String> command(String module, Map<String, String> properties) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(SHORT_LIFE);
        command.add("-jar");
        command.add(jar(module).toString());
        return command;
    }

    /** Starts any command from the root of the tree. */
    static Program start(List<String> command, Map<String, String> environment) {
        try {
            var output = Files.createTempFile("passerelle", ".out");
            var errors = Files.createTempFile("passerelle", ".err");
            var builder = new ProcessBuilder(command)
                    .directory(Tree.root().toFile())
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile());
            builder.environment().putAll(environment);
            return new Program(builder.start(), output, errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path jar(String module) {
        var target = Tree.root().resolve(module).resolve("target");
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().endsWith("-exec.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("No program in " + target + ": package it first"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    String output() {
        return Tree.read(output);
    }

    String errors() {
        return Tree.read(errors);
    }

    /** Waits until it has said something, on either stream. */
    Program awaitSaying(String regex) {
        var pattern = Pattern.compile(regex);
        Waiting.until(PATIENCE, () -> pattern.matcher(output() + errors()).find() || !process.isAlive());
        if (!pattern.matcher(output() + errors()).find()) {
            throw new AssertionError("It ended without saying " + regex + ":\n" + output() + errors());
        }
        return this;
    }

    /** Waits for its end; answers its exit code. */
    int end() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("It did not end in " + PATIENCE + ":\n" + output() + errors());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What Ctrl-C does. */
    void interrupt() {
        signal("INT");
    }

    /** Sends it a signal: STOP freezes it, CONT wakes it up. */
    void signal(String name) {
        start(List.of("kill", "-" + name, String.valueOf(pid())), Map.of()).end();
    }

    /** Signal 9; answers its exit code. */
    int killNine() {
        process.destroyForcibly();
        return end();
    }

    /** Ends it in good order, if it still runs. */
    @Override
    public void close() {
        process.destroy();
        end();
    }
}
