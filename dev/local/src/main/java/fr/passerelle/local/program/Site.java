package fr.passerelle.local.program;

import fr.passerelle.local.server.Endpoints;
import fr.passerelle.schemas.contract.Topics;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Where a deployment stands, which no other shares.
 *
 * @param servers where the servers are now, with its database: one that is started again may change its port
 * @param namespace first part of the names of its topics
 * @param directory for the states of its instances, the paths of its inputs and what its programs print
 * @param settings what its programs are configured with besides, by property name
 */
public record Site(Supplier<Endpoints> servers, String namespace, Path directory, Map<String, String> settings) {

    /** All that its programs are configured with, by property name. */
    public Map<String, String> properties() {
        var properties = new LinkedHashMap<>(servers.get().properties());
        properties.put("passerelle.namespace", namespace);
        properties.put("passerelle.var", directory.toString());
        properties.put("passerelle.inputs", directory.resolve("inputs").toString());
        properties.put("spring.jmx.enabled", "false");
        properties.putAll(settings);
        return properties;
    }

    /** Its topics. */
    public Topics topics() {
        return new Topics(namespace);
    }

    /** Where instances of events keep their states. */
    Path states() {
        return directory.resolve("state");
    }

    /** Where what a program prints is kept. */
    Path log(String name) {
        return directory.resolve("log").resolve(name);
    }
}
