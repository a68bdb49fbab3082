package fr.passerelle.local;

import fr.passerelle.local.process.DirectoryLock;
import fr.passerelle.local.server.EventsProcess;
import fr.passerelle.local.server.LocalServers;
import fr.passerelle.local.server.Server;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Ends events, then the servers, each in good order within twenty seconds and by force after that. */
@Command(name = "down", description = "Arrête le traitement puis les serveurs ; les données restent.")
final class DownCommand extends FrenchCommand implements Callable<Integer> {

    @Option(names = "--events", description = "Seulement le traitement (events), pas les serveurs.")
    private boolean eventsOnly;

    @Override
    public Integer call() {
        var house = House.fromLauncher();
        if (!Files.isDirectory(house.var())) {
            say("Rien ne tourne.");
            return LocalCommand.DONE;
        }
        return DirectoryLock.holding(house.var().resolve("run"), () -> call(house));
    }

    private int call(House house) {
        var events = EventsProcess.at(house.var(), house.root()).stop();
        if (events) {
            say(Server.EVENTS.label() + " : arrêté.");
        }
        if (eventsOnly) {
            say(events ? "Les serveurs restent en marche." : "Le traitement ne tournait pas.");
            return LocalCommand.DONE;
        }
        var servers = LocalServers.at(house.var()).stop();
        servers.forEach(server -> say(server.label() + " : arrêté."));
        say(events || !servers.isEmpty() ? "Les données restent sous " + house.var() + "." : "Rien ne tournait.");
        return LocalCommand.DONE;
    }
}
