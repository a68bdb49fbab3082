package fr.passerelle.events.replay;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.schemas.contract.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStatesTest {

    private static final Topics LIVE = new Topics("passerelle");

    @TempDir
    private Path folder;

    @Test
    void removesWhatIsLeftOfReplaysAndNeitherTheLiveStateNorAnotherSystems() throws IOException {
        Path here = state("passerelle.replay.r-000002.events");
        Path left = state("passerelle.replay.r-000001.events");
        Path live = state("passerelle.events");
        Path other = state("autre.replay.r-000001.events");

        new LocalStates(folder, LIVE).keepOnly(Set.of(LIVE.replay("R-000002")));

        assertThat(left).doesNotExist();
        assertThat(here).exists();
        assertThat(live).exists();
        assertThat(other).exists();
    }

    @Test
    void hasNothingToRemoveBeforeTheFolderIsThere() {
        Path absent = folder.resolve("absent");

        new LocalStates(absent, LIVE).keepOnly(Set.of());

        assertThat(absent).doesNotExist();
    }

    private Path state(String name) throws IOException {
        Path state = folder.resolve(name);
        Files.createDirectories(state.resolve("0_1"));
        Files.writeString(state.resolve("0_1/.lock"), "");
        return state;
    }
}
