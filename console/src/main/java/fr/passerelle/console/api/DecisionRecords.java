package fr.passerelle.console.api;

import fr.passerelle.published.RegisteredSchemas;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.schemas.contract.PayloadReader;
import fr.passerelle.schemas.event.DecisionRecorded;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The decisions, in the order in which they were recorded: also those that the next run will carry. Those that it
 * inherits from an EPCI that is no more are there once it is published.
 */
@Component
class DecisionRecords {

    private final JdbcClient jdbc;
    private final PayloadReader payloads;

    DecisionRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.payloads = RegisteredSchemas.reader(jdbc);
    }

    /** A decision is only ever added: under one run their number is their version. */
    Stock stock(PublishedResults published) {
        List<DecisionRecorded> decisions = jdbc.sql(
                        "select payload, schema_fingerprint from passerelle.decisions_as_of(:run) order by decision_no")
                .param("run", published.run().no())
                .query((row, n) -> payloads.read(row.getBytes(1), row.getLong(2), DecisionRecorded.class))
                .list();
        return new Stock(String.valueOf(decisions.size()), decisions);
    }
}
