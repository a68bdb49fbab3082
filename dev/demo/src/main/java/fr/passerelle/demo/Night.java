package fr.passerelle.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

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
        for (String run : unfinished(batch.ask("runs", "--json").output())) {
            progress.println("Reprise de l'exécution " + run + ", interrompue.");
            progress.flush();
            progress.print(batch.ask("restart", run).output());
            progress.flush();
        }
    }

    /** Runs the night in our terminal; its exit code. */
    int run() throws IOException, InterruptedException {
        return batch.run(arguments());
    }

    /** Runs the night and ends with its JSON object, marked as a reconstruction; its exit code. */
    int runForPrograms(PrintWriter out) throws IOException, InterruptedException {
        String[] arguments =
                Stream.concat(Stream.of(arguments()), Stream.of("--json")).toArray(String[]::new);
        BatchProgram.Answer answer = batch.ask(arguments);
        int start = jsonStart(answer.output());
        progress.print(answer.output().substring(0, start));
        progress.flush();
        if (start < answer.output().length()
                && JSON.readTree(answer.output().substring(start)) instanceof ObjectNode object) {
            out.println(JSON.writeValueAsString(object.put("donnees", "reconstituées")));
            out.flush();
        }
        return answer.code();
    }

    /** Identifiers of the runs that wait to be restarted, the oldest first. */
    static List<String> unfinished(String runs) {
        int start = jsonStart(runs);
        if (start == runs.length()) {
            return List.of();
        }
        JsonNode list = JSON.readTree(runs.substring(start));
        return StreamSupport.stream((list.isArray() ? list : list.path("runs")).spliterator(), false)
                .filter(run -> UNFINISHED.contains(run.path("state").asString("")))
                .map(run -> run.path("run").asString(""))
                .sorted()
                .toList();
    }

    /** Where the JSON begins: the first line that opens an object or a list, else the end. */
    private static int jsonStart(String output) {
        for (int start = 0; start < output.length(); start = output.indexOf('\n', start) + 1) {
            if (output.charAt(start) == '{' || output.charAt(start) == '[') {
                return start;
            }
            if (output.indexOf('\n', start) < 0) {
                return output.length();
            }
        }
        return output.length();
    }

    private String[] arguments() {
        return new String[] {
            "nightly",
            "--rooms",
            batch.data("salles.csv"),
            "--attendance",
            batch.data("frequentation.csv"),
            "--intercommunalites",
            batch.data("intercommunalites.csv")
        };
    }
}
