package fr.passerelle.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptJsonTest {

    @Test
    void neverEndsTheElementThatHoldsIt() {
        assertThat(ScriptJson.of(List.of("</script><!--", "a&b")))
                .isEqualTo("[\"\\u003c/script\\u003e\\u003c!--\",\"a\\u0026b\"]");
    }
}
