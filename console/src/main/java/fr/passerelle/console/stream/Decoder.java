package fr.passerelle.console.stream;

import fr.passerelle.console.ConsoleSettings;
import fr.passerelle.schemas.contract.RecordCodec;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.contract.RegistryClient;
import fr.passerelle.schemas.contract.RegistryException;
import fr.passerelle.schemas.contract.SchemaIds;
import fr.passerelle.schemas.contract.UndecodableRecord;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Values of topics as records: the schemas are those that the database knows, else those that the registry has. */
@Component
class Decoder {

    private final JdbcClient jdbc;
    private final SchemaIds ids;
    private final RecordCodec codec;

    Decoder(JdbcClient jdbc, ConsoleSettings settings) {
        this.jdbc = jdbc;
        this.ids = new SchemaIds(new RegistryClient(settings.registry().access()));
        this.codec = new RecordCodec(ids, new Records());
    }

    /** Learns the schemas of the database; cheap, asked before each look. */
    void learn() {
        RowCallbackHandler learn =
                row -> ids.remember(row.getString(2), new Schema.Parser().parse(row.getString(3)), row.getInt(1));
        jdbc.sql("select id, name, schema from passerelle.registered_schema").query(learn);
    }

    /** The record of a value; empty where nobody can read it. */
    Optional<SpecificRecord> read(byte @Nullable [] value) {
        try {
            return value == null ? Optional.empty() : Optional.of(codec.read(value));
        } catch (UndecodableRecord | RegistryException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
