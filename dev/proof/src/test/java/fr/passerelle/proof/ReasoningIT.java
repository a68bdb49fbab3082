package fr.passerelle.proof;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.program.Deployment;
import fr.passerelle.rules.explanation.reevaluation.Reevaluation;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.Plan;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every result of the demonstration, as it was published, follows from its own trace. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReasoningIT {

    private static final String CURRENT = " from passerelle.current_result where not withdrawn and type = '%s'";

    private final Records records = new Records();
    private Deployment system;

    @BeforeAll
    void findTheDemonstration() {
        system = Deployments.demonstration();
    }

    @AfterAll
    void endIt() {
        system.close();
    }

    @Test
    void givesEveryPublishedResultAgainFromItsTrace() {
        Map<String, List<Frequentation>> scores =
                byEpci("SCORE", Frequentation.SCHEMA$, Frequentation.class, Frequentation::getEpci);
        Map<String, List<Conversion>> conversions =
                byEpci("CONVERSION", Conversion.SCHEMA$, Conversion.class, Conversion::getEpci);
        Map<String, List<Plan>> plans = byEpci("PLAN", Plan.SCHEMA$, Plan.class, Plan::getEpci);

        assertThat(plans).hasSizeGreaterThan(40);
        assertThat(scores).hasSizeGreaterThanOrEqualTo(plans.size());
        scores.forEach((epci, ofIts) -> assertThat(
                        plans.containsKey(epci)
                                ? Reevaluation.of(
                                        plans.get(epci).getFirst(), conversions.getOrDefault(epci, List.of()), ofIts)
                                : Reevaluation.of(ofIts))
                .as(epci)
                .isEmpty());
    }

    @Test
    void tellsTheFilesThatEachScoreRestsOn() {
        long unknown = system.number("""
            select count(*) from passerelle.current_result r, jsonb_array_elements(r.files) as file
            where not r.withdrawn and r.type = 'SCORE' and not exists (
                select 1 from passerelle.source_file s where s.sha256 = split_part(file->>'sha256', '#', 1) and s.role = 'ATTENDANCE')\
            """);
        long withoutFile = system.number("select count(*)" + CURRENT.formatted("SCORE")
                + " and doc->>'months_observed' <> '0' and coalesce(jsonb_array_length(files), 0) = 0");

        assertThat(unknown).isZero();
        assertThat(withoutFile).isZero();
    }

    private <T extends SpecificRecord> Map<String, List<T>> byEpci(
            String type, Schema schema, Class<T> record, Function<T, String> epci) {
        String payloads =
                system.text("select string_agg(encode(payload, 'hex'), ' ' order by id)" + CURRENT.formatted(type));
        return Stream.of(payloads.split(" "))
                .map(HexFormat.of()::parseHex)
                .map(bytes -> records.decode(bytes, schema, record))
                .collect(Collectors.groupingBy(epci, TreeMap::new, Collectors.toList()));
    }
}
