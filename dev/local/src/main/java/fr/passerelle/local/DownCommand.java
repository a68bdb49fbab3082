package fr.passerelle.local;

import fr.passerelle.local.process.DirectoryLock;
import fr.passerelle.local.server.EventsProcess;
import fr.passerelle.local.server.LocalServers;
import fr.passerelle.local.server.Server;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Ends events, then the servers, each in good order within twenty seconds and by force after that. */
@Command(name = "down", description = "Arrête le traitement puis les serveurs ; les données restent.")
final class DownCommand implements Callable<Integer> {

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private HelpOption help;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private CommandSpec spec;

    @Override
    public Integer call() {
        var house = House.fromLauncher();
        if (!Files.isDirectory(house.var())) {
            say("Rien ne tourne.");
            return LocalCommand.DONE;
        }
        try (var turn = DirectoryLock.take(house.var().resolve("run"))) {
            return call(turn, house);
        }
    }

    private int call(DirectoryLock turn, House house) {
        var events = EventsProcess.at(house.var(), house.root()).stop();
        if (events) {
            say(Server.EVENTS.label() + " : arrêté.");
        }
        var servers = LocalServers.at(house.var()).stop();
        servers.forEach(server -> say(server.label() + " : arrêté."));
        say(events || !servers.isEmpty() ? "Les données restent sous " + house.var() + "." : "Rien ne tournait.");
        return LocalCommand.DONE;
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
