package fr.passerelle.console.operation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.operation.Operation.Action;
import java.util.List;
import org.junit.jupiter.api.Test;

class OperationTest {

    @Test
    void showsTheCommandAsAShellWouldTakeIt() {
        Operation abandon = new Operation(
                Action.ABANDON, "N-000002", List.of("abandon", "N-000002", "--reason=l'envoi est $(faux)"));

        assertThat(abandon.typed()).isEqualTo("./passerelle abandon N-000002 '--reason=l'\\''envoi est $(faux)'");
    }
}
