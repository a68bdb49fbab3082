package fr.passerelle.batch.decision;

import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.event.SiteDescribed;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The communes of the rooms and sites that decisions name, as the run that is writing knows them. */
final class DecisionCommunes {

    private static final String ROOM = "room:";
    private static final String SITE = "site:";

    private final JdbcTemplate jdbc;
    private final Records records;

    DecisionCommunes(DataSource dataSource, Records records) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.records = records;
    }

    /** INSEE code of the commune of {@code room:ID} or {@code site:ID}; empty where it is not known any more, or is neither. */
    Optional<String> commune(String subject) {
        if (subject.startsWith(ROOM)) {
            return commune(
                    "select payload from passerelle.room where room_id = ?",
                    subject.substring(ROOM.length()),
                    payload -> records.decode(payload, RoomInventoried.getClassSchema(), RoomInventoried.class)
                            .getInsee());
        }
        if (subject.startsWith(SITE)) {
            return commune(
                    "select payload from passerelle.site where site_id = ?",
                    subject.substring(SITE.length()),
                    payload -> records.decode(payload, SiteDescribed.getClassSchema(), SiteDescribed.class)
                            .getInsee());
        }
        return Optional.empty();
    }

    private Optional<String> commune(String query, String id, Function<byte[], String> insee) {
        return jdbc.query(query, (row, i) -> insee.apply(row.getBytes(1)), id).stream()
                .findFirst();
    }
}
