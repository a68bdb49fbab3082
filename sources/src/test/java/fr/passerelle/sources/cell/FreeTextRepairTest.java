package fr.passerelle.sources.cell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreeTextRepairTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "adresse | avec Mme Zoé Canarinet, 06 12 34 56 78 | avec [masqué], [masqué] PERSONNE_MASQUEE",
                "adresse | 3 rue Zoé, zoe@exemple.fr | 3 rue Zoé, [masqué] PERSONNE_MASQUEE",
                "adresse | Mme ZoÃ© Canarinet | [masqué] PERSONNE_MASQUEE",
                "adresse | Mme Zo\uFFFD Canarinet | [masqué] PERSONNE_MASQUEE",
                "themes | \"jeux|avec M. Canarinet\" | \"jeux|avec [masqué] PERSONNE_MASQUEE\"",
                "themes | \"jeux|bureautique\" | \"jeux|bureautique\"",
                "nom | L'@MI | L'@MI",
                "nom | Click @utonome | Click @utonome",
                "nom | C.I.M.E 45 | C.I.M.E 45",
                "nom | Espace Mairie, Mme Zoé Canarinet | NOM_PERSONNE",
                "nom | Salle Mme ZoÃ© Canarinet | NOM_PERSONNE",
                "nom | Salle 06 12 34 56 78 | NOM_PERSONNE",
                "adresse | 12 rue du Dr Calmette | 12 rue du Dr Calmette",
                "nom | MÃ©diathÃ¨que dâ€™Albert | Médiathèque d’Albert MOJIBAKE",
                "nom | M\uFFFDdiath\uFFFDque | M\uFFFDdiath\uFFFDque CARACTERE_PERDU",
                "nom | Médiathèque Œuvre à Noël | Médiathèque Œuvre à Noël",
                "nom | MARCHÉ\u00A0: atelier | MARCHÉ\u00A0: atelier",
                "nom | CAFÉ… | CAFÉ…",
                "nom | CAFÉ–LIBRAIRIE | CAFÉ–LIBRAIRIE",
                "nom | SÃO Médiathèque | SÃO Médiathèque",
            })
    void saysNobodyAndListsWhatItDoesToAccents(String column, String cell, String read) {
        assertThat(Typing.read(column, cell)).isEqualTo(read);
    }
}
