package fr.passerelle.console.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import fr.passerelle.console.reading.CurrentResults;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.ui.ExtendedModelMap;

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
    void labelsAReconstructionBeforeTheFirstPublication() throws Exception {
        assertThat(beforePublication(true)).contains("<aside class=\"bandeau\"", "Reconstitution");
        assertThat(beforePublication(false)).doesNotContain("<aside");
    }

    private static String beforePublication(boolean demonstration) throws Exception {
        CurrentResults current = mock(CurrentResults.class);
        when(current.demonstration()).thenReturn(demonstration);
        ExtendedModelMap model = new ExtendedModelMap();
        return Templates.show(new EmptyPage(current).show(model), "LECTEUR", model);
    }

    private static String framed(String section) throws Exception {
        return Templates.show("page/vide", "ADMINISTRATEUR", Map.of("section", section));
    }
}
