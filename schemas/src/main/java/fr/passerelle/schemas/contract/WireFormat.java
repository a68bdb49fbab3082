package fr.passerelle.schemas.contract;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The Confluent wire format: byte 0, the schema's id in four bytes (big-endian), then bare Avro binary. */
public final class WireFormat {

    /** Bytes before the payload. */
    public static final int HEADER = 5;

    private WireFormat() {}

    /** Puts the header before a bare record. */
    public static byte[] frame(int id, byte[] bare) {
        return ByteBuffer.allocate(HEADER + bare.length)
                .put((byte) 0)
                .putInt(id)
                .put(bare)
                .array();
    }

    /**
     * The schema id of a framed value.
     *
     * @throws UndecodableRecord when the value is not framed
     */
    public static int idOf(byte @Nullable [] value) {
        return ByteBuffer.wrap(checked(value)).getInt(1);
    }

    /**
     * The bare record of a framed value, a copy.
     *
     * @throws UndecodableRecord when the value is not framed
     */
    public static byte[] bareOf(byte @Nullable [] value) {
        byte[] framed = checked(value);
        return Arrays.copyOfRange(framed, HEADER, framed.length);
    }

    /** What is wrong with the header of a value, in French; empty when it is sound. */
    public static Optional<String> faultOf(byte @Nullable [] value) {
        if (value == null) {
            return Optional.of("valeur absente (null)");
        }
        if (value.length < HEADER) {
            return Optional.of("valeur de " + value.length + " octets : il en faut au moins " + HEADER
                    + " (octet 0, puis l'identifiant de schéma)");
        }
        if (value[0] != 0) {
            return Optional.of(
                    "premier octet 0x%02x au lieu de 0x00 : ce n'est pas le format du registre".formatted(value[0]));
        }
        return ByteBuffer.wrap(value).getInt(1) > 0
                ? Optional.empty()
                : Optional.of("identifiant de schéma négatif ou nul");
    }

    private static byte[] checked(byte @Nullable [] value) {
        Optional<String> fault = faultOf(value);
        if (value == null || fault.isPresent()) {
            throw new UndecodableRecord("Enregistrement illisible : " + fault.orElseThrow());
        }
        return value;
    }
}
