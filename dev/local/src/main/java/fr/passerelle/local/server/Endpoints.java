package fr.passerelle.local.server;

import fr.passerelle.local.process.PrivateFiles;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where the servers are, for the programs that use them.
 *
 * @param postgresUrl JDBC address
 * @param owner the role that owns the database: it migrates it
 * @param batch what {@code batch} works as
 * @param events what {@code events} works as
 * @param console what {@code console} works as
 * @param analyst what people who query the views work as
 * @param bootstrap host and port of Kafka
 * @param registryUrl root of the registry's HTTP addresses, without a final slash
 */
public record Endpoints(
        String postgresUrl,
        DatabaseRole owner,
        DatabaseRole batch,
        DatabaseRole events,
        DatabaseRole console,
        DatabaseRole analyst,
        String bootstrap,
        String registryUrl) {

    /** The role that owns the database. */
    public String postgresUser() {
        return owner.user();
    }

    /** Its password. */
    public String postgresPassword() {
        return owner.password();
    }

    /** As configuration properties of the programs. */
    public Map<String, String> properties() {
        var properties = new LinkedHashMap<String, String>();
        properties.put("passerelle.postgres.url", postgresUrl);
        put(properties, "passerelle.postgres", batch);
        put(properties, "passerelle.migrator", owner);
        put(properties, "passerelle.events", events);
        put(properties, "passerelle.console", console);
        properties.put("passerelle.kafka.bootstrap", bootstrap);
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

    @Override
    public String toString() {
        return "Endpoints[" + postgresUrl + ", " + bootstrap + ", " + registryUrl + "]";
    }
}
