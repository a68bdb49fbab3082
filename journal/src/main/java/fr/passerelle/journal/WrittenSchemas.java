package fr.passerelle.journal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** The schemas that the journal was written with, by fingerprint. */
public final class WrittenSchemas {

    private final Map<Long, Schema> byFingerprint;

    /** Of these schemas. */
    public WrittenSchemas(Map<Long, Schema> byFingerprint) {
        this.byFingerprint = byFingerprint;
    }

    /** All that the database knows, in the caller's transaction. */
    public static WrittenSchemas load(JdbcTemplate jdbc) {
        WrittenSchemas schemas = new WrittenSchemas(new HashMap<>());
        RowCallbackHandler add =
                row -> schemas.byFingerprint.put(row.getLong(1), new Schema.Parser().parse(row.getString(2)));
        jdbc.query("select fingerprint, schema from passerelle.registered_schema", add);
        return schemas;
    }

    /** The schema of a fingerprint (CRC-64-AVRO); empty where it was never registered. */
    public Optional<Schema> of(long fingerprint) {
        return Optional.ofNullable(byFingerprint.get(fingerprint));
    }
}
