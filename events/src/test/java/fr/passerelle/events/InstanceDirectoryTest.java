package fr.passerelle.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstanceDirectoryTest {

    @TempDir
    private Path root;

    @Test
    void givesEachInstanceAFolderOfItsOwn() throws IOException {
        try (var first = InstanceDirectory.under(root);
                var second = InstanceDirectory.under(root)) {

            assertThat(first.path()).isDirectory().isEqualTo(root.resolve("1"));
            assertThat(second.path()).isDirectory().isEqualTo(root.resolve("2"));
        }
    }

    @Test
    void givesTheFolderOfAnInstanceThatEndedToTheNext() throws IOException {
        var first = InstanceDirectory.under(root);
        try (var second = InstanceDirectory.under(root)) {
            first.close();

            try (var next = InstanceDirectory.under(root)) {
                assertThat(next.path()).isEqualTo(root.resolve("1")).isNotEqualTo(second.path());
            }
        }
    }
}
