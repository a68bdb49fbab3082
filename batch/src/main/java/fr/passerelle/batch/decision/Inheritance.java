package fr.passerelle.batch.decision;

import fr.passerelle.batch.territory.Facts;
import fr.passerelle.batch.territory.Successors;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.event.DecisionRecorded;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.event.SiteDescribed;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Copies each decision of an EPCI that is no more for its successor: the EPCI that now holds the commune of the seat notified, or of the
 * room decided about, else the one that holds most of its inhabitants. The copy says who was notified. A decision has one copy an EPCI,
 * and none where it was taken.
 */
final class Inheritance {

    /** The decisions as they were taken, each with the EPCI that answers for it: that of its last copy. */
    private static final String TAKEN = """
        select d.decision_no, d.payload, coalesce(
            (select c.epci from passerelle.decision c where c.carried_from = d.decision_no order by c.decision_no desc limit 1),
            d.epci) as holder
        from passerelle.decision d where d.carried_from is null order by d.decision_no\
        """;

    private static final String COPY = """
        insert into passerelle.decision (payload, subject, epci, carried_from) values (?, ?, ?, ?)
        on conflict on constraint decision_carried_once do nothing\
        """;

    private record Taken(long no, DecisionRecorded decision, String holder) {}

    private final JdbcTemplate jdbc;
    private final Records records;
    private final Successors successors;

    Inheritance(DataSource dataSource, Records records, Facts facts) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.records = records;
        this.successors = new Successors(dataSource, records, facts);
    }

    void copy() {
        for (Taken taken : taken()) {
            String notified = taken.decision().getEpci();
            if (successors.isGone(notified) && successors.isGone(taken.holder())) {
                successor(taken.decision()).ifPresent(epci -> copy(taken, epci));
            }
        }
    }

    private List<Taken> taken() {
        return jdbc.query(
                TAKEN,
                (row, i) -> new Taken(
                        row.getLong(1),
                        records.decode(row.getBytes(2), DecisionRecorded.getClassSchema(), DecisionRecorded.class),
                        Objects.requireNonNull(row.getString(3))));
    }

    private Optional<String> successor(DecisionRecorded decision) {
        return Optional.ofNullable(decision.getSeat())
                .or(() -> Optional.of(decision.getSubject()))
                .flatMap(this::commune)
                .flatMap(successors::holding)
                .or(() -> successors.ofMostInhabitants(decision.getEpci()));
    }

    /** The commune of a room or a site that is still known. */
    private Optional<String> commune(String subject) {
        String id = subject.substring(subject.indexOf(':') + 1);
        if (subject.startsWith("room:")) {
            return payload("select payload from passerelle.room where room_id = ?", id)
                    .map(room -> records.decode(room, RoomInventoried.getClassSchema(), RoomInventoried.class)
                            .getInsee());
        }
        if (subject.startsWith("site:")) {
            return payload("select payload from passerelle.site where site_id = ?", id)
                    .map(site -> records.decode(site, SiteDescribed.getClassSchema(), SiteDescribed.class)
                            .getInsee());
        }
        return Optional.empty();
    }

    private Optional<byte[]> payload(String query, String id) {
        return jdbc.query(query, (row, i) -> row.getBytes(1), id).stream().findFirst();
    }

    private void copy(Taken taken, String epci) {
        DecisionRecorded copy = DecisionRecorded.newBuilder(taken.decision())
                .setEpci(epci)
                .setNotifiedEpci(taken.decision().getEpci())
                .build();
        jdbc.update(COPY, records.encode(copy), copy.getSubject(), epci, taken.no());
    }
}
