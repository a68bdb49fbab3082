package fr.passerelle.sources.territory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.PublicPlace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceSpellingTest {

    private final ReferenceFacts.PlaceSpelling spelling = new ReferenceFacts.PlaceSpelling();

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
        Mediatheque Municipale De Beuvardes, Beuvardes, Médiathèque municipale de Beuvardes
        Bibliotheque De Berteaucourt Les Dames, Berteaucourt-les-Dames, Bibliothèque de Berteaucourt-les-Dames
        BIBLIOTHEQUE MUNICIPALE, Ham, Bibliothèque municipale
        BIBLIOTHEQUE DE VILLERS BOCAGE, Villers-Bocage, Bibliothèque de Villers-Bocage
        CENTRE CULTUREL CONDORCET, Laon, Centre culturel Condorcet
        bibliothèque de condé, Condé-Folie, Bibliothèque de condé
        Bibliotheque d'Havernas, Havernas, Bibliothèque d'Havernas
        Bibliothèque De La Fère, La Fère, Bibliothèque de La Fère
        France services La Poste d'Oisemont, Oisemont, France services La Poste d'Oisemont
        La Biblio, Ham, La Biblio
        Crld, Ham, Crld
        """)
    void writesANameAsFrenchDoes(String told, String commune, String written) {
        assertThat(spelling.of(told, commune)).isEqualTo(written);
    }

    @Test
    void leavesNothingToSpellInTheFacts() {
        assertThat(ReferenceFacts.load().described())
                .flatExtracting(EpciDescribed::getPublicPlaces)
                .extracting(PublicPlace::getName)
                .contains("Médiathèque municipale de Beuvardes")
                .noneMatch(name -> name.matches(".*([Bb]iblioth|[Mm]ediath)eque.*|.* De .*|.* Municipale.*"));
    }
}
