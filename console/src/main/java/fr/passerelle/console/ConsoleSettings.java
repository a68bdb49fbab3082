package fr.passerelle.console;

import fr.passerelle.schemas.contract.KafkaAccess;
import fr.passerelle.schemas.contract.RegistryAccess;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the console is told (properties {@code passerelle.*}).
 *
 * @param namespace first part of every topic's name, and that of the live results
 */
@ConfigurationProperties("passerelle")
public record ConsoleSettings(
        @DefaultValue("passerelle") String namespace,
        @DefaultValue Kafka kafka,
        @DefaultValue Registry registry,
        @DefaultValue Console console,
        @DefaultValue Mention mention) {

    /**
     * Kafka.
     *
     * @param bootstrap the brokers; empty where there are none to follow
     */
    public record Kafka(
            @DefaultValue("") String bootstrap,
            @DefaultValue Map<String, String> client,
            @DefaultValue("") String user,
            @DefaultValue("") String password) {

        /** As its clients are made. */
        public KafkaAccess access() {
            return new KafkaAccess(bootstrap, client).as(user, password);
        }
    }

    /** The schema registry; empty where there is none. */
    public record Registry(
            @DefaultValue("") String url,
            @DefaultValue(RegistryAccess.APICURIO) String path,
            @DefaultValue("") String user,
            @DefaultValue("") String password) {

        /** As its client is made. */
        public RegistryAccess access() {
            return new RegistryAccess(url, path, user, password);
        }
    }

    /**
     * The console itself.
     *
     * @param operator the command that runs the operators' program, word by word; empty: the console starts nothing and says which command to type
     * @param firstPasswordFile where the password of the first account is; where no file is there, one is drawn and written to it
     * @param hosts names that it is asked by beside those of this machine, in small letters; under any other it answers nothing
     */
    public record Console(
            @DefaultValue List<String> operator,
            @DefaultValue("var/secret/console-admin") String firstPasswordFile,
            @DefaultValue Set<String> hosts) {}

    /** The service and the address of the legal mention; empty where nobody configured them. */
    public record Mention(
            @DefaultValue("") String service,
            @DefaultValue("") String adresse) {}
}
