package fr.passerelle.local.server;

import fr.passerelle.local.process.LocalFault;
import fr.passerelle.local.process.Poll;
import fr.passerelle.schemas.contract.KafkaAccess;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.KafkaFuture;

/**
 * Who may enter Kafka: the accounts of the database, with their passwords, by SCRAM; and by PLAIN the server itself, before there is any
 * account, and tests. What these may do is given by {@code register}.
 */
record KafkaAccounts(PostgresqlAccess access) {

    private static final String PROTOCOL = "SASL_PLAINTEXT";
    private static final String MECHANISM = "SCRAM-SHA-512";
    private static final String PLAIN =
            "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\" password=\"%s\"%s;";
    private static final int ITERATIONS = 4096;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Where Kafka is, and that it wants a password. */
    static KafkaAccess wanted(int port) {
        return KafkaAccess.at(address(port), Map.of("security.protocol", PROTOCOL, "sasl.mechanism", MECHANISM));
    }

    private static String address(int port) {
        return "127.0.0.1:" + port;
    }

    /** Makes those that are missing, and gives all the passwords that they have in the database. */
    void create(int port) {
        try (var admin = server(port)) {
            answer(admin.alterUserScramCredentials(passwords()).all());
            // The broker learns of them a moment after its controller does.
            Poll.until(
                    PATIENCE,
                    () -> answer(admin.describeUserScramCredentials().users()).containsAll(PostgresqlAccess.PROGRAMS));
        }
    }

    private List<UserScramCredentialAlteration> passwords() {
        return PostgresqlAccess.PROGRAMS.stream()
                .<UserScramCredentialAlteration>map(role -> new UserScramCredentialUpsertion(
                        role,
                        new ScramCredentialInfo(ScramMechanism.fromMechanismName(MECHANISM), ITERATIONS),
                        access.password(role)))
                .toList();
    }

    /** As the server signs in to itself. */
    Admin server(int port) {
        return Admin.create(Map.of(
                "bootstrap.servers",
                address(port),
                "client.id",
                "passerelle-local",
                "security.protocol",
                PROTOCOL,
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                plain("")));
    }

    /** Whom the server knows by its own configuration: itself, and the programs that tests start. */
    String ofTheServer() {
        return plain(PostgresqlAccess.PROGRAMS.stream()
                .map(role -> " user_%s=\"%s\"".formatted(role, access.password(role)))
                .collect(Collectors.joining()));
    }

    private String plain(String more) {
        return PLAIN.formatted(PostgresqlAccess.PASSERELLE, ownPassword(), more);
    }

    private String ownPassword() {
        return access.password(PostgresqlAccess.PASSERELLE);
    }

    private static <T> T answer(KafkaFuture<T> future) {
        try {
            return future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new LocalFault("Kafka a refusé de créer les comptes de Passerelle : " + e.getMessage() + ".", e);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new LocalFault("Interrompu.", stop);
        }
    }
}
