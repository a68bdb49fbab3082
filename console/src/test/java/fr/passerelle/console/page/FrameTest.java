package fr.passerelle.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FrameTest {

    private static final String CURRENT = "href=\"/%s\" aria-current=\"page\"";

    @Test
    void saysWhichEntryOfTheMenuOneIsIn() throws Exception {
        assertThat(framed("comptes"))
                .contains(CURRENT.formatted("comptes"))
                .doesNotContain(CURRENT.formatted("salles"));
        assertThat(framed("salles")).contains(CURRENT.formatted("salles")).doesNotContain(CURRENT.formatted("comptes"));
    }

    @Test
    void leadsOnWithoutAScriptToAtMostEightEntries() throws Exception {
        assertThat(framed("salles"))
                .contains("<details class=\"menu-etroit\">", "<details class=\"menu-exploitation\">", "/rejeux")
                .doesNotContain("navbar-toggler", "bootstrap.bundle");
        assertThat(Templates.show("run/premiere", "LECTEUR", Map.of("section", "salles")))
                .contains("href=\"/decisions\"")
                .doesNotContain("menu-exploitation", "href=\"/flux\"");
    }

    private static String framed(String section) throws Exception {
        return Templates.show("run/premiere", "ADMINISTRATEUR", Map.of("section", section));
    }
}
