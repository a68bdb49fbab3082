package fr.passerelle.batch.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.batch.fixture.Csv;
import fr.passerelle.batch.source.mapping.Mapping;
import fr.passerelle.batch.source.reject.UnusableFile;
import fr.passerelle.schemas.table.TableSchema;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MappedSourceTest {

    private static final TableSchema ROOMS = TableSchema.salles();
    private static final String MAPPING = """
        mapping: bibliotheques
        table: salles
        fichiers: ["*.csv"]
        colonnes:
          id_salle: {de: Branche, traduire: {Cruddas: cruddas-park}, sinon: garder}
          nom: Branche
          code_insee: {constante: "02094"}
          gestion: {constante: REGION}
          adresse: {joindre: [Rue, Ville], avec: ", "}
          latitude: {de: Lieu, couper: ",", morceau: 1, sur: 2}
          longitude: {de: Lieu, couper: ",", morceau: 2}
        ignorer: ["Nom usager"]
        """;
    private static final String HEADER = "Branche;Nom usager;Rue;Ville;Lieu\n";

    @Test
    void renamesFillsTranslatesJoinsAndCuts() {
        Outcome outcome = only(HEADER + "Cruddas;Marie Dupont;1 rue A;Laon;49.5, 3.5\n");

        Cells cells = new Cells(ROOMS.header(), ((Outcome.Accepted) outcome).row());
        assertThat(cells.text("id_salle")).isEqualTo("cruddas-park");
        assertThat(cells.text("nom")).isEqualTo("Cruddas");
        assertThat(cells.text("gestion")).isEqualTo("REGION");
        assertThat(cells.text("adresse")).isEqualTo("1 rue A, Laon");
        assertThat(cells.degrees("latitude")).isEqualTo(49.5);
        assertThat(cells.degrees("longitude")).isEqualTo(3.5);
        assertThat(cells.text("connexion")).isNull();
    }

    @Test
    void refusesACellThatIsNotInAsManyPiecesAsDeclared() {
        Outcome.Refused refused = (Outcome.Refused) only(HEADER + "Cruddas;;1 rue A;Laon;49,5,3,5\n");

        assertThat(refused.rejected().column()).isEqualTo("latitude");
        assertThat(refused.rejected().message()).contains("2 morceau");
        assertThat(refused.rejected().cells()).containsEntry("nom", "Cruddas");
    }

    @Test
    void saysAtOnceAllThatDoesNotFitAHeader() {
        assertThatThrownBy(() -> only("Branche;Rue;Rue;Lieu;Téléphone\nA;B;C;D;E\n"))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining("ligne 1, ne va pas avec le mapping « bibliotheques »")
                .hasMessageContaining("la colonne « Rue » y est 2 fois")
                .hasMessageContaining("il manque la colonne « Ville »")
                .hasMessageContaining("la colonne n° 5 n'est ni utilisée ni ignorée")
                .hasMessageNotContaining("Téléphone");
    }

    private static Outcome only(String text) {
        Path path = Csv.text(text);
        InputFile file = InputFile.examine(path, ROOMS, Mapping.parse(MAPPING, "bibliotheques.yaml"));
        List<Outcome> outcomes = new ArrayList<>();
        try (TableSource source = TableSource.open(file, ROOMS)) {
            for (Outcome outcome = source.next(); outcome != null; outcome = source.next()) {
                outcomes.add(outcome);
            }
        }
        assertThat(outcomes).hasSize(1);
        return outcomes.getFirst();
    }
}
