package fr.passerelle.faults.fault;

import fr.passerelle.local.process.LocalFault;
import fr.passerelle.local.program.ProgramProcess;
import fr.passerelle.local.server.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A server that ends, and is started again, while the nightly job waits inside a transaction with it; then the job goes on.
 *
 * @param server the server
 * @param signal what ends it: KILL, or QUIT, PostgreSQL's immediate stop
 * @param boundary where the job waits
 * @param phase the rank of the phase of this boundary
 * @param gate name of the file that holds the job back until it is gone
 */
record InsideTransaction(String name, Server server, String signal, String boundary, int phase, String gate)
        implements Strike {

    @Override
    public String when() {
        return boundary;
    }

    @Override
    public boolean atBoundary() {
        return true;
    }

    @Override
    public Map<String, String> properties(Stage stage) {
        return Map.of(
                "passerelle.pause-at",
                boundary,
                "passerelle.pause-until",
                closed(gate(stage)).toString());
    }

    @Override
    public Evidence strike(ProgramProcess command, Stage stage) {
        if (!command.says("pause-at=" + boundary)) {
            return new Evidence(false, "la frontière " + boundary + " n'a pas été atteinte");
        }
        var machine = stage.target().machine();
        var pid = machine.process(server).pid();
        var ended = machine.end(server, signal);
        machine.heal();
        var again = machine.process(server).pid();
        open(gate(stage));
        return new Evidence(
                ended && again != pid,
                "processus " + pid + ", signal " + signal + ", relancé en " + again + ", transaction ouverte");
    }

    private Path gate(Stage stage) {
        return stage.folder().resolve(gate);
    }

    private static Path closed(Path gate) {
        try {
            return Files.exists(gate) ? gate : Files.createFile(gate);
        } catch (IOException e) {
            throw new LocalFault("Impossible d'écrire " + gate + ".", e);
        }
    }

    private static void open(Path gate) {
        try {
            Files.deleteIfExists(gate);
        } catch (IOException e) {
            throw new LocalFault("Impossible d'effacer " + gate + ".", e);
        }
    }
}
