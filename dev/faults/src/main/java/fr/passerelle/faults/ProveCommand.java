package fr.passerelle.faults;

import fr.passerelle.faults.campaign.Campaign;
import fr.passerelle.faults.campaign.CampaignTally;
import fr.passerelle.faults.fault.Faults;
import fr.passerelle.local.FrenchCommand;
import fr.passerelle.local.Workspace;
import fr.passerelle.local.process.ChildProcesses;
import fr.passerelle.local.process.LocalFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Makes faults happen on real processes, shows that they did, and holds I1 to I10 against what they left. */
@Command(
        name = "prove",
        description = {
            "Provoque des fautes sur de vrais processus, montre qu'elles ont eu lieu et vérifie les promesses I1 à"
                    + " I10.",
            "Serveurs, données et programmes sont les siens : rien d'autre n'est touché.",
            "Code de sortie 0 si tout a tenu, 1 si une promesse est violée ou si une faute provoquée, ou nommée par"
                    + " « --faults », n'a jamais eu lieu."
        })
public final class ProveCommand extends FrenchCommand implements Callable<Integer> {

    @Option(names = "--seed", required = true, paramLabel = "N", description = "Graine du programme des fautes.")
    private long seed;

    @Option(
            names = "--minutes",
            defaultValue = "10",
            paramLabel = "M",
            description =
                    "Aucun tour ne commence après (10 par défaut) ; les nuits de référence, avant, ne comptent pas.")
    private int minutes;

    @Option(
            names = "--rounds",
            defaultValue = "2147483647",
            paramLabel = "K",
            description = "Pas plus de tours que cela.")
    private int rounds;

    @Option(
            names = "--first-round",
            defaultValue = "1",
            paramLabel = "K",
            description = "Numéro du premier tour, pour en rejouer un.")
    private int firstRound;

    @Option(
            names = "--nights",
            defaultValue = "8",
            paramLabel = "K",
            description = "Nuits que vit un système avant d'être remplacé (1 à 12, 8 par défaut).")
    private int nights;

    @Option(
            names = "--faults",
            split = ",",
            paramLabel = "FAUTE",
            description = "Les fautes à provoquer, séparées par des virgules ; toutes par défaut.")
    private @Nullable List<String> faults;

    @Option(
            names = "--json",
            paramLabel = "FICHIER",
            description = "Ajoute un objet JSON par tour à la fin de ce fichier.")
    private @Nullable Path json;

    /** Exit code: 0 all held, 1 something did not, or a fault that was asked for never fired, 2 wrong use. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The command line of {@code prove}: 0 where all held, 1 where a promise was broken or a fault never fired, 2 for wrong use. */
    public static CommandLine commandLine() {
        return line(new ProveCommand(), (e, arguments) -> "Commande mal écrite : " + e.getMessage());
    }

    @Override
    public Integer call() throws IOException {
        var wanted = faults == null ? possible() : faults;
        if (!Faults.NAMES.containsAll(wanted)) {
            say("Faute inconnue dans « " + String.join(",", wanted) + " ». Connues : " + String.join(", ", Faults.NAMES)
                    + ".");
            return WRONG_USE;
        }
        return prove(wanted);
    }

    /** All, without those that only root can make happen when we are not root. */
    private List<String> possible() {
        if (ChildProcesses.asRoot()) {
            return Faults.NAMES;
        }
        say("Sautées, il faut être root : " + String.join(", ", Faults.OF_ROOT) + ".");
        return Faults.NAMES.stream()
                .filter(fault -> !Faults.OF_ROOT.contains(fault))
                .toList();
    }

    private int prove(List<String> wanted) throws IOException {
        var asked = new Campaign.Asked(seed, Duration.ofMinutes(minutes), rounds, firstRound, nights, wanted);
        say("Graine " + seed
                + " : le programme des fautes se rejoue à l'identique, l'entrelacement des processus non.");
        try (var campaign = new Campaign(
                Workspace.fromLauncher(), Files.createTempDirectory("passerelle-prove"), asked, this::say, round -> {
                    say(round.line());
                    append(JsonMapper.shared().writeValueAsString(round));
                })) {
            return conclude(untilInterrupted(campaign));
        }
    }

    /** What an interruption takes away under our hands is no fault: the rounds that were played stand. */
    private static CampaignTally untilInterrupted(Campaign campaign) {
        var onInterrupt = new Thread(campaign::close, "end-prove");
        Runtime.getRuntime().addShutdownHook(onInterrupt);
        try {
            var tally = campaign.run();
            Runtime.getRuntime().removeShutdownHook(onInterrupt);
            return tally;
        } catch (RuntimeException e) {
            if (campaign.isClosed()) {
                return campaign.tally();
            }
            throw e;
        }
    }

    private int conclude(CampaignTally tally) {
        say("");
        say(tally.table());
        if (!tally.neverFired().isEmpty()) {
            say("Provoquées, n'ont jamais eu lieu : " + String.join(", ", tally.neverFired()) + ".");
        }
        if (!tally.withoutTurn().isEmpty()) {
            say("N'ont pas eu leur tour, le temps manquait (« --minutes ») : " + String.join(", ", tally.withoutTurn())
                    + ".");
        }
        boolean missed = faults != null && !tally.withoutTurn().isEmpty();
        return tally.broken() || missed || !tally.neverFired().isEmpty() ? FAILED : DONE;
    }

    private void append(String line) {
        if (json == null) {
            return;
        }
        try {
            Files.writeString(json, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new LocalFault("Impossible d'écrire dans " + json + " : " + e.getMessage() + ".", e);
        }
    }
}
