package fr.passerelle.batch.decision;

import fr.passerelle.batch.territory.Successors;
import fr.passerelle.published.RegisteredSchemas;
import fr.passerelle.published.place.PlaceTable;
import fr.passerelle.schemas.contract.PayloadReader;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.event.DecisionKind;
import fr.passerelle.schemas.event.DecisionRecorded;
import fr.passerelle.sources.territory.ReferenceFacts;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Copies each decision of an EPCI that is no more for its successor; the copy says who was notified. What was decided about one EPCI goes
 * together, so that an answer stays with what it answers: to the EPCI that now holds the commune of the seat last notified, else to the
 * one that holds most of its inhabitants. A decision about a room follows the room. A decision has one copy an EPCI.
 */
final class Inheritance {

    /** The decisions as they were taken, each with the EPCI that answers for it: that of its last copy. */
    private static final String TAKEN = """
        select d.decision_no, d.payload, d.schema_fingerprint, coalesce(
            (select c.epci from passerelle.decision c where c.carried_from = d.decision_no order by c.decision_no desc limit 1),
            d.epci) as holder
        from passerelle.decision d where d.carried_from is null order by d.decision_no\
        """;

    private static final String COPY = """
        insert into passerelle.decision (payload, schema_fingerprint, subject, epci, carried_from)
        values (:payload, :fingerprint, :subject, :epci, :from)
        on conflict on constraint decision_carried_once do nothing\
        """;

    private record Taken(long no, DecisionRecorded decision, String holder) {

        static final Comparator<Taken> BY_DATE = Comparator.comparing(
                        (Taken taken) -> taken.decision().getDecidedOn())
                .thenComparing(Taken::no);

        String notified() {
            return decision.getEpci();
        }

        boolean isNotified(String epci) {
            return notified().equals(epci)
                    && decision.getKind() == DecisionKind.NOTIFIED
                    && decision.getSubject().startsWith("epci:");
        }
    }

    private final JdbcClient jdbc;
    private final Records records;
    private final PayloadReader payloads;
    private final Successors successors;
    private final PlaceTable places;

    Inheritance(DataSource dataSource, Records records, ReferenceFacts facts) {
        this.jdbc = JdbcClient.create(dataSource);
        this.records = records;
        this.payloads = RegisteredSchemas.reader(jdbc);
        this.successors = new Successors(dataSource, facts);
        this.places = new PlaceTable(jdbc);
    }

    void copy(long runNo) {
        List<Taken> all = taken();
        for (Taken taken : all) {
            if (successors.isGone(taken.notified()) && successors.isGone(taken.holder())) {
                places.commune(taken.decision().getSubject(), runNo)
                        .flatMap(successors::holding)
                        .or(() -> successor(taken.notified(), all, runNo))
                        .ifPresent(epci -> copy(taken, epci));
            }
        }
    }

    private Optional<String> successor(String gone, List<Taken> all, long runNo) {
        return all.stream()
                .filter(taken -> taken.isNotified(gone))
                .max(Taken.BY_DATE)
                .map(taken -> taken.decision().getSeat())
                .flatMap(seat -> places.commune(seat, runNo))
                .flatMap(successors::holding)
                .or(() -> successors.ofMostInhabitants(gone));
    }

    private List<Taken> taken() {
        return jdbc.sql(TAKEN)
                .query((row, i) -> new Taken(
                        row.getLong(1),
                        payloads.read(row.getBytes(2), row.getLong(3), DecisionRecorded.class),
                        Objects.requireNonNull(row.getString(4))))
                .list();
    }

    private void copy(Taken taken, String epci) {
        DecisionRecorded copy = DecisionRecorded.newBuilder(taken.decision())
                .setEpci(epci)
                .setNotifiedEpci(taken.notified())
                .build();
        jdbc.sql(COPY)
                .param("payload", records.encode(copy))
                .param("fingerprint", records.fingerprint(copy))
                .param("subject", copy.getSubject())
                .param("epci", epci)
                .param("from", taken.no())
                .update();
    }
}
