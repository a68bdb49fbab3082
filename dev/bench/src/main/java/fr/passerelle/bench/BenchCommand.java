package fr.passerelle.bench;

import fr.passerelle.bench.DrawnFiles.Drawing;
import fr.passerelle.local.FrenchCommand;
import fr.passerelle.local.Workspace;
import fr.passerelle.local.process.ChildProcesses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures Passerelle beside what people would use instead. */
@Command(
        name = "bench",
        description = {
            "Mesure Passerelle à côté de ce que d'autres emploieraient, sur un même fichier tiré d'une graine et de"
                    + " mêmes serveurs durables.",
            "Serveurs et données sont les siens, sous bench/ dans le dossier des données. Chaque résultat est vérifié"
                    + " avant que son temps ne compte.",
            "Code de sortie 0 si tout a été mesuré, 1 si un résultat est faux ou si un programme a échoué."
        })
public final class BenchCommand extends FrenchCommand implements Callable<Integer> {

    private static final int SEED = 1;
    private static final int MOST_REPETITIONS = 5;
    private static final long ROWS_OF_ALL_REPETITIONS = 6_000_000;
    private static final int TIMES = 3;
    private static final Drawing CROWD = new Drawing(SEED, 40_000, 40_000 * 24, 0);

    @Option(
            names = "--rows",
            split = ",",
            defaultValue = "200000,2000000,10000000",
            paramLabel = "N",
            description =
                    "Tailles du fichier, en lignes (200000,2000000,10000000 par défaut), 58 432 par salle au plus.")
    private List<Long> rows = List.of();

    @Option(
            names = "--repetitions",
            defaultValue = "0",
            paramLabel = "K",
            description = "Répétitions de chaque taille ; sinon cinq, moins aux grandes tailles.")
    private int repetitions;

    @Option(
            names = "--rooms",
            defaultValue = "200",
            paramLabel = "N",
            description = "Salles de l'inventaire (200 par défaut).")
    private int rooms;

    @Option(
            names = "--nights-only",
            description = "Les nuits seulement, ni les limites ni les autres : par exemple un pays entier.")
    private boolean nightsOnly;

    /** Exit code: 0 all measured, 1 a wrong result or a program that failed, 2 wrong use. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new BenchCommand())
                .setExecutionExceptionHandler(BenchCommand::failed)
                .execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        Workspace workspace = Workspace.fromLauncher();
        say("Mesures sur des données reconstituées, graine " + SEED + ", " + rooms + " salles");
        say(LocalDateTime.now() + " · version "
                + ChildProcesses.run(List.of("git", "describe", "--always", "--dirty"), workspace.root())
                        .lastLine()
                + " · " + Runtime.getRuntime().availableProcessors() + " cœurs · Java " + Runtime.version()
                + " · charge avant : "
                + Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
        TestBed bed = new TestBed(workspace);
        // Also where it is interrupted: what was measured until then is shown, and the servers end.
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            bed.faults().forEach(this::say);
                            bed.report().lines().forEach(this::say);
                            bed.close();
                        },
                        "end-bench"));
        if (nightsOnly) {
            rows.forEach(size -> bed.attempt(() -> new Nights(bed, drawing(size)).run()));
        } else {
            measure(bed);
        }
        return bed.faults().isEmpty() ? DONE : FAILED;
    }

    private void measure(TestBed bed) {
        bed.attempt(() -> new ColdStart(bed).run(repetitions == 1 ? 1 : TIMES));
        rows.forEach(size -> bed.attempt(() -> measure(bed, size)));
        say("%,d salles…".formatted(CROWD.rooms()));
        bed.attempt(new Nights(bed, CROWD)::close);
    }

    /** All repetitions of a size; the hash of its proposals must be one. Five where that is quick, one of ten million rows. */
    private void measure(TestBed bed, long size) {
        int times =
                repetitions > 0 ? repetitions : (int) Math.clamp(ROWS_OF_ALL_REPETITIONS / size, 1, MOST_REPETITIONS);
        DrawnFiles file = DrawnFiles.write(bed, drawing(size));
        String hash = new Nights(bed, drawing(size)).run();
        for (int i = 1; i <= times; i++) {
            say("%,d lignes, répétition %d sur %d…".formatted(size, i, times));
            TestBed.check("Empreinte de la répétition " + i, hash, new Stages(bed, file).run());
        }
        say("Empreinte des propositions à %,d lignes : %s".formatted(size, hash));
    }

    private Drawing drawing(long size) {
        return new Drawing(SEED, rooms, size, 0);
    }
}
