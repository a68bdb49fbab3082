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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeptCellsTest {

    private static final TableSchema TABLE = TableSchema.FREQUENTATION;

    private final KeptCells keptCells = new KeptCells(TABLE);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        presences | 12 | 12
        presences | environ 12 | environ 12
        presences | Canarinet | [masqué]
        presences | 06 12 34 56 78 | [masqué]
        periode_debut | 03/04/2017 | 03/04/2017
        etat | Fermé | Fermé
        etat | Zoé | [masqué]
        id_salle | PEL-012 | PEL-012
        id_salle | Canarinet | [masqué]
        id_salle | 0612345678 | [masqué]
        id_salle | salle inconnue | salle inconnue
        activite | Initiation, contact zoe@exemple.fr | AUTRE
        activite | Recherche d'emploi | Recherche d'emploi
        """)
    void keepsNoNameOfARefusedRow(String column, String cell, String kept) {
        assertThat(keptCells.keep(TABLE.header().indexOf(column), cell)).isEqualTo(kept);
    }

    private static final TableSchema ROOMS = TableSchema.SALLES;

    @Test
    void stopsAFileWithAColumnOfPersons() {
        Path file = rooms("FIBRE", "Zoé Canarinet");

        assertThatThrownBy(() -> InputFile.examine(file, ROOMS))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining("colonne « connexion » : 10 cellules sur 10 semblent désigner des personnes")
                .hasMessageNotContaining("Canarinet");
    }

    @Test
    void stopsAFileWhosePersonsAreInRefusedRowsAndLetsPlacesBearTheirNames() {
        Path file = rooms("FIBRE", "Zoé Canarinet", ";8;", ";huit;");

        assertThatThrownBy(() -> InputFile.examine(file, ROOMS)).hasMessageContaining("10 cellules sur 10");
        assertThat(InputFile.examine(rooms("Salle S", "Salle Jean Moulin"), ROOMS)
                        .rows())
                .isEqualTo(10);
    }

    @Test
    void stopsAFileOfWhichMostPlacesAreCalledByTheirPeople() {
        Path file = rooms("Salle S", "Mme Zoé Canarinet ");

        assertThatThrownBy(() -> InputFile.examine(file, ROOMS))
                .hasMessageContaining("colonne « nom » : 10 cellules sur 10");
    }

    private static Path rooms(String text, String replacement) {
        return rooms(text, replacement, text, text);
    }

    private static Path rooms(String text, String replacement, String other, String otherReplacement) {
        return Csv.file(
                ROOMS,
                IntStream.range(0, 10)
                        .mapToObj(i -> room("S" + i, "02094")
                                .replace(text, replacement)
                                .replace(other, otherReplacement))
                        .toArray(String[]::new));
    }
}
