package fr.passerelle.batch.server;

import fr.passerelle.schemas.contract.KafkaAccess;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The role that owns the database and migrates it, and owns the topics: {@code register} alone works as it. Where it is not set, one role does everything.
 *
 * @param user null where the daily role owns the database
 */
@ConfigurationProperties("passerelle.migrator")
record Migrator(@Nullable String user, @Nullable String password) {

    String userOr(Settings.Postgres daily) {
        return isSet() ? String.valueOf(user) : daily.user();
    }

    String passwordOr(Settings.Postgres daily) {
        return isSet() ? String.valueOf(password) : daily.password();
    }

    KafkaAccess kafka(Settings.Kafka daily) {
        return isSet() ? daily.by(String.valueOf(user), String.valueOf(password)) : daily.access();
    }

    boolean isSet() {
        return user != null && !user.isBlank();
    }
}
