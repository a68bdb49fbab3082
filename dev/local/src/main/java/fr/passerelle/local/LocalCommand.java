package fr.passerelle.local;

import fr.passerelle.local.process.ChildProcesses;
import fr.passerelle.local.process.DirectoryLock;
import fr.passerelle.local.process.LocalFault;
import fr.passerelle.local.process.PrivateFiles;
import fr.passerelle.local.server.LocalServers;
import fr.passerelle.local.server.Server;
import fr.passerelle.local.server.Server.Status;
import fr.passerelle.schemas.text.PlainText.NearestWord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import tools.jackson.databind.json.JsonMapper;

/** The commands of a workstation. */
@Command(
        name = "passerelle",
        description = "Serveurs et traitement sur ce poste.",
        subcommands = {LocalCommand.UpCommand.class, LocalCommand.StatusCommand.class, LocalCommand.DownCommand.class})
public final class LocalCommand extends FrenchCommand {

    /** Exit code: 0 done, 1 failed, 2 wrong use. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The commands, for another program that starts or stops a workstation: output and exit code are the caller's to choose. */
    public static CommandLine commandLine() {
        return line(new LocalCommand(), (e, arguments) -> sentence(e));
    }

    private static String sentence(ParameterException e) {
        var options = e.getCommandLine().getCommandSpec().optionsMap().keySet();
        return e instanceof UnmatchedArgumentException unknown
                ? "Argument inconnu : " + String.join(" ", unknown.getUnmatched())
                        + NearestWord.hint(unknown.getUnmatched().getFirst(), options)
                : "Commande mal écrite : " + e.getMessage();
    }

    /** Servers, then the contracts (database, topics, registry), then events and the console: each is started only if it does not run. */
    @Command(
            name = "up",
            description = "Démarre les serveurs, le traitement et la console ; ce qui tourne déjà est gardé.")
    static final class UpCommand extends FrenchCommand implements Callable<Integer> {

        @Option(
                names = "--servers-only",
                description = "Seulement les serveurs, sans le traitement (events) ni la console.")
        private boolean serversOnly;

        @Override
        public Integer call() {
            var house = Workspace.fromLauncher();
            return DirectoryLock.holding(house.var().resolve("run"), () -> call(house));
        }

        private int call(Workspace house) {
            say("Serveurs : démarrage…");
            var servers = LocalServers.start(house.var());
            servers.status().forEach(status -> say(line(status)));
            if (!serversOnly) {
                startPrograms(house, servers);
            }
            say("Prêt. Configuration des programmes : " + house.configuration());
            return DONE;
        }

        /** The two do not wait for each other; the first account's password is told once, when it is drawn. */
        private void startPrograms(Workspace house, LocalServers servers) {
            say("Base, topics et registre : vérification…");
            register(house);
            var isNew = !Files.exists(servers.firstPasswordFile());
            LocalServers.awaitBoth(
                    CompletableFuture.runAsync(() -> servers.startEvents(house.start("events"))),
                    CompletableFuture.runAsync(() -> servers.startConsole(house.start("console"), house.operator())));
            say(line(servers.status(Server.EVENTS)));
            var console = servers.status(Server.CONSOLE);
            say(line(console));
            say("Console : http://127.0.0.1:" + console.port() + "/");
            if (isNew) {
                say("  premier compte : admin, mot de passe : "
                        + PrivateFiles.unchecked(() -> Files.readString(servers.firstPasswordFile()))
                        + " (montré cette seule fois, à changer en entrant ; gardé sous " + house.var() + "/secret)");
            }
        }

        private static void register(Workspace house) {
            var outcome = ChildProcesses.run(Stream.concat(house.operator().stream(), Stream.of("register"))
                    .toList());
            var log = house.var().resolve("log").resolve("register.log");
            PrivateFiles.write(log, outcome.output());
            if (outcome.exit() != 0) {
                throw new LocalFault("La préparation de la base, des topics et du registre a échoué : "
                        + outcome.lastLine() + " (voir " + log + ")");
            }
        }

        private static String line(Status status) {
            return "  %-26s en marche, processus %d%s"
                    .formatted(
                            status.server().label(), status.pid(), status.port() == 0 ? "" : ", port " + status.port());
        }
    }

    /** Each process: whether it runs, whether it answers, where, and what memory it holds. */
    @Command(
            name = "status",
            description =
                    "Montre chaque serveur, le traitement et la console. Code de sortie 0 si tous répondent, 1 sinon.")
    static final class StatusCommand extends FrenchCommand implements Callable<Integer> {

        @Option(names = "--json", description = "Un objet JSON, pour les programmes.")
        private boolean json;

        /** One process for programs that read: its names are a contract. */
        record Line(String id, String state, long pid, int port, long memoryMebibytes) {

            static Line of(Status status) {
                return new Line(
                        status.server().id(),
                        stateOf(status).name(),
                        status.pid(),
                        status.port(),
                        status.memoryMebibytes());
            }
        }

        record Report(String var, List<Line> processes) {}

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
            var var = Workspace.fromLauncher().var();
            var all = Stream.of(Server.values())
                    .map(new LocalServers(var)::status)
                    .toList();
            if (json) {
                var lines = all.stream().map(Line::of).toList();
                say(JsonMapper.shared().writeValueAsString(new Report(var.toString(), lines)));
            } else {
                all.forEach(status -> say(row(status)));
            }
            return all.stream().allMatch(Status::answers) ? DONE : FAILED;
        }

        private static String row(Status status) {
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

        private static State stateOf(Status status) {
            if (status.pid() == 0) {
                return State.DOWN;
            }
            return status.answers() ? State.UP : State.SILENT;
        }
    }

    /** Ends the console and events, then the servers, each in good order within twenty seconds and by force after that. */
    @Command(
            name = "down",
            description = "Arrête la console et le traitement, puis les serveurs ; les données restent.")
    static final class DownCommand extends FrenchCommand implements Callable<Integer> {

        @Option(names = "--events", description = "Seulement le traitement (events), pas les serveurs.")
        private boolean eventsOnly;

        @Override
        public Integer call() {
            var house = Workspace.fromLauncher();
            if (!Files.isDirectory(house.var())) {
                say("Rien ne tourne.");
                return DONE;
            }
            var servers = new LocalServers(house.var());
            return DirectoryLock.holding(
                    house.var().resolve("run"), () -> eventsOnly ? stopEvents(servers) : stopAll(servers, house.var()));
        }

        private int stopEvents(LocalServers servers) {
            var ran = told(Server.EVENTS, servers.stop(Server.EVENTS));
            say(ran ? "Les serveurs restent en marche." : "Le traitement ne tournait pas.");
            return DONE;
        }

        private int stopAll(LocalServers servers, Path var) {
            var console = told(Server.CONSOLE, servers.stop(Server.CONSOLE));
            var events = told(Server.EVENTS, servers.stop(Server.EVENTS));
            var others = servers.stop();
            others.forEach(server -> told(server, true));
            say(console || events || !others.isEmpty() ? "Les données restent sous " + var + "." : "Rien ne tournait.");
            return DONE;
        }

        private boolean told(Server server, boolean stopped) {
            if (stopped) {
                say(server.label() + " : arrêté.");
            }
            return stopped;
        }
    }
}
