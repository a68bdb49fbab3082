package fr.passerelle.local;

import fr.passerelle.local.process.ChildProcesses;
import fr.passerelle.local.process.DirectoryLock;
import fr.passerelle.local.process.LocalFault;
import fr.passerelle.local.process.PrivateFiles;
import fr.passerelle.local.server.ConsoleProcess;
import fr.passerelle.local.server.EventsProcess;
import fr.passerelle.local.server.LocalServers;
import fr.passerelle.local.server.ServerStatus;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Servers, then the contracts (database, topics, registry), then events and the console: each is started only if it does not run. */
@Command(name = "up", description = "Démarre les serveurs, le traitement et la console ; ce qui tourne déjà est gardé.")
final class UpCommand extends FrenchCommand implements Callable<Integer> {

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
            startPrograms(house);
        }
        say("Prêt. Configuration des programmes : " + house.configuration());
        return LocalCommand.DONE;
    }

    /** The two do not wait for each other; the first account's password is told once, when it is drawn. */
    private void startPrograms(Workspace house) {
        say("Base, topics et registre : vérification…");
        register(house);
        var events = EventsProcess.at(house.var());
        var console = ConsoleProcess.at(house.var());
        var isNew = console.isNew();
        awaitBoth(
                CompletableFuture.runAsync(() -> events.start(house.start("events"))),
                CompletableFuture.runAsync(() -> console.start(house.start("console"), house.operator())));
        say(line(events.status()));
        say(line(console.status()));
        say("Console : http://127.0.0.1:" + console.status().port() + "/");
        if (isNew) {
            say("  premier compte : " + ConsoleProcess.FIRST_ACCOUNT + ", mot de passe : " + console.firstPassword()
                    + " (montré cette seule fois, à changer en entrant ; gardé sous " + house.var() + "/secret)");
        }
    }

    /** Waits for both even if one fails: what is being launched must be known before it can be ended. */
    private static void awaitBoth(CompletableFuture<Void> one, CompletableFuture<Void> other) {
        try {
            CompletableFuture.allOf(one, other).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof LocalFault fault ? fault : e;
        }
    }

    private static void register(Workspace house) {
        var outcome = ChildProcesses.run(
                Stream.concat(house.operator().stream(), Stream.of("register")).toList());
        var log = house.var().resolve("log").resolve("register.log");
        PrivateFiles.write(log, outcome.output());
        if (outcome.exit() != 0) {
            throw new LocalFault("La préparation de la base, des topics et du registre a échoué : " + outcome.lastLine()
                    + " (voir " + log + ")");
        }
    }

    private static String line(ServerStatus status) {
        return "  %-26s en marche, processus %d%s"
                .formatted(status.server().label(), status.pid(), status.port() == 0 ? "" : ", port " + status.port());
    }
}
