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
 * @param postgresUser the role that owns the database
 * @param postgresPassword its password
 * @param bootstrap host and port of Kafka
 * @param registryUrl root of the registry's HTTP addresses, without a final slash
 */
public record Endpoints(
        String postgresUrl, String postgresUser, String postgresPassword, String bootstrap, String registryUrl) {

    /** As configuration properties of the programs. */
    public Map<String, String> properties() {
        var properties = new LinkedHashMap<String, String>();
        properties.put("passerelle.postgres.url", postgresUrl);
        properties.put("passerelle.postgres.user", postgresUser);
        properties.put("passerelle.postgres.password", postgresPassword);
        properties.put("passerelle.kafka.bootstrap", bootstrap);
        properties.put("passerelle.registry.url", registryUrl);
        return properties;
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
