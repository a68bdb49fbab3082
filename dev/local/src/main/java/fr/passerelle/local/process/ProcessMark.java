package fr.passerelle.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One process of this machine, recognised by the boot and tick of its birth although its id may be given to another later. */
public record ProcessMark(long pid, String birth) {

    private static final Path PROC = Path.of("/proc");
    private static final Set<String> ENDED = Set.of("Z", "X");
    private static final int STATE = 0;
    private static final int START = 19;
    private static final int LOCAL = 1;
    private static final int SOCKET_STATE = 3;
    private static final int INODE = 9;
    private static final String LISTENS = "0A";

    /** The process that has this id now, if any. */
    public static Optional<ProcessMark> of(long pid) {
        var boot = read(PROC.resolve("sys/kernel/random/boot_id")).orElse("").trim();
        return stat(pid).map(fields -> new ProcessMark(pid, boot + ":" + fields.get(START)));
    }

    public static ProcessMark self() {
        return of(ProcessHandle.current().pid()).orElseThrow();
    }

    /** Whether it runs; a zombie does not, nor does another process that got its id. */
    public boolean alive() {
        return of(pid).filter(this::equals).isPresent();
    }

    /** Sends a signal ({@code TERM}, {@code INT}, {@code KILL}) if it still runs. */
    public void signal(String name) {
        if (alive()) {
            ChildProcesses.run(List.of("kill", "-" + name, Long.toString(pid)));
        }
    }

    public boolean awaitEnd(Duration cap) {
        return Poll.until(cap, () -> !alive());
    }

    /** Memory that it holds, in MiB; 0 if it is gone. */
    public long residentMebibytes() {
        return read(PROC.resolve(pid + "/status"))
                .flatMap(status ->
                        status.lines().filter(line -> line.startsWith("VmRSS:")).findFirst())
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .orElse(0L);
    }

    /** Whether it is this process that listens on a port of this machine: an answer that comes from there may be another's. */
    public boolean listensOn(int port) {
        var sockets = listening(port);
        try (var files = Files.list(PROC.resolve(pid + "/fd"))) {
            return files.anyMatch(file -> sockets.contains(target(file)));
        } catch (IOException | UncheckedIOException gone) {
            return false;
        }
    }

    /** The sockets that listen on a port, as the files of whoever holds them: {@code socket:[12345]}. */
    private static Set<String> listening(int port) {
        var local = ":%04X".formatted(port);
        return Stream.of("tcp", "tcp6")
                .flatMap(table -> read(PROC.resolve("net").resolve(table)).stream())
                .flatMap(String::lines)
                .map(line -> line.trim().split("\\s+"))
                .filter(fields ->
                        fields.length > INODE && fields[LOCAL].endsWith(local) && fields[SOCKET_STATE].equals(LISTENS))
                .map(fields -> "socket:[" + fields[INODE] + "]")
                .collect(Collectors.toSet());
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException closedOrNotOurs) {
            return "";
        }
    }

    /** The arguments it was started with; empty if it is gone. */
    public static List<String> arguments(long pid) {
        return read(PROC.resolve(pid + "/cmdline"))
                .map(line -> List.of(line.split("\0")))
                .orElse(List.of());
    }

    /** The letter that Linux has for what a process does, {@code T} where it is frozen; empty where it is gone. */
    public static String state(long pid) {
        return stat(pid).map(fields -> fields.get(STATE)).orElse("");
    }

    /** The fields of its line after the name: the name may hold spaces and parentheses. */
    private static Optional<List<String>> stat(long pid) {
        return read(PROC.resolve(pid + "/stat"))
                .map(line ->
                        List.of(line.substring(line.lastIndexOf(')') + 2).trim().split(" ")))
                .filter(fields -> !ENDED.contains(fields.get(STATE)) || hasOtherThreads(pid));
    }

    /** A killed program looks gone as soon as its first thread is, while others still hold its files and ports. */
    private static boolean hasOtherThreads(long pid) {
        var threads = PROC.resolve(pid + "/task").toFile().list();
        return threads != null && threads.length > 1;
    }

    public static boolean anyIn(Path directory) {
        return ProcessHandle.allProcesses()
                .anyMatch(
                        process -> target(PROC.resolve(process.pid() + "/cwd")).equals(directory.toString()));
    }

    /** Empty when the process ended before or while it was read. */
    private static Optional<String> read(Path file) {
        try {
            var text = Files.readString(file, StandardCharsets.ISO_8859_1);
            return text.isEmpty() ? Optional.empty() : Optional.of(text);
        } catch (IOException gone) {
            return Optional.empty();
        }
    }
}
