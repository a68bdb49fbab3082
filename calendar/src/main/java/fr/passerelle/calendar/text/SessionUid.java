package fr.passerelle.calendar.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** What names a session in all calendars, for life: UUID version 5 of its identity. */
final class SessionUid {

    /** Never to change: calendars of people know sessions by what came from it. */
    private static final UUID NAMESPACE = UUID.fromString("6f1d2c1e-3a57-5b0e-9d27-0c5c7a1f4e90");

    private SessionUid() {}

    static String of(String seance) {
        byte[] name = seance.getBytes(UTF_8);
        ByteBuffer hash = ByteBuffer.wrap(sha1().digest(ByteBuffer.allocate(16 + name.length)
                .putLong(NAMESPACE.getMostSignificantBits())
                .putLong(NAMESPACE.getLeastSignificantBits())
                .put(name)
                .array()));
        long most = hash.getLong() & ~0xF000L | 0x5000L;
        long least = hash.getLong() & ~(0xC0L << 56) | 0x80L << 56;
        return new UUID(most, least) + "@passerelle";
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-1", impossible);
        }
    }
}
