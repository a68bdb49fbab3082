package fr.passerelle.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** What docker-compose.yml describes, over folders of a test's own; the file of passwords is filled in as people do. */
final class ComposeStack {

    /** The account of the host that dev/docker/env.example gives. */
    private static final int OWNER = 1000;

    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final ContainerEngine engine;
    private final Path home;
    private final List<String> compose;
    private final List<String> typed = new ArrayList<>();

    private ComposeStack(ContainerEngine engine, Path home, List<String> options) {
        this.engine = engine;
        this.home = home;
        this.compose = new ArrayList<>(List.of("docker-compose", "--ansi", "never", "--env-file", env().toString()));
        this.compose.addAll(options);
    }

    /** In a folder of the host that holds the inputs and the outputs. */
    static ComposeStack in(Path home, ContainerEngine engine) {
        try {
            Files.createDirectories(home.resolve("entrees"));
            Files.setAttribute(Files.createDirectories(home.resolve("sorties")), "unix:uid", OWNER);
            var example = Tree.read(Tree.root().resolve("dev/docker/env.example"));
            Tree.write(home.resolve("env"), example.replace("=\n", "=un-secret\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ComposeStack(engine, home, List.of());
    }

    /** The same description with another over it, as a project of its own. */
    ComposeStack with(Path override, String project) {
        var described = Tree.root().resolve("docker-compose.yml").toString();
        return new ComposeStack(
                engine, home, List.of("--project-name", project, "--file", described, "--file", override.toString()));
    }

    private Path env() {
        return home.resolve("env");
    }

    Path inputs() {
        return home.resolve("entrees");
    }

    Path outputs() {
        return home.resolve("sorties");
    }

    /** Runs docker-compose, as a person does from the root of the repository. */
    Answer compose(String... arguments) {
        var folders = Map.of(
                "PASSERELLE_ENTREES",
                inputs().toString(),
                "PASSERELLE_SORTIES",
                outputs().toString());
        typed.add("docker-compose " + String.join(" ", arguments));
        return engine.run(folders, PATIENCE, words(arguments));
    }

    /** All that was run so far, as a person types it. */
    List<String> typed() {
        return List.copyOf(typed);
    }

    private String[] words(String... arguments) {
        var all = new ArrayList<>(compose);
        all.addAll(List.of(arguments));
        return all.toArray(String[]::new);
    }

    /** Runs a command of cli, in a container that is gone afterwards. */
    Answer batch(String... arguments) {
        return batch(List.of(), List.of(arguments));
    }

    /** The same, with options of {@code docker-compose run}. */
    Answer batch(List<String> options, List<String> arguments) {
        var all = new ArrayList<>(List.of("run", "--rm"));
        all.addAll(options);
        all.add("cli");
        all.addAll(arguments);
        return compose(all.toArray(String[]::new));
    }

    /** Runs a command in a container that is up. */
    Answer inside(String service, String... command) {
        var all = new ArrayList<>(List.of("exec", service));
        all.addAll(List.of(command));
        return compose(all.toArray(String[]::new));
    }

    /** What docker says of each container of a service, ended ones too. */
    List<String> each(String service, String format) {
        return compose("ps", "--all", "--quiet", service)
                .expected()
                .lines()
                .map(id -> engine.run("docker", "inspect", "--format", format, id)
                        .expected()
                        .strip())
                .toList();
    }

    /** Waits until so many containers of a service are healthy. */
    void awaitHealthy(String service, int count) {
        var healthy = Collections.nCopies(count, "healthy");
        await(() -> each(service, "{{.State.Health.Status}}").equals(healthy));
    }

    /** Waits for what only a question to the engine tells. */
    static void await(BooleanSupplier condition) {
        Waiting.until(A_MOMENT, condition);
    }
}
