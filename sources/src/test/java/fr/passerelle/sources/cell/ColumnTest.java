package fr.passerelle.sources.cell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        2168    | 02168 ZERO_RESTITUE
        5419.0  | 05419 ZERO_RESTITUE
        2 168   | 02168 ZERO_RESTITUE
        02168.0 | 02168 DECIMALE
        60455,0 | 60455 DECIMALE
        02 168  | 02168 ESPACES
        2A004   | 2A004
        2a004   | 2A004 ACCENTS_CASSE
        99132   | 99132
        """)
    void givesAnInseeCodeItsFormBack(String cell, String expected) {
        assertThat(Typing.read("code_insee", cell)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        id_salle           | `04-04150\u00A0`      | 04-04150 ESPACES
        id_salle           | `04\u00A004150`       | FORMAT
        id_salle           | `\u00A0`              | OBLIGATOIRE
        id_salle           | salle 12              | FORMAT
        id_salle           | 2168                  | 2168
        adresse            | 2168                  | 2168
        code_insee         | `\u00A002\u202F168 `  | 02168 ESPACES
        epci_siren         | 200 066 876           | 200066876 ESPACES
        gestionnaire_siren | 200066876.0           | 200066876 DECIMALE
        gestionnaire_siren | 20006687              | FORMAT
        gestionnaire_siren | 20 006 68 76          | FORMAT
        """)
    void ignoresSpacesAroundAnIdentifierAndClosesTheGroupsOfASiren(String column, String cell, String read) {
        assertThat(Typing.read(column, cell)).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "168", "0216", "A004", "2C004", "021689",
                "5419.5", "21 68", "Soissons", "02200 Soissons", "０２１６８",
                "2E3"
            })
    void guessesNoInseeCode(String cell) {
        assertThat(Typing.read("code_insee", cell)).isEqualTo("FORMAT");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        adresse | avec Mme Zoé Canarinet, 06 12 34 56 78 | avec [masqué], [masqué] PERSONNE_MASQUEE
        adresse | 3 rue Zoé, zoe@exemple.fr | 3 rue Zoé, [masqué] PERSONNE_MASQUEE
        adresse | Mme ZoÃ© Canarinet | [masqué] PERSONNE_MASQUEE
        adresse | Mme Zo\uFFFD Canarinet | [masqué] PERSONNE_MASQUEE
        themes | "jeux|avec M. Canarinet" | "jeux|avec [masqué] PERSONNE_MASQUEE"
        themes | "jeux|bureautique" | "jeux|bureautique"
        nom | L'@MI | L'@MI
        nom | Click @utonome | Click @utonome
        nom | C.I.M.E 45 | C.I.M.E 45
        nom | Espace Mairie, Mme Zoé Canarinet | NOM_PERSONNE
        nom | Salle Mme ZoÃ© Canarinet | NOM_PERSONNE
        nom | Salle 06 12 34 56 78 | NOM_PERSONNE
        adresse | 12 rue du Dr Calmette | 12 rue du Dr Calmette
        nom | MÃ©diathÃ¨que dâ€™Albert | Médiathèque d’Albert MOJIBAKE
        nom | M\uFFFDdiath\uFFFDque | M\uFFFDdiath\uFFFDque CARACTERE_PERDU
        nom | Médiathèque Œuvre à Noël | Médiathèque Œuvre à Noël
        nom | MARCHÉ\u00A0: atelier | MARCHÉ\u00A0: atelier
        nom | CAFÉ… | CAFÉ…
        nom | CAFÉ–LIBRAIRIE | CAFÉ–LIBRAIRIE
        nom | SÃO Médiathèque | SÃO Médiathèque
        """)
    void saysNobodyAndListsWhatItDoesToAccents(String column, String cell, String read) {
        assertThat(Typing.read(column, cell)).isEqualTo(read);
    }

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
