package fr.passerelle.sources;

import static fr.passerelle.local.fixture.Csv.room;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.local.fixture.Csv;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.reject.UnusableFile;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PersonWatchTest {

    private static final TableSchema ROOMS = TableSchema.salles();

    @Test
    void stopsAFileWithAColumnOfPersons() {
        Path file = rooms(10, "FIBRE", "Zoé Canarinet");

        assertThatThrownBy(() -> InputFile.examine(file, ROOMS))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining("colonne « connexion » : 10 cellules sur 10 semblent désigner des personnes")
                .hasMessageNotContaining("Canarinet");
    }

    @Test
    void stopsAFileWhosePersonsAreInRefusedRows() {
        Path file = rooms(10, "FIBRE", "Zoé Canarinet", ";8;", ";huit;");

        assertThatThrownBy(() -> InputFile.examine(file, ROOMS)).hasMessageContaining("10 cellules sur 10");
    }

    @Test
    void letsPlacesBearTheNamesOfPeople() {
        Path file = rooms(10, "Salle S", "Salle Jean Moulin");

        assertThat(InputFile.examine(file, ROOMS).rows()).isEqualTo(10);
    }

    @Test
    void stopsAFileOfWhichMostPlacesAreCalledByTheirPeople() {
        Path file = rooms(10, "Salle S", "Mme Zoé Canarinet ");

        assertThatThrownBy(() -> InputFile.examine(file, ROOMS))
                .hasMessageContaining("colonne « nom » : 10 cellules sur 10");
    }

    private static Path rooms(int count, String text, String replacement) {
        return rooms(count, text, replacement, text, text);
    }

    private static Path rooms(int count, String text, String replacement, String other, String otherReplacement) {
        return Csv.file(
                ROOMS,
                IntStream.range(0, count)
                        .mapToObj(i -> room("S" + i, "02094")
                                .replace(text, replacement)
                                .replace(other, otherReplacement))
                        .toArray(String[]::new));
    }
}
