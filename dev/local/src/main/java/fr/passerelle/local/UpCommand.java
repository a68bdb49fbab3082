package fr.passerelle.local;

import fr.passerelle.local.process.Commands;
import fr.passerelle.local.process.DirectoryLock;
import fr.passerelle.local.process.LocalFault;
import fr.passerelle.local.server.EventsProcess;
import fr.passerelle.local.server.LocalServers;
import fr.passerelle.local.server.ServerStatus;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Servers, then the contracts (database, topics, registry), then events: each is started only if it does not run. */
@Command(name = "up", description = "Démarre les serveurs et le traitement ; ce qui tourne déjà est gardé.")
final class UpCommand implements Callable<Integer> {

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private HelpOption help;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private CommandSpec spec;

    @Option(names = "--servers-only", description = "Seulement les serveurs, sans le traitement (events).")
    private boolean serversOnly;

    @Override
    public Integer call() {
        var house = House.fromLauncher();
        try (var turn = DirectoryLock.take(house.var().resolve("run"))) {
            return call(turn, house);
        }
    }

    private int call(DirectoryLock turn, House house) {
        say("Serveurs : démarrage…");
        var servers = LocalServers.start(house.var());
        servers.status().forEach(status -> say(line(status)));
        if (!serversOnly) {
            startEvents(house);
        }
        say("Prêt. Configuration des programmes : " + house.configuration());
        return LocalCommand.DONE;
    }

    private void startEvents(House house) {
        var events = EventsProcess.at(house.var(), house.program("events"));
        say("Base, topics et registre : vérification…");
        register(house);
        events.start();
        say(line(events.status()));
    }

    private static void register(House house) {
        var outcome = Commands.run(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dspring.config.additional-location=optional:file:" + house.configuration(),
                "-jar",
                house.program("batch").toString(),
                "register"));
        if (outcome.exit() != 0) {
            throw new LocalFault("La préparation de la base, des topics et du registre a échoué : "
                    + outcome.output().strip());
        }
    }

    private static String line(ServerStatus status) {
        return "  %-26s en marche, processus %d%s"
                .formatted(status.server().label(), status.pid(), status.port() == 0 ? "" : ", port " + status.port());
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
