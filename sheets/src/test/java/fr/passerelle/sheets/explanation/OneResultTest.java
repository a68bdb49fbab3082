package fr.passerelle.sheets.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.rules.explanation.EveryValue;
import fr.passerelle.rules.explanation.reevaluation.Reevaluation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One EPCI with a seat, an étape, a site and aid: its result follows from its trace, and no value of it could be another. */
class OneResultTest {

    private final Dossier dossier = WholeExplanationTest.dossier();

    @Test
    void followsFromItsOwnTrace() {
        assertThat(Reevaluation.of(dossier.plan(), dossier.conversions(), dossier.scores()))
                .isEmpty();
    }

    @Test
    void followsNoLongerOnceAnyOneValueIsAnother() {
        List<EveryValue.Value> values = EveryValue.held(dossier.plan(), dossier.conversions(), dossier.scores());

        assertThat(values)
                .hasSizeGreaterThan(100)
                .allSatisfy(value -> value.whileAnother(
                        () -> assertThat(Reevaluation.of(dossier.plan(), dossier.conversions(), dossier.scores()))
                                .as("%s", value)
                                .isNotEmpty()));
    }
}
