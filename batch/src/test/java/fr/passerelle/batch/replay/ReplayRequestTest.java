package fr.passerelle.batch.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.published.decision.DecisionRefused;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplayRequestTest {

    @Test
    void asksForAReasonThatNamesNobodyAndAnOpaqueAccount() {
        assertThat(request("  essai\n du barème ", "c-7").reason()).isEqualTo("essai du barème");
        assertThatThrownBy(() -> request(" ", "c-7"))
                .isInstanceOf(DecisionRefused.class)
                .hasMessageContaining("motif");
        assertThatThrownBy(() -> request("vu avec jeanne@exemple.fr", "c-7")).isInstanceOf(DecisionRefused.class);
        assertThatThrownBy(() -> request("essai", "jeanne"))
                .isInstanceOf(DecisionRefused.class)
                .hasMessageContaining("opaque");
    }

    private static ReplayRequest request(String reason, String account) {
        return new ReplayRequest("2018-01", List.of(), List.of(), null, null, reason, account);
    }
}
