package fr.passerelle.schemas.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.passerelle.schemas.event.ConversionProposed;
import fr.passerelle.schemas.event.ConversionWithdrawn;
import fr.passerelle.schemas.event.FichierSource;
import fr.passerelle.schemas.event.FrequentationScored;
import fr.passerelle.schemas.event.FrequentationWithdrawn;
import fr.passerelle.schemas.event.PlanProposed;
import fr.passerelle.schemas.event.PlanWithdrawn;
import fr.passerelle.schemas.event.RunRef;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 over the results that hold, fed one by one in the order of their type then of their id (both by UTF-8 bytes). Each result is
 * the UTF-8 of its type, a zero byte, the UTF-8 of its id, a zero byte, the length of its payload (four bytes, big-endian) and its
 * payload. The same function serves a partition ({@link #partial()}) and the whole of a run ({@link #of}); used once, then finished.
 */
public final class ResultHash {

    /** What a result is; the hash takes them in this order. */
    public enum Type {
        CONVERSION,
        PLAN,
        SCORE
    }

    private final MessageDigest digest = Sha256.digest();
    private byte @Nullable [] last;

    /**
     * Adds one result that holds.
     *
     * @param id identifier of the room, or SIREN
     * @param payload bare Avro bytes of its Conversion, Plan or Frequentation: no run field
     * @throws IllegalArgumentException when it does not come after the one added before
     */
    public ResultHash add(Type type, String id, byte[] payload) {
        byte[] key = (type.name() + '\0' + id + '\0').getBytes(UTF_8);
        if (last != null && Arrays.compareUnsigned(last, key) >= 0) {
            throw new IllegalArgumentException("Results out of order at " + type + " " + id);
        }
        last = key;
        digest.update(key);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(payload.length).array());
        digest.update(payload);
        return this;
    }

    /** The hash of a partition's results: RunScored.partial_hash. 64 lower-case hexadecimal digits. */
    public String partial() {
        return Sha256.hex(digest);
    }

    /** The hash of a run: its results, then the UTF-8 of the barème's hash and of the month, YYYY-MM, each with a zero byte behind. */
    public String of(String baremeHash, String asOf) {
        digest.update((baremeHash + '\0' + asOf + '\0').getBytes(UTF_8));
        return partial();
    }

    /**
     * A result as a record on one of their topics tells it.
     *
     * @param id identifier of the room, or SIREN
     * @param bare the result without run fields; null when it is withdrawn
     * @param files those that a score rests on; null for another result, and when it is withdrawn
     */
    public record TopicResult(
            Type type,
            String id,
            RunRef run,
            String epci,
            @Nullable SpecificRecord bare,
            @Nullable List<FichierSource> files) {

        private TopicResult(Type type, String id, RunRef run, String epci, @Nullable SpecificRecord bare) {
            this(type, id, run, epci, bare, null);
        }

        /** That of a record; empty when it is no result. */
        public static Optional<TopicResult> of(SpecificRecord record) {
            return Optional.ofNullable(
                    switch (record) {
                        case FrequentationScored it -> {
                            var score = it.getFrequentation();
                            yield new TopicResult(
                                    Type.SCORE, score.getRoomId(), it.getRun(), score.getEpci(), score, it.getFiles());
                        }
                        case FrequentationWithdrawn it ->
                            new TopicResult(Type.SCORE, it.getRoomId(), it.getRun(), it.getEpci(), null);
                        case ConversionProposed it -> {
                            var kept = it.getConversion();
                            yield new TopicResult(Type.CONVERSION, kept.getRoomId(), it.getRun(), kept.getEpci(), kept);
                        }
                        case ConversionWithdrawn it ->
                            new TopicResult(Type.CONVERSION, it.getRoomId(), it.getRun(), it.getEpci(), null);
                        case PlanProposed it -> {
                            var plan = it.getPlan();
                            yield new TopicResult(Type.PLAN, plan.getEpci(), it.getRun(), plan.getEpci(), plan);
                        }
                        case PlanWithdrawn it ->
                            new TopicResult(Type.PLAN, it.getEpci(), it.getRun(), it.getEpci(), null);
                        default -> null;
                    });
        }
    }
}
