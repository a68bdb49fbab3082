package fr.passerelle.sheets.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.rules.trace.Rule;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.bareme.Parameters;
import fr.passerelle.sheets.french.Codes;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class AlgorithmSheetTest {

    private static final Bareme VOTED = Baremes.load("2017-05");

    @Test
    void listsEveryRuleAndEveryParameter() {
        String sheet = AlgorithmSheet.of(VOTED, "Mission numérique", "1 rue d'essai");

        assertThat(Arrays.asList(Rule.values()))
                .allSatisfy(rule -> assertThat(sheet).contains(rule.name(), rule.title()));
        assertThat(Parameters.of(VOTED))
                .allSatisfy(parameter -> assertThat(sheet).contains(" | `%s` |".formatted(parameter.path())));
        assertThat(sheet).contains("Mission numérique", VOTED.sha256()).doesNotContain("{{", "}}");
    }

    /** Who reads it first is no programmer. */
    @Test
    void saysWhatARuleSaysBeforeItsCode() {
        assertThat(AlgorithmSheet.of(VOTED, "S", "A"))
                .contains("| Ce qu'elle dit | Code |", "| Sans note, pas de conclusion | `NOTE_EXISTANTE` |");
    }

    /** With the words and the unit of the console's page of the barème: nobody reads {@code jeu_de_regles.fenetre.mois}. */
    @Test
    void saysEveryParameterInFrenchBeforeItsKey() {
        String sheet = AlgorithmSheet.of(VOTED, "S", "A").replaceAll("[\\u00a0\\u202f]", " ");

        assertThat(Parameters.of(VOTED))
                .noneMatch(one -> Codes.parametre(one.path()).equals(one.path()));
        assertThat(sheet)
                .contains(
                        "| Paramètre | Valeur | Source | Clé |",
                        "| Étude : taux | 80 % | vuduchateau.com, novembre 2017 | `reglement.etude.taux` |",
                        "| Longueur de la fenêtre | 24 mois | choix du projet | `jeu_de_regles.fenetre.mois` |",
                        "| Échelle, usage : point 2 | 0.046 → 50 | ");
    }

    /** Envelopes and calendars are computed by the same program: their inputs are data too, and some are of people at work. */
    @Test
    void listsTheInputsOfEnvelopesAndCalendarsAndSaysWhichAreAboutPeopleAtWork() {
        assertThat(AlgorithmSheet.of(VOTED, "S", "A"))
                .contains("Fichier des crédits", "Fichier des animateurs", "Fichier des lieux", "Fichier des trajets")
                .contains("sous un identifiant sans nom", "absences", "un temps d'animateur")
                .doesNotContain("Aucune donnée sur une personne");
    }

    @Test
    void definesEachIndicatorBesideItsWeightAndItsScale() {
        assertThat(AlgorithmSheet.of(VOTED, "S", "A"))
                .contains("| Usage | Présences par an ÷ habitants desservis ; un mois manquant compte comme la moyenne"
                        + " des mois renseignés | 40 | 0 → 0 ; 0.046 → 50 ; 0.142 → 80 ; 0.28 → 100 | `USAGE` |");
    }

    @Test
    void saysEveryRuleInTheOrderInWhichTheyApply() {
        assertThat(AlgorithmSheet.rules())
                .hasSameSizeAs(Rule.values())
                .startsWith(new AlgorithmSheet.RuleSaid("RETOUR_PARTIEL", Rule.RETOUR_PARTIEL.title()));
    }

    /** The sections that the United Kingdom's standard asks for beside those of the French law. */
    @Test
    void saysWhichAlternativesAndRisksThereAreAndHowToAppeal() {
        assertThat(AlgorithmSheet.of(VOTED, "S", "A"))
                .contains(
                        "## Alternatives envisagées",
                        "## Risques et ce qui les réduit",
                        "## Faire corriger, faire réexaminer, contester");
    }

    @Test
    void saysThatAnIllustrationIsOne() {
        assertThat(AlgorithmSheet.of(Baremes.load("2018-01"), "S", "A"))
                .contains("illustration : rien n'en a été voté");
    }

    @Test
    void keepsItsTablesWhateverTheTexts() {
        String sheet = AlgorithmSheet.of(VOTED, "A | B\nC", "D");

        assertThat(sheet).contains("| A \\| B C |");
    }
}
