package fr.passerelle.local;

import fr.passerelle.local.server.ConsoleProcess;
import fr.passerelle.local.server.EventsProcess;
import fr.passerelle.local.server.LocalServers;
import fr.passerelle.local.server.ServerStatus;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Each process: whether it runs, whether it answers, where, and what memory it holds. */
@Command(
        name = "status",
        description =
                "Montre chaque serveur, le traitement et la console. Code de sortie 0 si tous répondent, 1 sinon.")
final class StatusCommand extends FrenchCommand implements Callable<Integer> {

    @Option(names = "--json", description = "Un objet JSON, pour les programmes.")
    private boolean json;

    /** One process for programs that read: its names are a contract. */
    record Line(String id, String state, long pid, int port, long memoryMebibytes) {

        static Line of(ServerStatus status) {
            return new Line(
                    status.server().id(),
                    stateOf(status).name(),
                    status.pid(),
                    status.port(),
                    status.memoryMebibytes());
        }
    }

    /** What the JSON form ends with. */
    record Report(String var, List<Line> processes) {}

    /** What is said of a process. */
    enum State {
        UP("répond"),
        SILENT("ne répond pas"),
        DOWN("arrêté");

        private final String french;

        State(String french) {
            this.french = french;
        }
    }

    @Override
    public Integer call() {
        var house = Workspace.fromLauncher();
        var all = all(house);
        say(json ? json(house.var(), all) : table(all));
        return all.stream().allMatch(ServerStatus::answers) ? LocalCommand.DONE : LocalCommand.FAILED;
    }

    private static List<ServerStatus> all(Workspace house) {
        var events = EventsProcess.at(house.var());
        var console = ConsoleProcess.at(house.var());
        return Stream.concat(
                        LocalServers.at(house.var()).status().stream(), Stream.of(events.status(), console.status()))
                .toList();
    }

    private static String json(Path var, List<ServerStatus> all) {
        return JsonMapper.shared()
                .writeValueAsString(
                        new Report(var.toString(), all.stream().map(Line::of).toList()));
    }

    private static String table(List<ServerStatus> all) {
        return String.join("\n", all.stream().map(StatusCommand::row).toList());
    }

    private static String row(ServerStatus status) {
        var state = stateOf(status);
        if (state == State.DOWN) {
            return "%-26s %s".formatted(status.server().label(), state.french);
        }
        return "%-26s %-14s processus %d, %s%d Mio"
                .formatted(
                        status.server().label(),
                        state.french,
                        status.pid(),
                        status.port() == 0 ? "" : "port " + status.port() + ", ",
                        status.memoryMebibytes());
    }

    private static State stateOf(ServerStatus status) {
        if (status.pid() == 0) {
            return State.DOWN;
        }
        return status.answers() ? State.UP : State.SILENT;
    }
}
