package fr.passerelle.batch.check;

import fr.passerelle.schemas.contract.ResultHash;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * A result as the journal gives it.
 *
 * @param bare the result, without run fields
 * @param payload its bare Avro bytes
 * @param files the files that a score rests on, JSON; null for another result
 */
@SuppressWarnings("ArrayRecordComponent")
public record ExpectedResult(
        Key key,
        String epci,
        SpecificRecord bare,
        byte[] payload,
        @Nullable String files) {

    /** Which result it is, and which partition says it; in the order of the hash, then by partition. */
    public record Key(ResultHash.Type type, String id, int partition) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            int byType = type.compareTo(other.type);
            int byId = byType == 0 ? id.compareTo(other.id) : byType;
            return byId == 0 ? Integer.compare(partition, other.partition) : byId;
        }

        @Override
        public String toString() {
            return type + " " + id + " (partition " + partition + ")";
        }
    }
}
