package fr.passerelle.events.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;

/**
 * A result as it was last emitted.
 *
 * @param epci the EPCI it was emitted for, which its withdrawal names
 * @param payload its bare Avro bytes, without run fields: what is compared and hashed
 */
@SuppressWarnings("ArrayRecordComponent")
record Held(String epci, byte[] payload) {

    static Held decode(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        byte[] epci = new byte[buffer.get()];
        buffer.get(epci);
        byte[] payload = new byte[buffer.remaining()];
        buffer.get(payload);
        return new Held(new String(epci, UTF_8), payload);
    }

    byte[] encode() {
        byte[] name = epci.getBytes(UTF_8);
        return ByteBuffer.allocate(1 + name.length + payload.length)
                .put((byte) name.length)
                .put(name)
                .put(payload)
                .array();
    }
}
