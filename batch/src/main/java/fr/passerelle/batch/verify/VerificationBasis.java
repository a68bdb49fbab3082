package fr.passerelle.batch.verify;

import fr.passerelle.published.run.Run;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What a verification begins from: how far the log was relayed, and which run holds.
 *
 * @param readable whether the topics can be read
 * @param position rank of the journal that was relayed last; empty where the topic does not say
 * @param disagreement why the log is not this journal's, in French; null when it is
 * @param head rank of the journal's last row, 0 when it is empty
 * @param current the run that holds; null when none was published
 */
record VerificationBasis(
        boolean readable,
        OptionalLong position,
        @Nullable String disagreement,
        long head,
        @Nullable Run current) {

    /** Rank up to which the journal is on Kafka, 0 for none. */
    long relayed() {
        return position.orElse(0);
    }
}
