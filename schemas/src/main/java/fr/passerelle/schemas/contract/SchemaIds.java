package fr.passerelle.schemas.contract;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;

/**
 * The registry's ids, asked once each and remembered: an id never changes its schema (checked at every start). It never registers
 * anything; {@code batch register} does. Any thread may use one instance.
 */
public final class SchemaIds {

    private final RegistryClient registry;
    private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();
    private final Map<Registered, Integer> ids = new ConcurrentHashMap<>();

    /** @param registry asked for what is not remembered */
    public SchemaIds(RegistryClient registry) {
        this.registry = registry;
    }

    /** Remembers an id known from elsewhere, such as the database. */
    public void remember(String subject, Schema schema, int id) {
        ids.put(new Registered(subject, schema), id);
        schemas.put(id, schema);
    }

    /**
     * The id under which a topic's record is registered.
     *
     * @throws RegistryException when it is not registered, or the registry does not answer
     */
    public int idOf(Topic topic, Schema schema) {
        return ids.computeIfAbsent(new Registered(topic.subjectOf(schema), schema), this::asked);
    }

    /**
     * The writer's schema of an id.
     *
     * @throws UndecodableRecord when the registry does not know the id
     * @throws RegistryException when the registry does not answer
     */
    public Schema schemaOf(int id) {
        return schemas.computeIfAbsent(id, this::fetched);
    }

    private int asked(Registered key) {
        return registry.find(key.subject(), key.schema())
                .orElseThrow(() -> new RegistryException(
                        "Le schéma " + key.schema().getFullName() + " n'est pas enregistré sous « " + key.subject()
                                + " » : lancez « ./passerelle register »."));
    }

    private Schema fetched(int id) {
        return registry.schema(id)
                .orElseThrow(() -> new UndecodableRecord("Le registre ne connaît pas le schéma d'identifiant " + id));
    }

    private record Registered(String subject, Schema schema) {}
}
