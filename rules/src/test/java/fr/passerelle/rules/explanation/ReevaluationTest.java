package fr.passerelle.rules.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.rules.explanation.reevaluation.Reevaluation;
import fr.passerelle.rules.frequentation.Seeds;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Any result follows from its own trace. */
class ReevaluationTest {

    private static final int CASES = 150;

    @RepeatedTest(CASES)
    void givesEveryResultAgain(RepetitionInfo repetition) {
        EpciResults results = Facts.results(new AnyFacts(Seeds.random(repetition)).facts());

        assertThat(Reevaluation.of(results.plan().orElseThrow(), results.conversions(), results.scores()))
                .isEmpty();
    }
}
