package fr.passerelle.demo;

import fr.passerelle.local.Workspace;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.json.JsonMapper;

/** The night of the reconstructed files, by the operators' program, a child of this one. */
record Night(Workspace workspace, PrintWriter progress) {

    private static final List<String> UNFINISHED = List.of("OPEN", "FAILED");

    /** Takes up an earlier demonstration where it was interrupted; nothing else can run before. */
    void resumeWhatWaits() throws IOException, InterruptedException {
        for (String run : unfinished(ask("runs", "--json"))) {
            progress.println("Reprise de l'exécution " + run + ", interrompue.");
            progress.flush();
            progress.print(ask("restart", run));
            progress.flush();
        }
    }

    /** Runs the night in our terminal; with JSON all but its one object goes to the error stream. Answers its exit code. */
    int run(boolean json) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(arguments());
        if (json) {
            arguments.add("--json");
        }
        return command(arguments).inheritIO().start().waitFor();
    }

    /** Identifiers of the runs that wait to be restarted, the oldest first, in the JSON list of all. */
    static List<String> unfinished(String runs) {
        return StreamSupport.stream(JsonMapper.shared().readTree(runs).spliterator(), false)
                .filter(run -> UNFINISHED.contains(run.path("state").asString("")))
                .map(run -> run.path("run").asString(""))
                .sorted()
                .toList();
    }

    private List<String> arguments() {
        return List.of(
                "nightly",
                "--rooms",
                data("salles.csv"),
                "--attendance",
                data("frequentation.csv"),
                data("frequentation-sablons.csv"),
                data("frequentation-saint-quentinois.xlsx"),
                data("frequentation-est-de-la-somme.csv"),
                "--intercommunalites",
                data("intercommunalites.csv"),
                "--sites",
                data("sites.csv"),
                "--territoires",
                data("territoires.csv"),
                "--besoins",
                data("besoins.csv"),
                "--mapping",
                data("mappings"));
    }

    private String data(String file) {
        return workspace.root().resolve("dev/demo/data").resolve(file).toString();
    }

    /** Answers what the operators' program says on its standard output; its errors and progress go to ours. */
    private String ask(String... arguments) throws IOException, InterruptedException {
        Process process =
                command(List.of(arguments)).redirectError(Redirect.INHERIT).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    private ProcessBuilder command(List<String> arguments) {
        List<String> command = new ArrayList<>(workspace.operator());
        command.addAll(arguments);
        return new ProcessBuilder(command);
    }
}
