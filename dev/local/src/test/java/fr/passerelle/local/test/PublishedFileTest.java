package fr.passerelle.local.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A published problem is the very one that is named, or none. */
class PublishedFileTest {

    private final PublishedFile pmed1 = new PublishedFile("pmed1.txt", "100 200 5", "5819");

    @Test
    void refusesAFolderThatHoldsItNot(@TempDir Path folder) throws IOException {
        Path file = Files.createDirectory(folder.resolve("pmed")).resolve("pmed1.txt");
        Files.writeString(file, " 100  200 5\n1 2 30\n");
        assertThat(pmed1.in(folder)).isEqualTo(file);

        Files.writeString(file, "something else\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pmed1.in(folder))
                .withMessageEndingWith("holds no pmed1.txt that begins with \"100 200 5\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pmed1.in(folder.resolve("none")))
                .withMessageEndingWith("is no folder of published problems");
    }
}
