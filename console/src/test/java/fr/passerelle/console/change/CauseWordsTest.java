package fr.passerelle.console.change;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.page.Messages;
import fr.passerelle.schemas.event.CauseChangement;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CauseWordsTest {

    private static final CauseWords WORDS =
            new CauseWords(rule -> Messages.ofThePages().word("changement.regle", rule));
    private static final ValueWords SAID = new ValueWords(id -> Optional.ofNullable(
            Map.of("RFS-2795", "France services", "commune:02795", "la mairie").get(id)));

    @Test
    void saysARuleShortlyWithWhatOfItMoved() {
        assertThat(WORDS.of(new CauseChangement("SEUIL", "room:S-1", "borne_basse", "34", "71"), SAID))
                .isEqualTo("la note face au seuil (borne basse\u00a0: 34 → 71)");
    }

    @Test
    void saysAnIndicatorByItsName() {
        assertThat(WORDS.of(new CauseChangement("USAGE", "room:S-1", "poids", "40", "35"), SAID))
                .isEqualTo("usage (poids\u00a0: 40 → 35)");
    }

    @Test
    void namesPlacesAndWritesNumbersInFrench() {
        assertThat(SAID.apply("RFS-2795")).isEqualTo("France services");
        assertThat(SAID.apply("commune:02795")).isEqualTo("la mairie");
        assertThat(SAID.apply("room:S-1")).isEqualTo("S-1");
        assertThat(SAID.apply("12345.5")).isEqualTo("12\u00a0345,5");
        assertThat(SAID.apply("FABLAB, TELETRAVAIL")).isEqualTo("fablab, télétravail");
        assertThat(SAID.apply("true")).isEqualTo("oui");
        assertThat(SAID.apply(null)).isEqualTo("—");
    }
}
