package fr.passerelle.sources.reject;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.schemas.person.SafeWords.Quote;
import org.junit.jupiter.api.Test;

class QuoteTest {

    @Test
    void isMaskedWhereItIsKeptAndShownWhereTheFileIs() {
        UnusableFile refusal = new UnusableFile(
                "Le fichier « " + Quote.of("Kervéguen") + " » n'existe pas : « " + Quote.of("Salle") + " ».");

        assertThat(refusal).hasMessage("Le fichier « [masqué] » n'existe pas : « Salle ».");
        assertThat(refusal.shown()).isEqualTo("Le fichier « Kervéguen » n'existe pas : « Salle ».");
    }

    @Test
    void showsNobodyWhatReachesSomebodyNorWhatATerminalObeys() {
        assertThat(Quote.shown(Quote.of("a@b.fr \u001b[31m\uE001fin"))).isEqualTo("[masqué]  [31mfin");
    }
}
