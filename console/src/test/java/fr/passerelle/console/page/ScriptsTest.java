package fr.passerelle.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** What the scripts must listen to and say; browsers run them in the proofs. */
class ScriptsTest {

    @Test
    void unfoldsOnPaperWhatIsFoldedOnTheScreen() throws IOException {
        assertThat(script("theme"))
                .contains("details:not(.no-print)", "one.open = true")
                .containsSubsequence("beforeprint", "unfolded", "afterprint", "one.open = false");
    }

    @Test
    void tellsOnceWhetherTheStreamsAreFollowed() throws IOException {
        assertThat(script("flux")).contains("button.dataset.pause").doesNotContain("aria-pressed");
    }

    private static String script(String name) throws IOException {
        return new ClassPathResource("static/js/" + name + ".js").getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void neverEndsTheElementThatHoldsIt() {
        assertThat(ScriptJson.of(List.of("</script><!--", "a&b")))
                .isEqualTo("[\"\\u003c/script\\u003e\\u003c!--\",\"a\\u0026b\"]");
    }
}
