package fr.passerelle.batch.decision;

import fr.passerelle.published.RegisteredSchemas;
import fr.passerelle.schemas.contract.PayloadReader;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.event.SiteDescribed;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The communes of the rooms and sites that decisions name, as the run that is writing knows them. */
final class DecisionCommunes {

    private static final String ROOM = "room:";
    private static final String SITE = "site:";

    private final JdbcClient jdbc;
    private final PayloadReader payloads;

    DecisionCommunes(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
        this.payloads = RegisteredSchemas.reader(jdbc);
    }

    /** INSEE code of the commune of {@code room:ID} or {@code site:ID}; empty where it is not known any more, or is neither. */
    Optional<String> commune(String subject) {
        if (subject.startsWith(ROOM)) {
            return commune(
                    "select payload, schema_fingerprint from passerelle.room where room_id = :id",
                    subject.substring(ROOM.length()),
                    RoomInventoried.class,
                    RoomInventoried::getInsee);
        }
        if (subject.startsWith(SITE)) {
            return commune(
                    "select payload, schema_fingerprint from passerelle.site where site_id = :id",
                    subject.substring(SITE.length()),
                    SiteDescribed.class,
                    SiteDescribed::getInsee);
        }
        return Optional.empty();
    }

    private <T extends SpecificRecord> Optional<String> commune(
            String query, String id, Class<T> type, Function<T, String> insee) {
        return jdbc.sql(query)
                .param("id", id)
                .query((row, i) -> insee.apply(payloads.read(row.getBytes(1), row.getLong(2), type)))
                .optional();
    }
}
