package fr.passerelle.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The containers' description: what can be told without an engine; ComposeIT of dev/proof starts it. */
class ComposeTest {

    private static final Path ROOT = Path.of(System.getProperty("passerelle.root", ""));

    @Test
    void holdsNoPasswordAndOpensNoPortToOthers() throws IOException {
        var text = Files.readString(ROOT.resolve("docker-compose.yml"));

        assertThat(text.lines().filter(line -> line.contains("PASSWORD")))
                .isNotEmpty()
                .allMatch(line -> line.matches(".*(PASSWORD: |=\")\\$\\{\\w+:\\?.*}(\";?)?"));
        assertThat(text.lines().filter(line -> line.matches("\\s+- \\S*:\\d+$")))
                .hasSize(4)
                .allMatch(line -> line.contains("- 127.0.0.1:"));
    }

    @Test
    void letsThroughTheIgnoreFileWhatTheImageCopies() throws IOException {
        var kept = lines(".dockerignore", "!")
                .map(pattern -> FileSystems.getDefault().getPathMatcher("glob:" + pattern))
                .toList();

        assertThat(lines("dev/docker/Dockerfile", "COPY "))
                .hasSize(4)
                .map(words -> Path.of(words.split(" ")[0].replace("*", "1.0.0")))
                .allMatch(copied -> kept.stream().anyMatch(pattern -> pattern.matches(copied)));
    }

    private static Stream<String> lines(String file, String start) throws IOException {
        return Files.readString(ROOT.resolve(file))
                .lines()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()));
    }
}
