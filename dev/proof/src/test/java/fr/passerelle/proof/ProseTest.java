package fr.passerelle.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Prose is read and reviewed in lines under 120 characters. Tables and blocks of code keep theirs: they cannot be wrapped. */
class ProseTest {

    private static final int LIMIT = 120;
    private static final String FENCE = "```";

    @Test
    void findsNoLineOfProseTooLong() {
        List<Path> pages = Tree.pages();

        assertThat(pages).hasSizeGreaterThan(30);
        assertThat(pages.stream().flatMap(ProseTest::tooLong))
                .as("lines of prose of %d characters or more", LIMIT)
                .isEmpty();
    }

    @Test
    void exemptsTablesAndCodeOnly() {
        String wide = "x".repeat(LIMIT);
        String page = String.join("\n", "| " + wide, "   ```sh", wide, "   ```", "- " + wide);

        assertThat(tooLong(page)).containsExactly(5);
    }

    private static Stream<String> tooLong(Path page) {
        return tooLong(Tree.read(page)).stream().map(line -> Tree.root().relativize(page) + ":" + line);
    }

    /** The numbers of the lines, from 1. */
    private static List<Integer> tooLong(String page) {
        List<Integer> numbers = new ArrayList<>();
        List<String> lines = page.lines().toList();
        boolean code = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            code ^= line.strip().startsWith(FENCE);
            if (!code && !line.strip().startsWith("|") && line.length() >= LIMIT) {
                numbers.add(i + 1);
            }
        }
        return numbers;
    }
}
