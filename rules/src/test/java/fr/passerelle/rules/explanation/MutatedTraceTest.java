package fr.passerelle.rules.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.rules.explanation.reevaluation.Reevaluation;
import fr.passerelle.rules.frequentation.Seeds;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.Plan;
import java.time.YearMonth;
import java.util.List;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** A result whose numbers were changed no longer follows from its trace: the re-evaluation looks at what it says it does. */
class MutatedTraceTest {

    private static final int CASES = 25;
    private static final int MUTATIONS = 60;
    private static final Records RECORDS = new Records();

    @RepeatedTest(CASES)
    void disagreesOnceAFieldOrAnOperandIsAnother(RepetitionInfo repetition) {
        Random random = Seeds.random(repetition);
        EpciResults results =
                EpciResults.of(new AnyFacts(random).facts(), YearMonth.of(2017, 10), Baremes.load("2017-05"));

        for (int i = 0; i < MUTATIONS; i++) {
            Plan plan = copy(results.plan().orElseThrow(), Plan.class);
            List<Conversion> conversions = results.conversions().stream()
                    .map(one -> copy(one, Conversion.class))
                    .toList();
            List<Frequentation> scores = results.scores().stream()
                    .map(one -> copy(one, Frequentation.class))
                    .toList();
            Leaves leaves = new Leaves();
            leaves.of("plan", plan);
            conversions.forEach(one -> leaves.of("conversion", one));
            scores.forEach(one -> leaves.of("score", one));

            String mutated = leaves.mutateOne(random);

            assertThat(Reevaluation.of(plan, conversions, scores)).as(mutated).isNotEmpty();
        }
    }

    private static <T extends SpecificRecord> T copy(T record, Class<T> type) {
        return RECORDS.decode(RECORDS.encode(record), record.getSchema(), type);
    }
}
