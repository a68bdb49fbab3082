package fr.passerelle.sources.cell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VocabularyTest {

    @ParameterizedTest
    @CsvSource({
        "etat, Fermé, FERME ACCENTS_CASSE", "etat, fermée, FERME SYNONYME",
        "etat, Ouvert, OUVERT ACCENTS_CASSE", "gestion, région, REGION ACCENTS_CASSE",
        "gestion, communale autonome, COMMUNALE_AUTONOME ACCENTS_CASSE", "gestion, communale, VALEUR",
        "grain, Mensuel, MOIS SYNONYME", "grain, année, ANNEE ACCENTS_CASSE",
        "feuille_de_route, En cours, EN_COURS ACCENTS_CASSE", "etude, refusé, REFUSEE SYNONYME",
        "etat, peut-être, VALEUR", "accord_proprietaire, Oui, oui ACCENTS_CASSE",
        "accord_proprietaire, O, oui SYNONYME", "accord_proprietaire, vrai, oui SYNONYME",
        "accord_proprietaire, NON, non ACCENTS_CASSE", "accord_proprietaire, 1, OUI_NON",
        "accord_proprietaire, oui et non, OUI_NON"
    })
    void readsAWordWhateverItsCaseAndAccents(String column, String cell, String expected) {
        assertThat(Typing.read(column, cell)).isEqualTo(expected);
    }

    @Test
    void readsAFigureAsYesOnlyByDeclaration() {
        Forms digits = Typing.declaring("oui_non_chiffres: oui");

        assertThat(Typing.read("espace_clos", "1", digits)).isEqualTo("oui -");
        assertThat(Typing.read("espace_clos", "0", digits)).isEqualTo("non -");
        assertThat(Typing.read("espace_clos", "2", digits)).isEqualTo("OUI_NON");
        assertThat(Typing.column("espace_clos", Forms.UNDECLARED).message("1")).contains("déclarez-le");
    }

    @Test
    void cutsListsOfKnownWords() {
        assertThat(Typing.read("fonctions", "Fab-lab, Coworking")).isEqualTo("FABLAB|COWORKING LISTE");
        assertThat(Typing.read("fonctions", "fablab|médiation")).isEqualTo("FABLAB|MEDIATION_NUMERIQUE ACCENTS_CASSE");
        assertThat(Typing.read("fonctions", "fablab|piscine")).isEqualTo("VALEUR");
        assertThat(Typing.read("fonctions", ",;")).isEqualTo("VALEUR");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NA", "N/A", "nc", "n.c.", "NR", "-", "–", "#N/A", "\u00A0", "non communiqué"})
    void takesAWordThatSaysNothingForNothing(String cell) {
        assertThat(Typing.read("presences", cell)).isEqualTo(" VIDE");
        assertThat(Typing.read("accord_proprietaire", cell)).isEqualTo(" VIDE");
        assertThat(Typing.read("periode_debut", cell)).isEqualTo("OBLIGATOIRE");
    }

    @Test
    void takesADeclaredWordForNothingEvenInFreeText() {
        Forms forms = Typing.declaring("vides: [à définir, \"0000\"]");

        assertThat(Typing.read("adresse", "à définir", forms)).isEqualTo(" -");
        assertThat(Typing.read("presences", "0000", forms)).isEqualTo(" -");
        assertThat(Typing.read("nom", "à définir", forms)).isEqualTo("OBLIGATOIRE");
        assertThat(Typing.read("adresse", "NC")).isEqualTo("NC");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ATELIER | ATELIER
        TOTAL | TOTAL
        AUTRE | AUTRE
        atelier | ATELIER ACCENTS_CASSE
        Accès libre | ACCES_LIBRE ACCENTS_CASSE
        AccÃ¨s libre | ACCES_LIBRE ACCENTS_CASSE
        Recherche d’emploi | EMPLOI SYNONYME
        DEMARCHES EN LIGNE | DEMARCHES SYNONYME
        Tricot | AUTRE ACTIVITE_AUTRE
        avec madame zoé canarinet | AUTRE ACTIVITE_AUTRE
        n.c. | OBLIGATOIRE
        """)
    void knowsAnActivityByItsCodeOrItsLabel(String cell, String read) {
        assertThat(Typing.read("activite", cell)).isEqualTo(read);
    }

    @Test
    void takesATextOfAnyLengthForAnotherOne() {
        assertThat(Typing.read("activite", "atelier ".repeat(100))).isEqualTo("AUTRE ACTIVITE_AUTRE");
    }
}
