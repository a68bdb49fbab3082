package fr.passerelle.sources.cell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0612345678", "06-12-34-56-78", "06.12.34.56.78", "0033612345678", "33612345678", "USAGER-0612345678",
                "285058012345682", "2-85-05-80-123-456-82", "2850580123456", "canarinet", "Dupont", "zoe.canarinet",
                "zoe_canarinet", "ZoeCanarinet", "CANARINET/zoe/12", "Mme-Dupont-12", "2017-10/M.Dupont.3"
            })
    void refusesTheIdOfALineThatIsSomebody(String id) {
        assertThat(Typing.read("id_releve", id)).isEqualTo("IDENTIFIANT_PERSONNE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1", "000123", "0000000123", "612345678", "1489363200000",
                "285058012345677", "20170304", "02-20170304", "02168-2017-03", "REL-2017-000123",
                "DEMO-001-2016-03-ATELIER", "CHI-KELLY-2017-01", "total", "AB", "x1",
                "couverture/JEAN-MOULIN/2017-01", "8f14e45f-ceea-467f-a3d4-5f2b1c9e0a7b"
            })
    void takesTheIdOfALine(String id) {
        assertThat(Typing.read("id_releve", id)).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"JEAN-MOULIN", "CHI-KELLY", "PEL-012", "SALLE-DES-FETES", "02168-01"})
    void letsPlacesBearTheNamesOfPeople(String id) {
        assertThat(Typing.read("id_salle", id)).isEqualTo(id);
        assertThat(Typing.read("id_site", id)).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0612345678", "06-12-34-56-78", "285058012345682", "Mme-Dupont", "M.Dupont", "MME_DUPONT.2"})
    void refusesTheIdOfAPlaceThatIsSomebody(String id) {
        assertThat(Typing.read("id_salle", id)).isEqualTo("IDENTIFIANT_PERSONNE");
        assertThat(Typing.read("id_site", id)).isEqualTo("IDENTIFIANT_PERSONNE");
    }

    @Test
    void saysInWordsWhatEachColumnExpects() {
        assertThat(Typing.fields())
                .filteredOn(field -> field.constraints().pattern() != null)
                .extracting(
                        field -> Typing.column(field.name(), Forms.UNDECLARED).message("n° 12"))
                .allSatisfy(message ->
                        assertThat(message).contains(", comme ").doesNotContain("[", "{", "une autre forme"));
    }

    @Test
    void givesAnExampleThatIsRight() {
        assertThat(Typing.read("code_insee", "02168")).isEqualTo("02168");
        assertThat(Typing.read("gestionnaire_siren", "200071991")).isEqualTo("200071991");
        assertThat(Typing.read("id_salle", "SALLE-012")).isEqualTo("SALLE-012");
        assertThat(Typing.read("id_releve", "2017/03-0012")).isEqualTo("2017/03-0012");
    }
}
