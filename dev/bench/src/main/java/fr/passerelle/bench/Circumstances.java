package fr.passerelle.bench;

import fr.passerelle.local.Workspace;
import fr.passerelle.local.process.ChildProcesses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * When, where and of what version it was measured.
 *
 * @param date when it began
 * @param commit of the tree, with a plus sign where it had changes
 * @param cores that Java may use
 * @param processor its name, as Linux tells it
 * @param memoryMebibytes of the machine
 * @param loadBefore processes that wanted a core in the minute before, as Linux counts them
 * @param java version
 * @param plan what was asked for
 */
record Circumstances(
        LocalDateTime date,
        String commit,
        int cores,
        String processor,
        long memoryMebibytes,
        double loadBefore,
        String java,
        BenchPlan plan) {

    private static final double SHARED = 0.5;

    static Circumstances now(Workspace workspace, BenchPlan plan) throws IOException {
        return new Circumstances(
                LocalDateTime.now().truncatedTo(ChronoUnit.SECONDS),
                commit(workspace.root()),
                Runtime.getRuntime().availableProcessors(),
                field("/proc/cpuinfo", "model name"),
                Long.parseLong(field("/proc/meminfo", "MemTotal").replaceAll("\\D", "")) / 1024,
                Double.parseDouble(Files.readString(Path.of("/proc/loadavg")).split(" ")[0]),
                System.getProperty("java.vm.name") + " " + Runtime.version(),
                plan);
    }

    private static String commit(Path root) {
        ChildProcesses.Outcome head = ChildProcesses.run(List.of("git", "rev-parse", "--short=12", "HEAD"), root);
        ChildProcesses.Outcome changes = ChildProcesses.run(List.of("git", "status", "--porcelain", "-uno"), root);
        return head.exit() == 0 ? head.lastLine() + (changes.output().isBlank() ? "" : "+") : "inconnu";
    }

    private static String field(String file, String name) throws IOException {
        return Files.readAllLines(Path.of(file)).stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("inconnu");
    }

    /** As the table begins. */
    List<String> lines() {
        return List.of(
                "Mesures sur des données reconstituées, graine " + plan.seed() + ", " + plan.rooms() + " salles",
                date + " · version " + commit + " · " + cores + " cœurs (" + processor + "), " + memoryMebibytes
                        + " Mio · " + java,
                "Charge avant : " + loadBefore
                        + (loadBefore > SHARED ? " — machine partagée avec d'autres travaux" : ""),
                "");
    }

    /** Everything, for programs that read. */
    String json(Book book) {
        return JsonMapper.shared()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(
                        Map.of("circumstances", this, "measures", book.measures(), "skipped", book.skipped()));
    }
}
