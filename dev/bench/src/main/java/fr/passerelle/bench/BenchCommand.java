package fr.passerelle.bench;

import fr.passerelle.bench.machine.BenchFault;
import fr.passerelle.bench.machine.TestBed;
import fr.passerelle.local.Workspace;
import fr.passerelle.local.process.LocalFault;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures Passerelle beside what people would use instead. */
@Command(
        name = "bench",
        synopsisHeading = "Usage : ",
        optionListHeading = "%nOptions :%n",
        description = {
            "Mesure Passerelle à côté de ce que d'autres emploieraient, sur un même fichier tiré d'une graine et de"
                    + " mêmes serveurs durables.",
            "Serveurs et données sont les siens, sous bench/ dans le dossier des données. Chaque résultat est vérifié"
                    + " avant que son temps ne compte.",
            "Code de sortie 0 si tout a été mesuré, 1 si un résultat est faux ou si un programme a échoué."
        })
public final class BenchCommand implements Callable<Integer> {

    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;
    private static final int LEAST_ROWS = 1_000;

    /** Those that a room can have, but for the few of the nights after the first. */
    private static final int MOST_OF_ROOM = 55_000;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--rows",
            split = ",",
            defaultValue = "200000,2000000,10000000",
            paramLabel = "N",
            description = "Tailles du fichier, en lignes (200000,2000000,10000000 par défaut).")
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

    @Option(names = "--seed", defaultValue = "1", paramLabel = "N", description = "Graine des fichiers (1 par défaut).")
    private long seed;

    @Option(
            names = "--nights-only",
            description = "Les nuits seulement, ni les limites ni les autres : par exemple un pays entier.")
    private boolean nightsOnly;

    @Option(
            names = "--stops",
            description = "Seulement où seraient les étapes d'un pays entier tiré de la graine, sans serveur.")
    private boolean stops;

    @Option(
            names = "--quick",
            description = "Une répétition de 100 000 lignes : le même tableau, en moins de cinq minutes.")
    private boolean quick;

    @Option(names = "--json", paramLabel = "FICHIER", description = "Écrit aussi toutes les mesures dans ce fichier.")
    private @Nullable Path json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Montre cette aide.")
    private boolean help;

    /** Exit code: 0 all was measured, 1 a result was wrong or a program failed, 2 wrong use. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The command line of {@code bench}. */
    public static CommandLine commandLine() {
        return new CommandLine(new BenchCommand())
                .setParameterExceptionHandler(BenchCommand::wrongUse)
                .setExecutionExceptionHandler(BenchCommand::failed);
    }

    @Override
    public Integer call() throws IOException {
        long most = (long) rooms * MOST_OF_ROOM;
        if (rows.stream().anyMatch(size -> size < LEAST_ROWS || size > most) || rooms < 1 || repetitions < 0) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "--rows va de " + LEAST_ROWS + " à " + MOST_OF_ROOM
                            + " par salle, --rooms commence à 1, --repetitions à 0");
        }
        return stops ? CountryStops.measure(seed, this::say) : measure(plan());
    }

    private BenchPlan plan() {
        return quick
                ? new BenchPlan(List.of(100_000L), 1, rooms, seed, false, nightsOnly)
                : new BenchPlan(rows, repetitions, rooms, seed, !nightsOnly, nightsOnly);
    }

    private int measure(BenchPlan plan) throws IOException {
        Workspace workspace = Workspace.fromLauncher();
        Book book = new Book();
        Circumstances here = Circumstances.now(workspace, plan);
        here.lines().forEach(this::say);
        try (TestBed bed = TestBed.start(workspace)) {
            BenchCampaign campaign = new BenchCampaign(new Bench(workspace, bed, book), plan, this::say);
            boolean whole = untilInterrupted(campaign, bed, () -> conclude(here, book));
            conclude(here, book);
            return whole ? DONE : FAILED;
        }
    }

    /** An interruption ends the servers and shows what was measured until then. */
    private static boolean untilInterrupted(BenchCampaign campaign, TestBed bed, Runnable conclusion) {
        Thread end = new Thread(
                () -> {
                    conclusion.run();
                    bed.close();
                },
                "end-bench");
        Runtime.getRuntime().addShutdownHook(end);
        boolean whole = campaign.run();
        Runtime.getRuntime().removeShutdownHook(end);
        return whole;
    }

    private void conclude(Circumstances here, Book book) {
        say("");
        new BenchReport(book).lines().forEach(this::say);
        if (json != null) {
            try {
                Files.writeString(json, here.json(book));
            } catch (IOException e) {
                throw new BenchFault("Impossible d'écrire dans " + json + " : " + e.getMessage() + ".", e);
            }
        }
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }

    private static int wrongUse(CommandLine.ParameterException e, String[] arguments) {
        e.getCommandLine().getErr().println("Commande mal écrite : " + e.getMessage() + " (--help montre l'aide).");
        e.getCommandLine().getErr().flush();
        return WRONG_USE;
    }

    private static int failed(Exception e, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
        if (e instanceof LocalFault || e instanceof BenchFault) {
            command.getErr().println(e.getMessage());
            command.getErr().flush();
            return FAILED;
        }
        throw e;
    }
}
