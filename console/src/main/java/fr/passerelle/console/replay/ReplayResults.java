package fr.passerelle.console.replay;

import fr.passerelle.rules.explanation.Proposals;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;

/** What the read model holds as of a run, under any namespace. */
@Component
class ReplayResults {

    private static final String AT = "select type, payload from passerelle.results_as_of(?, ?)";
    private static final String COUNTS =
            "select type, count(*) from passerelle.result where namespace = ? and not withdrawn group by type";

    private final JdbcTemplate jdbc;
    private final Records records = new Records();

    ReplayResults(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Proposals at(String namespace, long runNo) {
        List<Frequentation> scores = new ArrayList<>();
        List<Conversion> conversions = new ArrayList<>();
        List<Plan> plans = new ArrayList<>();
        RowCallbackHandler add = row -> {
            byte[] payload = row.getBytes(2);
            switch (row.getString(1)) {
                case "SCORE" -> scores.add(decode(payload, Frequentation.class));
                case "CONVERSION" -> conversions.add(decode(payload, Conversion.class));
                default -> plans.add(decode(payload, Plan.class));
            }
        };
        jdbc.query(AT, add, namespace, runNo);
        return Proposals.of(scores, conversions, plans);
    }

    /** Results of a replay by type: SCORE, CONVERSION, PLAN. */
    Map<String, Long> counts(String namespace) {
        Map<String, Long> counts = new TreeMap<>();
        RowCallbackHandler add = row -> counts.put(row.getString(1), row.getLong(2));
        jdbc.query(COUNTS, add, namespace);
        return counts;
    }

    private <T extends SpecificRecord> T decode(byte[] payload, Class<T> record) {
        return records.decode(payload, SpecificData.get().getSchema(record), record);
    }
}
