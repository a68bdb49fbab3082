package fr.passerelle.console.bareme;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.bareme.BaremePages.BaremeSentences;
import fr.passerelle.console.bareme.BaremePages.IndicatorRule;
import fr.passerelle.console.bareme.BaremePages.ParameterGroup;
import fr.passerelle.console.page.Bundle;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.bareme.Parameters;
import fr.passerelle.schemas.bareme.Parameters.Parameter;
import fr.passerelle.schemas.event.IndicateurName;
import fr.passerelle.sheets.french.Codes;
import fr.passerelle.sheets.french.ParameterLine;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BaremeWordsTest {

    private static final Bareme BAREME = Baremes.load(Baremes.DEFAULT);

    @Test
    void namesEveryNumberOfTheBaremeInFrench() {
        assertThat(Parameters.of(BAREME).stream().map(Parameter::path))
                .noneMatch(path -> Codes.parametre(path).equals(path));
    }

    @Test
    void showsEveryNumberOnce() {
        long shown = ParameterGroup.of(BAREME).stream()
                        .mapToLong(group -> group.lines().size())
                        .sum()
                + IndicatorRule.of(BAREME).stream()
                        .mapToLong(rule -> 1 + rule.steps().size())
                        .sum();

        assertThat(shown).isEqualTo(Parameters.of(BAREME).size());
    }

    @Test
    void readsNumbersWithTheirUnitAndChoicesInWords() {
        assertThat(value("reglement.etude.taux")).startsWith("80");
        assertThat(value("jeu_de_regles.conversion.seances_maximum_par_mois")).isEqualTo("8 séances par mois");
        assertThat(value("reglement.recettes_deduites")).isEqualTo("non");
        assertThat(value("programmation.ouverture_par_defaut")).isEqualTo("01/09");
        assertThat(value("tournees.vacances_scolaires")).isEqualTo("maintenues");
        assertThat(value("tournees.journee.travail_par_semaine_minutes")).matches("2\\h100");
        assertThat(value("programmation.valeurs.PRECOCITE.niveaux.1.critere")).isEqualTo("mois d’ouverture");
    }

    @Test
    void definesAnIndicatorAndKeepsTheSourceOfEachPointOfItsScale() {
        IndicatorRule usage = IndicatorRule.of(BAREME).getFirst();

        assertThat(usage.code()).isEqualTo(IndicateurName.USAGE.name());
        assertThat(usage.definition()).matches("Présences par an ÷ habitants desservis.; .* des mois renseignés\\.");
        assertThat(usage.steps().get(2).source()).contains("7 000 par an ÷ 49 128");
        assertThat(usage.steps()).extracting(IndicatorRule.Step::points).containsExactly("0", "50", "80", "100");
    }

    @Test
    void saysWhatHoldsBackARoomThatWouldBeACandidate() {
        assertThat(BaremeSentences.rules(BAREME))
                .anyMatch(said -> said.contains("moins de 6 sont renseignés"))
                .anyMatch(said -> said.contains("moins de 100 présences par an"));
    }

    @Test
    void saysNoRuleThatHoldsNothingBack() {
        String none = BAREME.text()
                .replaceAll("(?m)^(?<key> +(?:mois_recents|presences)_minimum: [{]valeur: )[0-9]+", "${key}0");

        assertThat(BaremeSentences.rules(Baremes.read(none)))
                .anyMatch(said -> said.startsWith("Une salle est candidate"))
                .noneMatch(said -> said.contains("présences par an") || said.contains("douze derniers mois"));
    }

    @Test
    void saysTheAidToTheYearInWhichItEnds() {
        assertThat(BaremeSentences.aid(BAREME))
                .hasSize(3 + BAREME.reglement().fonctionnement().size())
                .noneMatch(said -> said.contains("{"))
                .last()
                .asString()
                .startsWith("À partir de l’année 4");
    }

    private static String value(String path) {
        return ParameterGroup.of(BAREME).stream()
                .flatMap(group -> group.lines().stream())
                .filter(line -> line.name().equals(Codes.parametre(path)))
                .map(ParameterLine::value)
                .collect(Collectors.joining());
    }

    @Test
    void stateWhatEachGroupOfNumbersIsAbout() {
        assertThat(ParameterGroup.of(Baremes.load(Baremes.DEFAULT)))
                .extracting(group -> "regles.groupe." + group.code())
                .isSubsetOf(Bundle.keys("regles"));
    }
}
