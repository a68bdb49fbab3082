package fr.passerelle.sources;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.schemas.table.TableSchema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeptCellsTest {

    private static final TableSchema TABLE = TableSchema.frequentation();

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
}
