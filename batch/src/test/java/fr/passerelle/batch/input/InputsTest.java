package fr.passerelle.batch.input;

import static fr.passerelle.local.fixture.Csv.month;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.batch.input.Inputs.GivenFile;
import fr.passerelle.batch.input.Inputs.NightlyRequest;
import fr.passerelle.sources.reject.UnusableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class InputsTest {

    private final Path folder = Archived.folder(month("A", "2017-01", 10), month("B", "2017-01", 7));

    @Test
    void readsEachTableOfAFileByItsMapping() {
        List<GivenFile> given = Inputs.examine(night(folder));

        assertThat(given).extracting(one -> one.input().name()).containsExactly("table-1", "table-2");
        assertThat(given).extracting(one -> one.input().part()).containsExactly("#1", "#2");
    }

    @Test
    void refusesTwoMappingsOfOneTable() {
        Path other = Archived.mapping(folder.resolve("autre.yaml"), "autre", 2);

        assertThatThrownBy(() -> Inputs.examine(night(folder.resolve("table-2.yaml"), other)))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining("nomment tous deux un même fichier");
    }

    /** What of a folder has no file tonight is said; what is given by its name is there for one. */
    @Test
    void refusesAMappingWithoutFileOnlyWhereItIsNamed() throws IOException {
        Path idle = folder.resolve("autre.yaml");
        Files.writeString(
                idle,
                Files.readString(folder.resolve("table-1.yaml"))
                        .replace("table-1", "autre")
                        .replace(Archived.NAME, "autre.zip"));

        assertThat(Inputs.examine(night(folder))).hasSize(2);
        assertThatThrownBy(() -> Inputs.examine(night(folder.resolve("table-1.yaml"), idle)))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining("Le mapping « autre » ne nomme aucun des fichiers donnés");
    }

    private NightlyRequest night(Path... mappings) {
        return new NightlyRequest(
                null,
                List.of(folder.resolve(Archived.NAME)),
                null,
                null,
                null,
                null,
                List.of(mappings),
                null,
                null,
                false,
                List.of());
    }
}
