package fr.passerelle.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.json.JsonMapper;

/** The night of the reconstructed files. */
final class Night {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> UNFINISHED = List.of("OPEN", "FAILED");

    private final BatchProgram batch;
    private final PrintWriter progress;

    Night(BatchProgram batch, PrintWriter progress) {
        this.batch = batch;
        this.progress = progress;
    }

    /** Takes up an earlier demonstration where it was interrupted; nothing else can run before. */
    void resumeWhatWaits() throws IOException, InterruptedException {
        for (String run : unfinished(batch.ask(List.of("runs", "--json")).output())) {
            progress.println("Reprise de l'exécution " + run + ", interrompue.");
            progress.flush();
            progress.print(batch.ask(List.of("restart", run)).output());
            progress.flush();
        }
    }

    /**
     * Runs the night in our terminal.
     *
     * @param json whether its standard output is one JSON object, all else going to its standard error
     * @return its exit code
     */
    int run(boolean json) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(arguments());
        if (json) {
            arguments.add("--json");
        }
        return batch.run(arguments);
    }

    /** Identifiers of the runs that wait to be restarted, the oldest first, in the JSON list of all. */
    static List<String> unfinished(String runs) {
        return StreamSupport.stream(JSON.readTree(runs).spliterator(), false)
                .filter(run -> UNFINISHED.contains(run.path("state").asString("")))
                .map(run -> run.path("run").asString(""))
                .sorted()
                .toList();
    }

    private List<String> arguments() {
        return List.of(
                "nightly",
                "--rooms",
                batch.data("salles.csv"),
                "--attendance",
                batch.data("frequentation.csv"),
                batch.data("frequentation-sablons.csv"),
                batch.data("frequentation-saint-quentinois.xlsx"),
                batch.data("frequentation-est-de-la-somme.csv"),
                "--intercommunalites",
                batch.data("intercommunalites.csv"),
                "--sites",
                batch.data("sites.csv"),
                "--territoires",
                batch.data("territoires.csv"),
                "--besoins",
                batch.data("besoins.csv"),
                "--mapping",
                batch.data("mappings"));
    }
}
