package fr.passerelle.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Identifiers of journal records: UUID version 5 of (subject, rank of the record for that subject, bytes). Not thread-safe. */
public final class EventId {

    /** Namespace of Passerelle's event ids; never to change, since ids on the log came from it. */
    private static final UUID NAMESPACE = UUID.fromString("6f1d2c1e-3a57-5b0e-9d27-0c5c7a1f4e90");

    private final MessageDigest sha1 = sha1();
    private final byte[] prefix = ByteBuffer.allocate(16)
            .putLong(NAMESPACE.getMostSignificantBits())
            .putLong(NAMESPACE.getLeastSignificantBits())
            .array();
    private final ByteBuffer rank = ByteBuffer.allocate(9);

    /**
     * The id of one record.
     *
     * @param subjectSeq its rank among the records of its subject, from 1
     * @param payload its bare Avro bytes
     */
    public UUID of(String subject, long subjectSeq, byte[] payload) {
        sha1.update(prefix);
        sha1.update(subject.getBytes(StandardCharsets.UTF_8));
        sha1.update(rank.clear().put((byte) 0).putLong(subjectSeq).array());
        ByteBuffer hash = ByteBuffer.wrap(sha1.digest(payload));
        long most = hash.getLong() & ~0xF000L | 0x5000L;
        long least = hash.getLong() & ~(0xC0L << 56) | 0x80L << 56;
        return new UUID(most, least);
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-1", impossible);
        }
    }
}
