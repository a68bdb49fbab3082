package fr.passerelle.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What Linux tells of processes under {@code /proc}, or a directory like it; one that is gone has used nothing. */
record Proc(Path root) {

    /** Ticks in a second, the same on every Linux that Java runs on. */
    static final int TICKS_A_SECOND = 100;

    /** Of what stands behind the name: user and system time of a process, those of its children that ended, what comes then. */
    private static final int OWN = 11;

    private static final int OF_CHILDREN = 13;
    private static final int BEHIND = 15;

    static Proc ofThisMachine() {
        return new Proc(Path.of("/proc"));
    }

    /** Processor time that a process used, and that those of its children that ended used, in ticks. */
    long ticks(long pid) {
        return ticks(pid, OWN);
    }

    /** Processor time that the children of a process that ended used, in ticks. */
    long ticksOfEndedChildren(long pid) {
        return ticks(pid, OF_CHILDREN);
    }

    private long ticks(long pid, int from) {
        String stat = read(pid, "stat");
        // The name, between parentheses, may hold spaces and parentheses.
        return Stream.of(stat.substring(stat.lastIndexOf(')') + 1).trim().split(" "))
                .limit(BEHIND)
                .skip(from)
                .mapToLong(Long::parseLong)
                .sum();
    }

    /** A process and all that descends from it. */
    List<Long> tree(long pid) {
        List<Long> all = new ArrayList<>(List.of(pid));
        for (int i = 0; i < all.size(); i++) {
            String children = read(all.get(i), "task/" + all.get(i) + "/children");
            Stream.of(children.split("\\s+"))
                    .filter(child -> !child.isEmpty())
                    .map(Long::valueOf)
                    .forEach(all::add);
        }
        return all;
    }

    /** Memory that processes hold now, in bytes; what they share counts once, as the greatest share of one of them. */
    long bytes(List<Long> pids) {
        long own = 0;
        long shared = 0;
        long files = 0;
        for (long pid : pids) {
            String status = read(pid, "status");
            own += bytes(status, "RssAnon:");
            shared = Math.max(shared, bytes(status, "RssShmem:"));
            files = Math.max(files, bytes(status, "RssFile:"));
        }
        return own + shared + files;
    }

    private static long bytes(String status, String name) {
        return status.lines()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElse(0);
    }

    private String read(long pid, String file) {
        try {
            return Files.readString(root.resolve(pid + "/" + file), StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }
}
