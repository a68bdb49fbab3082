package fr.passerelle.proof;

import static fr.passerelle.proof.Deployments.json;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.process.PrivateFiles;
import fr.passerelle.local.program.Program;
import fr.passerelle.local.program.ProgramProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where somebody types what a guide says, word for word: a folder with its {@code var}, and the launcher of a built
 * tree.
 */
final class Terminal {

    private static final String LAUNCHER = "./passerelle";
    private static final String DEEP = "verify --deep";

    private final Path folder;
    private final Path tree;
    private final Map<String, String> words = new LinkedHashMap<>();

    private Terminal(Path folder, Path tree) {
        this.folder = folder;
        this.tree = tree;
    }

    /** One over the programs of a tree, which the launcher finds as they are. */
    static Terminal in(Path folder, Path tree) {
        built(tree);
        return new Terminal(folder, tree);
    }

    /** Tells the launcher of a tree that this build has built it. */
    static void built(Path tree) {
        PrivateFiles.unchecked(() ->
                Files.write(Files.createDirectories(tree.resolve("target")).resolve(".built"), new byte[0]));
    }

    /** What stands in the guide for something that it cannot know. */
    void means(String word, String value) {
        words.put(word, value);
    }

    /** Runs the commands of a section; answers the lines that they printed. */
    List<String> follow(Guidebook section) {
        var printed = new ArrayList<String>();
        var commands = section.commands();
        assertThat(commands).as(section.text()).isNotEmpty();
        for (var command : commands) {
            var program = command.line().contains(DEEP)
                    ? agreed(command.line())
                    : run(command.line(), command.codes().toArray(Integer[]::new));
            program.output().lines().map(Terminal::plain).forEach(printed::add);
        }
        return printed;
    }

    /** Events, started again, reads for a while; as long as it does, verification names what is not there yet. */
    private Program agreed(String line) {
        var last = new AtomicReference<>(start(line, Map.of()));
        Waiting.until(Duration.ofSeconds(10), () -> {
            if (last.get().end() != 0) {
                last.set(start(line, Map.of()));
            }
            return last.get().end() == 0;
        });
        assertThat(last.get().transcript()).as(line).doesNotContain("\tat ");
        return last.get();
    }

    /** Whatever the width of its spaces. */
    static String plain(String line) {
        return line.replaceAll("[\\u00a0\\u202f]", " ").stripTrailing();
    }

    /** Runs a line to its end, which must be one of these. */
    Program run(String line, Integer... codes) {
        var program = start(line, Map.of());
        assertThat(List.of(codes)).as(line + "\n" + program.transcript()).contains(program.end());
        assertThat(program.transcript()).as(line).doesNotContain("\tat ");
        return program;
    }

    JsonNode json(String line) {
        return JsonMapper.shared().readTree(run(line, 0).output());
    }

    /** The hash of the last run. */
    String currentHash() {
        return json("./passerelle runs --json").get(0).get("resultHash").asString();
    }

    /** Starts a line, with more in its environment. */
    ProgramProcess start(String line, Map<String, String> more) {
        var environment = new LinkedHashMap<>(more);
        environment.put("PASSERELLE_VAR", folder.resolve("var").toString());
        var spoken = line.replace(LAUNCHER, tree.resolve("passerelle").toString());
        for (var word : words.entrySet()) {
            spoken = spoken.replace(word.getKey(), word.getValue());
        }
        return Deployments.shell("cd '" + folder + "' && " + spoken, environment);
    }
}
