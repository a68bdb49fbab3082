package fr.passerelle.published.place;

import fr.passerelle.published.run.RunRefused;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.springframework.jdbc.core.JdbcTemplate;

/** The schemas that the journal was written with, by fingerprint (CRC-64-AVRO): what is registered never changes. */
final class RegisteredSchemas {

    private static final String SCHEMA = "select schema from passerelle.registered_schema where fingerprint = ?";

    private final JdbcTemplate jdbc;
    private final Map<Long, Schema> known = new ConcurrentHashMap<>();

    RegisteredSchemas(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The schema of a fingerprint that was registered.
     *
     * @throws RunRefused when it was not: somebody altered the database
     */
    Schema of(long fingerprint) {
        return known.computeIfAbsent(fingerprint, this::read);
    }

    private Schema read(long fingerprint) {
        return jdbc.query(SCHEMA, (row, n) -> new Schema.Parser().parse(row.getString(1)), fingerprint).stream()
                .findFirst()
                .orElseThrow(() -> new RunRefused("Le schéma d'empreinte " + fingerprint
                        + " manque dans la base : « ./passerelle verify » dit ce qui a été altéré ; restaurez-la."));
    }
}
