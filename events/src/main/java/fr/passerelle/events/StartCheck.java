package fr.passerelle.events;

import fr.passerelle.schemas.contract.RecordCodec.SchemaIds;
import fr.passerelle.schemas.contract.RegistryClient;
import fr.passerelle.schemas.contract.Topics;
import fr.passerelle.schemas.contract.Topics.Topic;
import fr.passerelle.schemas.fault.OutsideFault;
import fr.passerelle.schemas.fault.RunRefused;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Checks all that must be there before anything starts; ids of schemas that the database knows are checked, then remembered. */
@Component
record StartCheck(EventsSettings settings, Topics topics, JdbcClient jdbc, RegistryClient registry, SchemaIds ids) {

    /** Beside it, servers and programs may be starting too. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private record SchemaId(int id, Schema schema) {}

    /** @throws RunRefused with the first thing that is wrong */
    void run() {
        settings.complete();
        schemas();
        new TopicCheck(settings.kafka(), PATIENCE).check(topics);
    }

    /** None changed under its id, and each record of these topics is registered as it is today. */
    private void schemas() {
        Map<String, SchemaId> known = known();
        known.forEach((subject, schema) -> {
            same(schema);
            ids.remember(subject, schema.schema(), schema.id());
        });
        topics.typed().forEach(topic -> topic.records().forEach(schema -> registered(topic, schema, known)));
    }

    private Map<String, SchemaId> known() {
        try {
            Map<String, SchemaId> known = new HashMap<>();
            RowCallbackHandler add = row -> known.put(
                    row.getString("subject"),
                    new SchemaId(row.getInt("id"), new Schema.Parser().parse(row.getString("schema"))));
            jdbc.sql("""
                select s.subject, r.id, r.schema
                from passerelle.registered_subject s join passerelle.registered_schema r on r.id = s.id
                order by s.subject
                """).query(add);
            return known;
        } catch (DataAccessException e) {
            throw new RunRefused(
                    "La base ne répond pas ou n'est pas installée : « ./passerelle up » démarre les serveurs,"
                            + " « ./passerelle register » prépare la base.",
                    e);
        }
    }

    private void same(SchemaId known) {
        if (!schema(known.id()).equals(Optional.of(known.schema()))) {
            throw new RunRefused("Le registre ne donne plus à l'identifiant " + known.id() + " le schéma "
                    + known.schema().getFullName()
                    + " que la base connaît : restaurez le registre, ou reconstruisez les topics («"
                    + " ./passerelle rebuild-topics »).");
        }
    }

    private Optional<Schema> schema(int id) {
        try {
            return registry.schema(id);
        } catch (OutsideFault e) {
            throw new RunRefused(String.valueOf(e.getMessage()), e);
        }
    }

    private static void registered(Topic topic, Schema schema, Map<String, SchemaId> known) {
        SchemaId there = known.get(topic.subjectOf(schema));
        if (there == null || !there.schema().equals(schema)) {
            throw new RunRefused("Le schéma " + schema.getFullName() + " n'est pas enregistré pour le topic "
                    + topic.name() + " dans sa version de ce programme : lancez « ./passerelle register ».");
        }
    }
}
