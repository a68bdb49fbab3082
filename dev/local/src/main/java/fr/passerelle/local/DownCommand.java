package fr.passerelle.local;

import fr.passerelle.local.process.DirectoryLock;
import fr.passerelle.local.server.ConsoleProcess;
import fr.passerelle.local.server.EventsProcess;
import fr.passerelle.local.server.LocalServers;
import fr.passerelle.local.server.Server;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Ends the console and events, then the servers, each in good order within twenty seconds and by force after that. */
@Command(name = "down", description = "Arrête la console et le traitement, puis les serveurs ; les données restent.")
final class DownCommand extends FrenchCommand implements Callable<Integer> {

    @Option(names = "--events", description = "Seulement le traitement (events), pas les serveurs.")
    private boolean eventsOnly;

    @Override
    public Integer call() {
        var house = Workspace.fromLauncher();
        if (!Files.isDirectory(house.var())) {
            say("Rien ne tourne.");
            return LocalCommand.DONE;
        }
        return DirectoryLock.holding(house.var().resolve("run"), () -> call(house));
    }

    private int call(Workspace house) {
        return eventsOnly ? stopEvents(house) : stopAll(house);
    }

    private int stopEvents(Workspace house) {
        var ran = told(Server.EVENTS, EventsProcess.at(house.var()).stop());
        say(ran ? "Les serveurs restent en marche." : "Le traitement ne tournait pas.");
        return LocalCommand.DONE;
    }

    private int stopAll(Workspace house) {
        var console = told(Server.CONSOLE, ConsoleProcess.at(house.var()).stop());
        var events = told(Server.EVENTS, EventsProcess.at(house.var()).stop());
        var servers = LocalServers.at(house.var()).stop();
        servers.forEach(server -> told(server, true));
        say(
                console || events || !servers.isEmpty()
                        ? "Les données restent sous " + house.var() + "."
                        : "Rien ne tournait.");
        return LocalCommand.DONE;
    }

    private boolean told(Server server, boolean stopped) {
        if (stopped) {
            say(server.label() + " : arrêté.");
        }
        return stopped;
    }
}
