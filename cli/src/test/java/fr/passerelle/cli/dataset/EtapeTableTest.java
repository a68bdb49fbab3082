package fr.passerelle.cli.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EtapeTableTest {

    /** They are words of those who keep rooms. */
    @Test
    void keepsThemesInside() {
        assertThat(columns(false)).contains("id_salle", "themes");
        assertThat(columns(true)).contains("id_salle").doesNotContain("themes");
    }

    private static List<String> columns(boolean published) {
        return Situations.names(EtapeTable.of(Situations.asking(new PublicNeeds(), published)));
    }
}
