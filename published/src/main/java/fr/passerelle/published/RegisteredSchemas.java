package fr.passerelle.published;

import fr.passerelle.schemas.contract.PayloadReader;
import fr.passerelle.schemas.contract.Records;
import java.util.Optional;
import org.apache.avro.Schema;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The schemas that the database knows, by fingerprint (CRC-64-AVRO): what is registered never changes. */
public final class RegisteredSchemas {

    private static final String SCHEMA =
            "select schema from passerelle.registered_schema where fingerprint = :fingerprint";

    private RegisteredSchemas() {}

    /** What reads each payload with its own schema; in the caller's transaction, where there is one. */
    public static PayloadReader reader(JdbcClient jdbc) {
        return new PayloadReader(new Records(), fingerprint -> find(jdbc, fingerprint));
    }

    private static Optional<Schema> find(JdbcClient jdbc, long fingerprint) {
        return jdbc.sql(SCHEMA)
                .param("fingerprint", fingerprint)
                .query((row, n) -> new Schema.Parser().parse(row.getString(1)))
                .optional();
    }
}
