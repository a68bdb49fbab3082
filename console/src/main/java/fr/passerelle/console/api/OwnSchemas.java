package fr.passerelle.console.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.avro.Schema;

/** The records that the API adds to those of the contract. */
final class OwnSchemas {

    private OwnSchemas() {}

    /** The one of this name. */
    static Schema read(String name) {
        try (InputStream text = OwnSchemas.class.getResourceAsStream("/api/" + name + ".avsc")) {
            return new Schema.Parser().parse(Objects.requireNonNull(text, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
