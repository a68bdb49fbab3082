package fr.passerelle.cli;

import fr.passerelle.batch.replay.ReplayPlanner;
import fr.passerelle.published.replay.Replay;
import fr.passerelle.published.replay.ReplayForce;
import fr.passerelle.published.replay.ReplayReports;
import fr.passerelle.published.replay.Replays;
import fr.passerelle.published.run.Run;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists all replays. */
@Command(name = "list", description = "Tous les rejeux, le dernier d'abord, et lequel est en vigueur.")
final class ReplayListCommand extends ApplicationCommand {

    private static final int DIGITS = 12;

    @Option(names = "--json", description = "Un tableau JSON.")
    private boolean json;

    @Override
    public Integer call() {
        context.keepOutputForMachines();
        List<Replay> replays = context.read(Replays.class).all();
        PrintWriter out = out();
        if (json) {
            ReplayReports reports = context.read(ReplayReports.class);
            ReplayPlanner planner = context.read(ReplayPlanner.class);
            printJson(replays.stream()
                    .map(replay -> reports.of(replay, planner.hasGrown(replay)))
                    .map(ReplayJson::of)
                    .toList());
        } else {
            list(replays, context.read(Replays.class).force(), out);
        }
        return OutcomePrinter.DONE;
    }

    private static void list(List<Replay> replays, ReplayForce force, PrintWriter out) {
        if (replays.isEmpty()) {
            out.println("Aucun rejeu : « ./passerelle replay plan » en prépare un.");
            return;
        }
        TextTable table = new TextTable(7, "Rejeu", "État", "Préparé le", "Barème", "Mois", "Jusqu'à", "Empreinte");
        replays.forEach(replay -> table.row(
                replay.id(),
                ReplayText.state(replay, force),
                RunText.day(replay.plannedAt()),
                replay.baremeId(),
                replay.asOf(),
                Run.idOf(replay.baseRun()),
                replay.resultHash() == null
                        ? CommandFrench.NONE
                        : replay.resultHash().substring(0, DIGITS)));
        table.lines().forEach(out::println);
    }
}
