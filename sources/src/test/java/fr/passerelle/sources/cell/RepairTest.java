package fr.passerelle.sources.cell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepairTest {

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
}
