package fr.passerelle.batch.job;

import fr.passerelle.journal.fence.Fence.LostDatabase;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.TimeoutException;

/** What a failure that comes from a server means for people. */
public final class ServerFault {

    /** No such table, column, function, schema. */
    private static final Set<String> MISSING = Set.of("42P01", "42703", "42883", "3F000");

    private ServerFault() {}

    /** The sentence; empty where no server is at fault. */
    public static Optional<String> of(Throwable failure) {
        if (LostDatabase.isCauseOf(failure)) {
            return Optional.of(LostDatabase.SENTENCE);
        }
        if (causes(failure)
                .anyMatch(cause -> cause instanceof SQLException sql
                        && sql.getSQLState() != null
                        && MISSING.contains(sql.getSQLState()))) {
            return Optional.of("Une autre version de Passerelle a fait les tables de cette base : lancez"
                    + " « ./passerelle register », qui les met à jour ou dit pourquoi il ne le peut pas.");
        }
        return causes(failure).anyMatch(TimeoutException.class::isInstance)
                ? Optional.of("Kafka ne répond plus : voyez s'il tourne (« ./passerelle up » le"
                        + " démarre), puis relancez la commande.")
                : Optional.empty();
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.<Throwable>iterate(failure, t -> t != null, Throwable::getCause);
    }
}
