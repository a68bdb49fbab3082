package fr.passerelle.schemas.bareme;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.schemas.bareme.Parameters.BaremeDifference;
import fr.passerelle.schemas.bareme.Parameters.Parameter;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParametersTest {

    private static final List<Parameter> SHIPPED = Parameters.of(Baremes.load("2017-05"));

    @Test
    void tellsEachNumberWithItsSource() {
        assertThat(SHIPPED)
                .contains(
                        new Parameter("reglement.etude.taux", "0.80", "vuduchateau.com, novembre 2017"),
                        new Parameter("reglement.fonctionnement.2.plafond", "30000", "vuduchateau.com, novembre 2017"),
                        new Parameter("jeu_de_regles.seuil", "50", "choix du projet"),
                        new Parameter(
                                "jeu_de_regles.indicateurs.USAGE.echelle.4",
                                "0.28 → 100",
                                "deux fois Château-Thierry"));
    }

    @Test
    void leavesNoNumberOut() {
        long written = Baremes.load("2017-05")
                .text()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .filter(line -> line.contains("source:"))
                .count();

        assertThat(SHIPPED).hasSize(Math.toIntExact(written));
        assertThat(SHIPPED).extracting(Parameter::path).doesNotHaveDuplicates();
    }

    @Test
    void tellsTheChoicesOfTheProjectFromWhatWasVoted() {
        assertThat(SHIPPED)
                .filteredOn(Parameter::isChoiceOfTheProject)
                .extracting(Parameter::path)
                .contains("jeu_de_regles.seuil")
                .doesNotContain("reglement.etude.taux");
    }

    private static final Bareme VOTED = Baremes.load("2017-05");

    @Test
    void saysNothingOfTheSameValueWrittenOtherwise() {
        String other = VOTED.text()
                .replace(
                        "{valeur: 0.80, source: \"vuduchateau.com, novembre 2017\"}",
                        "{valeur: 0.8, source: \"autre\"}");

        assertThat(other).isNotEqualTo(VOTED.text());
        assertThat(BaremeDifference.between(VOTED, Baremes.read(other))).isEmpty();
    }

    @Test
    void tellsTheValuesOfTheIllustration() {
        assertThat(BaremeDifference.between(VOTED, Baremes.load("2018-01")))
                .contains(
                        new BaremeDifference("reglement.plafond_porte_sur", "AIDE", "COUT"),
                        new BaremeDifference("jeu_de_regles.seuil", "50", "45"))
                .hasSize(7);
    }

    @Test
    void tellsAPointThatOnlyOneScaleHas() {
        String longer = VOTED.text()
                .replace(
                        "        - {valeur: 0.28, points: 100,",
                        "        - {valeur: 0.20, points: 90, source: \"essai\"}\n"
                                + "        - {valeur: 0.28, points: 100,");

        assertThat(BaremeDifference.between(VOTED, Baremes.read(longer)))
                .containsExactly(
                        new BaremeDifference("jeu_de_regles.indicateurs.USAGE.echelle.4", "0.28 → 100", "0.20 → 90"),
                        new BaremeDifference("jeu_de_regles.indicateurs.USAGE.echelle.5", null, "0.28 → 100"));
    }
}
