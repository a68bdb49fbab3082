package fr.passerelle.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrawnFilesTest {

    private static final Path ROOT = Path.of(System.getProperty("passerelle.root", "../.."));
    private static final DrawnFiles.Drawing SOME = new DrawnFiles.Drawing(7, 20, 5_000, 0);

    @TempDir
    Path folder;

    @Test
    void writesTheSameBytesForTheSameSeed() throws IOException {
        DrawnFiles one = DrawnFiles.write(Files.createDirectory(folder.resolve("one")), ROOT, SOME);
        DrawnFiles other = DrawnFiles.write(Files.createDirectory(folder.resolve("other")), ROOT, SOME);

        assertThat(one.attendance()).hasSameBinaryContentAs(other.attendance());
        assertThat(one.rooms()).hasSameBinaryContentAs(other.rooms());
    }

    @Test
    void saysEachSessionOnceAndWhatTheyComeTo() throws IOException {
        DrawnFiles drawnFiles = DrawnFiles.write(folder, ROOT, SOME);

        List<String> lines = Files.readAllLines(drawnFiles.attendance());
        Set<String> sessions = new HashSet<>();
        long presences = 0;
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(";", -1);
            sessions.add(cells[1] + cells[2] + cells[5]);
            presences += Long.parseLong(cells[9]);
        }

        assertThat(sessions).hasSize(5_000);
        assertThat(drawnFiles.sum()).isEqualTo(new DrawnFiles.Sum(5_000, presences));
    }

    @Test
    void writesTheFilesOfWhichTheHashesArePublished() throws Exception {
        byte[] bytes = Files.readAllBytes(DrawnFiles.write(folder, ROOT, SOME).attendance());

        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)))
                .isEqualTo("422030f5145c4885a61af1d100af2375411bf3728e4684f30b468723fe1dba25");
    }

    @Test
    void changesOneMoreHundredthWithEachRevision() throws IOException {
        DrawnFiles.Drawing second = SOME.revised().revised();
        List<String> before = Files.readAllLines(
                DrawnFiles.write(folder, ROOT, SOME.revised()).attendance());
        List<String> after =
                Files.readAllLines(DrawnFiles.write(folder, ROOT, second).attendance());

        long changed = IntStream.range(0, before.size())
                .filter(i -> !before.get(i).equals(after.get(i)))
                .count();

        assertThat(after).hasSameSizeAs(before);
        assertThat(changed).isEqualTo(second.changed()).isEqualTo(50);
    }
}
