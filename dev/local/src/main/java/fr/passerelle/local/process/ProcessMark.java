package fr.passerelle.local.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One process of this machine, recognised although its id may be given to another later.
 *
 * @param pid its id
 * @param birth the machine's boot and the tick of that boot at which it started
 */
public record ProcessMark(long pid, String birth) {

    private static final Path PROC = Path.of("/proc");
    private static final Set<String> ENDED = Set.of("Z", "X");
    private static final int STATE = 0;
    private static final int START = 19;

    /** The process that has this id now, if any. */
    public static Optional<ProcessMark> of(long pid) {
        return stat(pid).map(fields -> new ProcessMark(pid, bootId() + ":" + fields.get(START)));
    }

    /** This very process. */
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

    /** Waits for its end, and says whether it came in time. */
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

    /** The arguments it was started with; empty if it is gone. */
    public static List<String> arguments(long pid) {
        return read(PROC.resolve(pid + "/cmdline"))
                .map(line -> List.of(line.split("\0")))
                .orElse(List.of());
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

    /** Whether any process works in this directory. */
    public static boolean anyIn(Path directory) {
        return ProcessHandle.allProcesses().anyMatch(process -> worksIn(process.pid(), directory));
    }

    private static boolean worksIn(long pid, Path directory) {
        try {
            return Files.readSymbolicLink(PROC.resolve(pid + "/cwd")).equals(directory);
        } catch (IOException goneOrNotOurs) {
            return false;
        }
    }

    private static String bootId() {
        return read(PROC.resolve("sys/kernel/random/boot_id")).orElse("").trim();
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
