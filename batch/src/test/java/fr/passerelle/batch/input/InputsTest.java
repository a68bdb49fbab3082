package fr.passerelle.batch.input;

import static fr.passerelle.local.fixture.Csv.month;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.batch.input.Inputs.GivenFile;
import fr.passerelle.batch.input.Inputs.NightlyRequest;
import fr.passerelle.published.run.Run.Input;
import fr.passerelle.schemas.contract.Sha256;
import fr.passerelle.schemas.event.SourceRole;
import fr.passerelle.schemas.fault.OutsideFault;
import fr.passerelle.schemas.fault.RunRefused;
import fr.passerelle.schemas.table.FileLines;
import fr.passerelle.sources.InputFile;
import fr.passerelle.sources.mapping.Mapping;
import fr.passerelle.sources.reject.UnusableFile;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of a run: where they are, and by which mapping each is read. */
class InputsTest {

    @TempDir
    private Path home;

    private Path folder;
    private InputPaths places;
    private Path file;
    private Input input;

    @BeforeEach
    void prepareAFile() throws IOException {
        folder = home.resolve("var/inputs");
        places = new InputPaths(folder);
        file = Files.writeString(home.resolve("relevés de Mme Kowalczyk.csv"), "a;b\n1;2\n");
        input = new Input(
                SourceRole.ATTENDANCE, "fichier-01234567", Sha256.of(file), "", 1, FileLines.NONE, "", List.of());
    }

    @Test
    void findsAFileWhereItWasGivenAndHoldsNoneThatChanged() throws IOException {
        places.remember(List.of(given()));

        assertThat(places.holds(input)).isTrue();
        assertThat(places.file(input).path()).isEqualTo(file.toAbsolutePath());

        Files.writeString(file, "a;b\n1;3\n");

        assertThat(places.holds(input)).isFalse();
    }

    @Test
    void tellsAFullDiskFromRightsThatMiss() {
        assertThat(InputPaths.whatToDo(new FileSystemException("a.part", null, "No space left on device")))
                .contains("disque est plein");
        assertThat(InputPaths.whatToDo(new FileSystemException("a.part", null, "Disk quota exceeded")))
                .contains("faites de la place");
        assertThat(InputPaths.whatToDo(new FileSystemException("a.part", null, "Permission denied")))
                .contains("vérifiez qu'on peut y écrire");
    }

    @Test
    void letsOnlyItsOwnerRead() throws IOException {
        places.remember(List.of(given()));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        Path kept = folder.resolve(input.sha256() + ".path");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
                .isEqualTo("rw-------");
        assertThat(folder).isDirectoryContaining(kept::equals);
    }

    @Test
    void saysWhichSourceItFindsNoMoreWithoutItsPath() {
        assertThat(places.holds(input)).isFalse();
        assertThatThrownBy(() -> places.file(input))
                .isInstanceOf(OutsideFault.class)
                .hasMessageContaining("« fichier-01234567 »")
                .hasMessageContaining("--file");
    }

    @Test
    void forgetsThePath() {
        places.remember(List.of(given()));

        places.forget(List.of(input));

        assertThat(folder).isEmptyDirectory();
        assertThat(places.holds(input)).isFalse();
    }

    @Test
    void learnsByItsContentWhereAFileIsNow() throws IOException {
        places.remember(List.of(given()));
        Path moved = Files.move(file, home.resolve("ailleurs.csv"));

        places.learn("N-000001", List.of(input), List.of(moved));

        assertThat(places.holds(input)).isTrue();
        assertThat(places.file(input).path()).isEqualTo(moved.toAbsolutePath());
    }

    @Test
    void refusesAFileThatIsNoneOfTheRuns() throws IOException {
        Path other = Files.writeString(home.resolve("autre.csv"), "x");

        assertThatThrownBy(() -> places.learn("N-000001", List.of(input), List.of(other)))
                .isInstanceOf(RunRefused.class)
                .hasMessageContaining("n'est aucun de ceux de l'exécution N-000001");
        assertThatThrownBy(() -> places.learn("N-000001", List.of(input), List.of(home.resolve("absent.csv"))))
                .isInstanceOf(RunRefused.class)
                .hasMessageContaining("ne peut pas être lu");
    }

    private InputFile given() {
        return new InputFile(file, input.name(), input.sha256(), "", 1, FileLines.NONE, Mapping.CANONICAL, false);
    }

    private final Path archive = Archived.folder(month("A", "2017-01", 10), month("B", "2017-01", 7));

    @Test
    void readsEachTableOfAFileByItsMappingAndRefusesTwoOfOneTable() {
        List<GivenFile> given = Inputs.examine(night(archive));

        assertThat(given).extracting(one -> one.input().name()).containsExactly("table-1", "table-2");
        assertThat(given).extracting(one -> one.input().part()).containsExactly("#1", "#2");

        Path other = Archived.mapping(archive.resolve("autre.yaml"), "autre", 2);

        assertThatThrownBy(() -> Inputs.examine(night(archive.resolve("table-2.yaml"), other)))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining("nomment tous deux un même fichier");
    }

    /** What of a folder has no file tonight is said; what is given by its name is there for one. */
    @Test
    void refusesAMappingWithoutFileOnlyWhereItIsNamed() throws IOException {
        Path idle = archive.resolve("autre.yaml");
        Files.writeString(
                idle,
                Files.readString(archive.resolve("table-1.yaml"))
                        .replace("table-1", "autre")
                        .replace(Archived.NAME, "autre.zip"));

        assertThat(Inputs.examine(night(archive))).hasSize(2);
        assertThatThrownBy(() -> Inputs.examine(night(archive.resolve("table-1.yaml"), idle)))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining("Le mapping « autre » ne nomme aucun des fichiers donnés");
    }

    private NightlyRequest night(Path... mappings) {
        return new NightlyRequest(
                Map.of(SourceRole.ATTENDANCE, List.of(archive.resolve(Archived.NAME))),
                List.of(mappings),
                null,
                null,
                false,
                List.of());
    }
}
