package fr.passerelle.sources.cell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextFormsTest {

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
