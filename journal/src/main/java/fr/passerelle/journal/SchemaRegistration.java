package fr.passerelle.journal;

import fr.passerelle.schemas.contract.RegistryClient;
import fr.passerelle.schemas.contract.Topics;
import fr.passerelle.schemas.contract.Topics.Topic;
import fr.passerelle.schemas.fault.OutsideFault;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The schemas' ids of all records of the topics, given by the registry at {@link #register()} and kept in the database. {@link #check()} at every
 * start: an id that changed its schema (a registry that was lost, or another one) would make the log unreadable.
 */
public record SchemaRegistration(JdbcClient jdbc, RegistryClient registry, Topics topics) {

    private static final String KNOWN =
            "insert into passerelle.registered_schema (id, fingerprint, name, schema) values (:id, :fingerprint,"
                    + " :name, :schema) on conflict do nothing";
    private static final String CURRENT = """
        insert into passerelle.registered_subject (subject, id) values (:subject, :id)
        on conflict (subject) do update set id = excluded.id\
        """;

    /** Registers what is missing; {@link OutsideFault} where an id known to the database changed its schema. */
    public void register() {
        check();
        topics.typed().forEach(topic -> topic.records().forEach(record -> register(topic, record)));
    }

    /** Compares each id that the database knows with what the registry says of it; {@link OutsideFault} where one changed its schema. */
    public void check() {
        jdbc.sql("select id, fingerprint, name from passerelle.registered_schema order by id")
                .query(row -> {
                    checkOne(row.getInt("id"), row.getLong("fingerprint"), row.getString("name"));
                });
    }

    /** Whether each record of each topic has its id. */
    public boolean isRegistered() {
        Map<Long, Integer> known = ids();
        return topics.typed().stream()
                .flatMap(topic -> topic.records().stream())
                .allMatch(record -> known.containsKey(fingerprint(record)));
    }

    /** Ids by CRC-64-AVRO fingerprint. */
    public Map<Long, Integer> ids() {
        Map<Long, Integer> ids = new HashMap<>();
        jdbc.sql("select fingerprint, id from passerelle.registered_schema").query(row -> {
            ids.put(row.getLong(1), row.getInt(2));
        });
        return ids;
    }

    private void register(Topic topic, Schema record) {
        String subject = topic.subjectOf(record);
        int id = registry.register(subject, record);
        registry.requireReadableHistory(subject);
        jdbc.sql(KNOWN)
                .param("id", id)
                .param("fingerprint", fingerprint(record))
                .param("name", record.getFullName())
                .param("schema", record.toString())
                .update();
        jdbc.sql(CURRENT)
                .param("subject", subject)
                .param("id", ids().getOrDefault(fingerprint(record), id))
                .update();
    }

    private void checkOne(int id, long fingerprint, String name) {
        Optional<Schema> found = registry.schema(id);
        if (found.isEmpty() || fingerprint(found.get()) != fingerprint) {
            throw new OutsideFault("Le registre de schémas n'est plus celui du journal : l'identifiant " + id
                    + " y désigne " + found.map(Schema::getName).orElse("rien") + " au lieu de " + name
                    + ". Rétablissez son stockage avant toute exécution.");
        }
    }

    private static long fingerprint(Schema schema) {
        return SchemaNormalization.parsingFingerprint64(schema);
    }
}
