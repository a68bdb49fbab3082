package fr.passerelle.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The formatter runs here, in the toolchain's JVM, because a Maven plugin would run in Maven's: on Java 17 it cannot read Java 21.
 * {@code mvn -pl dev/proof -am test -Dtest=FormatTest -Dpasserelle.rewrite=true} formats.
 */
class FormatTest {

    private final Formatter formatter = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .build());

    @Test
    void findsEverySourceFormatted() {
        List<Path> sources = Tree.javaSources();

        List<Path> unformatted = sources.parallelStream()
                .filter(this::differs)
                .map(Tree.root()::relativize)
                .toList();

        assertThat(sources).hasSizeGreaterThan(20);
        assertThat(unformatted).as("sources to format").isEmpty();
    }

    private boolean differs(Path source) {
        String text = Tree.read(source);
        String formatted = format(source, text);
        if (Tree.REWRITE && !text.equals(formatted)) {
            Tree.write(source, formatted);
            return false;
        }
        return !text.equals(formatted);
    }

    private String format(Path source, String text) {
        try {
            return formatter.formatSourceAndFixImports(text);
        } catch (FormatterException e) {
            throw new AssertionError(source + ": " + e.getMessage(), e);
        }
    }
}
