package fr.passerelle.local.server;

import fr.passerelle.local.process.PrivateFiles;
import fr.passerelle.schemas.contract.KafkaAccess;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Where the servers are, for the programs that use them.
 *
 * @param kafka where Kafka is, before anybody signs in
 * @param registryUrl root of the registry's HTTP addresses, without a final slash
 */
public record Endpoints(
        String postgresUrl,
        DatabaseRole owner,
        DatabaseRole batch,
        DatabaseRole events,
        DatabaseRole console,
        DatabaseRole analyst,
        KafkaAccess kafka,
        String registryUrl) {

    public Endpoints withPostgres(String url) {
        return new Endpoints(url, owner, batch, events, console, analyst, kafka, registryUrl);
    }

    public Endpoints withKafka(KafkaAccess other) {
        return new Endpoints(postgresUrl, owner, batch, events, console, analyst, other, registryUrl);
    }

    /** The same servers, entered by PLAIN and not by SCRAM, whose key derived at each connection took a fourth of the samples of a profile of the tests. */
    public Endpoints withPlain() {
        var client = new HashMap<>(kafka.client());
        client.put("sasl.mechanism", "PLAIN");
        return withKafka(KafkaAccess.at(kafka.bootstrap(), client));
    }

    public Endpoints withRegistry(String url) {
        return new Endpoints(postgresUrl, owner, batch, events, console, analyst, kafka, url);
    }

    /** Kafka as the account that may do everything asks it. */
    public KafkaAccess administrator() {
        return kafka.as(owner.user(), owner.password());
    }

    public KafkaAccess kafka(DatabaseRole account) {
        return kafka.as(account.user(), account.password());
    }

    public Map<String, String> properties() {
        var properties = new LinkedHashMap<String, String>();
        properties.put("passerelle.postgres.url", postgresUrl);
        put(properties, "passerelle.postgres", batch);
        put(properties, "passerelle.migrator", owner);
        put(properties, "passerelle.events", events);
        put(properties, "passerelle.console", console);
        properties.put("passerelle.kafka.bootstrap", kafka.bootstrap());
        new TreeMap<>(kafka.client())
                .forEach((name, value) -> properties.put("passerelle.kafka.client." + name, value));
        properties.put("passerelle.registry.url", registryUrl);
        return properties;
    }

    private static void put(Map<String, String> properties, String prefix, DatabaseRole account) {
        properties.put(prefix + ".user", account.user());
        properties.put(prefix + ".password", account.password());
    }

    /** Written whole or not at all; only its owner reads it. */
    void write(Path file) {
        var text = properties().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("\n"));
        PrivateFiles.write(file, text + "\npasserelle.namespace=passerelle\npasserelle.partitions=12\n");
    }

    /** As kcat takes them, for the analysts' account; only its owner reads it. */
    public void writeForKcat(Path file) {
        PrivateFiles.write(file, """
            bootstrap.servers=%s
            security.protocol=%s
            sasl.mechanism=%s
            sasl.username=%s
            sasl.password=%s
            isolation.level=read_committed
            """.formatted(
                        kafka.bootstrap(),
                        kafka.client().get("security.protocol"),
                        kafka.client().get("sasl.mechanism"),
                        analyst.user(),
                        analyst.password()));
    }

    @Override
    public String toString() {
        return "Endpoints[" + postgresUrl + ", " + kafka.bootstrap() + ", " + registryUrl + "]";
    }

    /** A role of PostgreSQL that may enter, with its password. */
    public record DatabaseRole(String user, String password) {

        @Override
        public String toString() {
            return "Account[" + user + "]";
        }
    }
}
