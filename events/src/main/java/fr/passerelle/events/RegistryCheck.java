package fr.passerelle.events;

import fr.passerelle.schemas.contract.RegistryClient;
import fr.passerelle.schemas.contract.RegistryException;
import fr.passerelle.schemas.contract.SchemaIds;
import fr.passerelle.schemas.contract.Topic;
import fr.passerelle.schemas.contract.Topics;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ids of schemas that the database knows, held against the registry, then remembered: no record asks again. */
final class RegistryCheck {

    private static final String REGISTER = " : lancez « ./passerelle register ».";

    private final JdbcClient jdbc;
    private final RegistryClient registry;
    private final SchemaIds ids;

    RegistryCheck(JdbcClient jdbc, RegistryClient registry, SchemaIds ids) {
        this.jdbc = jdbc;
        this.registry = registry;
        this.ids = ids;
    }

    /** @throws StartRefusal where an id changed its schema, or a record of these topics is not registered as it is today */
    void check(Topics topics) {
        Map<String, Registered> known = known();
        known.forEach((subject, registered) -> {
            same(registered);
            ids.remember(subject, registered.schema(), registered.id());
        });
        topics.typed().forEach(topic -> topic.records().forEach(schema -> registered(topic, schema, known)));
    }

    private Map<String, Registered> known() {
        try {
            Map<String, Registered> known = new HashMap<>();
            RowCallbackHandler add = row -> known.put(row.getString("subject"), registered(row));
            jdbc.sql("""
                select s.subject, r.id, r.schema
                from passerelle.registered_subject s join passerelle.registered_schema r on r.id = s.id
                order by s.subject
                """).query(add);
            return known;
        } catch (DataAccessException e) {
            throw new StartRefusal(
                    "La base ne répond pas ou n'est pas installée : « ./passerelle up » démarre les serveurs,"
                            + " « ./passerelle register » prépare la base.",
                    e);
        }
    }

    private static Registered registered(ResultSet row) throws SQLException {
        return new Registered(row.getInt("id"), new Schema.Parser().parse(row.getString("schema")));
    }

    private void same(Registered registered) {
        Optional<Schema> there = registered(registered.id());
        if (!there.equals(Optional.of(registered.schema()))) {
            throw new StartRefusal("Le registre ne donne plus à l'identifiant " + registered.id() + " le schéma "
                    + registered.schema().getFullName()
                    + " que la base connaît : restaurez le registre, ou reconstruisez les topics («"
                    + " ./passerelle rebuild-topics »).");
        }
    }

    private Optional<Schema> registered(int id) {
        try {
            return registry.schema(id);
        } catch (RegistryException e) {
            throw new StartRefusal(String.valueOf(e.getMessage()), e);
        }
    }

    private static void registered(Topic topic, Schema schema, Map<String, Registered> known) {
        Registered there = known.get(topic.subjectOf(schema));
        if (there == null || !there.schema().equals(schema)) {
            throw new StartRefusal("Le schéma " + schema.getFullName() + " n'est pas enregistré pour le topic "
                    + topic.name() + " dans sa version de ce programme" + REGISTER);
        }
    }

    private record Registered(int id, Schema schema) {}
}
