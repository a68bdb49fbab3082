package fr.passerelle.sheets.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.rules.explanation.Leaves;
import fr.passerelle.rules.explanation.reevaluation.Reevaluation;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.Plan;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** One EPCI with a seat, an étape, a site and aid: its result follows from its trace, and no value of it could be another. */
class OneResultTest {

    private static final Records RECORDS = new Records();

    private final Dossier dossier = WholeExplanationTest.dossier();

    @Test
    void followsFromItsOwnTrace() {
        assertThat(Reevaluation.of(dossier.plan(), dossier.conversions(), dossier.scores()))
                .isEmpty();
    }

    @Test
    void followsNoLongerOnceAnyOneValueIsAnother() {
        int values = leaves(dossier).count();

        assertThat(values).isGreaterThan(100);
        for (int i = 0; i < values; i++) {
            Dossier other = copy();
            String mutated = leaves(other).mutate(i);

            assertThat(Reevaluation.of(other.plan(), other.conversions(), other.scores()))
                    .as(mutated)
                    .isNotEmpty();
        }
    }

    private static Leaves leaves(Dossier of) {
        Leaves leaves = new Leaves();
        leaves.of("plan", of.plan());
        of.conversions().forEach(one -> leaves.of("conversion", one));
        of.scores().forEach(one -> leaves.of("score", one));
        return leaves;
    }

    private Dossier copy() {
        return new Dossier(
                copy(dossier.plan(), Plan.class),
                copies(dossier.conversions(), Conversion.class),
                copies(dossier.scores(), Frequentation.class));
    }

    private static <T extends SpecificRecord> List<T> copies(List<T> records, Class<T> type) {
        return records.stream().map(one -> copy(one, type)).toList();
    }

    private static <T extends SpecificRecord> T copy(T record, Class<T> type) {
        return RECORDS.decode(RECORDS.encode(record), record.getSchema(), type);
    }
}
