package fr.passerelle.batch.verify;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** The schemas that the journal was written with, by fingerprint. */
final class Schemas {

    private final Map<Long, Schema> byFingerprint;

    Schemas(Map<Long, Schema> byFingerprint) {
        this.byFingerprint = byFingerprint;
    }

    static Schemas load(JdbcTemplate jdbc) {
        Schemas schemas = new Schemas(new HashMap<>());
        RowCallbackHandler add =
                row -> schemas.byFingerprint.put(row.getLong(1), new Schema.Parser().parse(row.getString(2)));
        jdbc.query("select fingerprint, schema from passerelle.registered_schema", add);
        return schemas;
    }

    Optional<Schema> of(long fingerprint) {
        return Optional.ofNullable(byFingerprint.get(fingerprint));
    }
}
