package fr.passerelle.published.decision;

import fr.passerelle.published.RegisteredSchemas;
import fr.passerelle.schemas.contract.PayloadReader;
import fr.passerelle.schemas.event.DecisionRecorded;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The decisions that people recorded. */
@Component
public class KnownDecisions {

    private static final String READ =
            "select decision_no, journalled, payload, schema_fingerprint from passerelle.decision";

    private static final String IN_ORDER = " order by decision_no";

    private final JdbcClient jdbc;
    private final PayloadReader payloads;

    /** Reads in the caller's transaction, where there is one. */
    public KnownDecisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.payloads = RegisteredSchemas.reader(jdbc);
    }

    /** All, in the order in which they were recorded. */
    public List<KnownDecision> all() {
        return list(jdbc.sql(READ + IN_ORDER));
    }

    /** Those about one subject, named as the log does, such as epci:200000001. */
    public List<KnownDecision> about(String subject) {
        return list(jdbc.sql(READ + " where subject = :subject" + IN_ORDER).param("subject", subject));
    }

    /** Those about an EPCI or a place of it, by SIREN. */
    public List<KnownDecision> ofEpci(String siren) {
        return list(jdbc.sql(READ + " where epci = :epci" + IN_ORDER).param("epci", siren));
    }

    private List<KnownDecision> list(JdbcClient.StatementSpec select) {
        return select.query((row, n) -> new KnownDecision(
                        row.getLong(1),
                        row.getBoolean(2),
                        payloads.read(row.getBytes(3), row.getLong(4), DecisionRecorded.class)))
                .list();
    }

    /** A recorded decision, by number from 1, and whether it is on the log: else the next run carries it there. */
    public record KnownDecision(long no, boolean journalled, DecisionRecorded decision) {

        /** Whether it is the same act of the same organ on the same subject. */
        public boolean isTheActOf(DecisionRecorded other) {
            return decision.getEpci().equals(other.getEpci())
                    && decision.getSubject().equals(other.getSubject())
                    && decision.getOrgan().equalsIgnoreCase(other.getOrgan())
                    && decision.getAct().equalsIgnoreCase(other.getAct());
        }
    }
}
