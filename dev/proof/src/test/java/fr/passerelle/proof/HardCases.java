package fr.passerelle.proof;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.program.Deployment;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The three nights of docs/hard-cases.md, and what held after each. */
final class HardCases implements AutoCloseable {

    private static final Path FILES = Tree.root().resolve("dev/proof/src/test/resources/hard-cases");

    private final Deployment system = Deployments.fresh("hard");
    private final Map<String, Snapshot> steps = new LinkedHashMap<>();

    /** Runs them, and records the acts after the first. */
    static HardCases played(Path mergedFacts) {
        var cases = new HardCases();
        cases.system.events(1).awaitSaying("est lu");
        cases.night("first", "first", "first", Map.of());
        cases.notifyAll(Tree.read(FILES.resolve("first/decisions.csv")));
        cases.night("later", "later", "later", Map.of());
        cases.night("merged", "later", "merged", Map.of("passerelle.facts", mergedFacts.toString()));
        return cases;
    }

    /** The steps, in order. */
    Set<String> steps() {
        return steps.keySet();
    }

    /** What held after a step. */
    Snapshot after(String step) {
        return Objects.requireNonNull(steps.get(step), step);
    }

    /** The rows that a night rejected, as file, line and reason. */
    String rejected(int runNo) {
        return system.text("select string_agg(file_name || ' ' || line || ' ' || reason, ', ' order by line)"
                + " from passerelle.reject where run_no = " + runNo);
    }

    @Override
    public void close() {
        system.close();
    }

    private void night(String step, String rooms, String intercommunalites, Map<String, String> more) {
        system.night(
                List.of(
                        "nightly",
                        "--rooms",
                        file(rooms, "salles.csv"),
                        "--attendance",
                        file("first", "frequentation.csv"),
                        "--intercommunalites",
                        file(intercommunalites, "intercommunalites.csv"),
                        "--sites",
                        file("first", "sites.csv")),
                more);
        steps.put(step, Snapshot.of(system));
    }

    private static String file(String folder, String name) {
        return FILES.resolve(folder).resolve(name).toString();
    }

    /** Notifies what the plans in force say, and expects it to be what the file says. */
    private void notifyAll(String file) {
        file.lines().skip(1).forEach(act -> assertThat(notified(act.split(";"))).isEqualTo(act));
    }

    private String notified(String... act) {
        var decision = system.batch(
                "decide", act[1], "notified", "--act", act[0], "--date", act[2], "--why", "cas difficile", "--json");
        assertThat(decision.end()).as(decision.output() + decision.errors()).isZero();
        return line(Snapshot.exact(decision.output()));
    }

    private static String line(JsonNode known) {
        var aid = known.get("aid").valueStream().map(line -> line.get("euros").asString());
        return Stream.concat(
                        Stream.of("act", "epci", "decidedOn", "seat")
                                .map(field -> known.get(field).asString()),
                        aid)
                .collect(Collectors.joining(";"));
    }
}
