package fr.passerelle.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcTest {

    @TempDir
    Path root;

    @Test
    void readsTicksBehindANameWithSpacesAndParentheses() throws IOException {
        write("42/stat", "42 (a (odd) name) S 1 42 42 0 -1 4194560 100 0 0 0 300 20 5 7 20 0 1 0 99 0 0\n");

        Proc proc = new Proc(root);

        assertThat(proc.ticks(42)).isEqualTo(332);
        assertThat(proc.ticksOfEndedChildren(42)).isEqualTo(12);
    }

    @Test
    void countsSharedMemoryOnce() throws IOException {
        write("1/status", "RssAnon:\t 100 kB\nRssFile:\t 30 kB\nRssShmem:\t 500 kB\n");
        write("2/status", "RssAnon:\t 10 kB\nRssFile:\t 40 kB\nRssShmem:\t 400 kB\n");

        Proc proc = new Proc(root);

        assertThat(proc.bytes(List.of(1L, 2L))).isEqualTo(650L * 1024);
    }

    @Test
    void findsAllThatDescendsFromAProcess() throws IOException {
        write("1/task/1/children", "2 3 ");
        write("3/task/3/children", "4");

        assertThat(new Proc(root).tree(1)).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void findsNothingUsedByAProcessThatIsGone() {
        Proc proc = new Proc(root);

        assertThat(proc.ticks(7)).isZero();
        assertThat(proc.bytes(proc.tree(7))).isZero();
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
