package fr.passerelle.events.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A result as it was last emitted.
 *
 * @param epci the EPCI it was emitted for, which its withdrawal names
 * @param payload its bare Avro bytes, without run fields: what is compared and hashed
 * @param aside bytes of what leaves beside it: compared, not hashed
 */
@SuppressWarnings("ArrayRecordComponent")
record EmittedResult(String epci, byte[] payload, byte[] aside) {

    static EmittedResult decode(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        byte[] epci = next(buffer, buffer.get());
        byte[] aside = next(buffer, buffer.getInt());
        return new EmittedResult(new String(epci, UTF_8), next(buffer, buffer.remaining()), aside);
    }

    private static byte[] next(ByteBuffer buffer, int length) {
        byte[] bytes = new byte[length];
        buffer.get(bytes);
        return bytes;
    }

    /** Whether nothing differs, neither the result nor what leaves beside it. */
    boolean says(EmittedResult other) {
        return Arrays.equals(payload, other.payload) && Arrays.equals(aside, other.aside);
    }

    byte[] encode() {
        byte[] name = epci.getBytes(UTF_8);
        return ByteBuffer.allocate(1 + name.length + Integer.BYTES + aside.length + payload.length)
                .put((byte) name.length)
                .put(name)
                .putInt(aside.length)
                .put(aside)
                .put(payload)
                .array();
    }
}
