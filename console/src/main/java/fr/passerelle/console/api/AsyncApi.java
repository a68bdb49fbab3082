package fr.passerelle.console.api;

import fr.passerelle.schemas.contract.CloudEvent;
import fr.passerelle.schemas.contract.StudyLog;
import fr.passerelle.schemas.contract.Topics;
import fr.passerelle.schemas.contract.Topics.Topic;
import fr.passerelle.schemas.event.RunPublished;
import fr.passerelle.schemas.text.PlainText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import tools.jackson.databind.json.JsonMapper;

/** The typed topics of a namespace as an AsyncAPI 3 document: their records with their Avro schemas, their keys, their headers. */
public final class AsyncApi {

    private static final String AVRO = "application/vnd.apache.avro";
    private static final String AVRO_FORMAT = AVRO + ";version=1.9.0";
    private static final String BINDING = "0.5.0";
    private static final String JOURNAL = "EntetesDuJournal";
    private static final String RESULT = "EntetesDeResultat";

    private static final String INFO =
            "Un journal ordonné de transitions, et ce qui en découle : notes, conversions, plans, vie des"
                    + " exécutions. Lisez avec isolation.level=read_committed. Une valeur est dans le format de fil de"
                    + " Confluent : un octet nul, l'identifiant du schéma sur quatre octets, puis l'Avro binaire."
                    + " Aucun enregistrement ne dit rien d'une personne.";
    private static final String SERVER =
            "Le courtier de ce poste ; « ./passerelle status » dit son port. Le compte « passerelle_analyst »"
                    + " lit ces topics, dans un groupe dont le nom commence par « analyses- ».";
    private static final String SAME =
            "CloudEvents : le même pour le même enregistrement, si souvent qu'on le recalcule.";
    private static final String SUBJECT =
            "CloudEvents : room:SALLE, site:SITE, epci:SIREN, run:EXECUTION, scenario:SCENARIO,"
                    + " tour:CALENDRIER:SECTEUR, calendar:SIREN, session:SEANCE ou held:ETAPE:MOIS.";
    private static final String KEY = "Texte UTF-8 : de quoi parle l'enregistrement.";

    private static final Map<String, String> TOPICS = Map.of(
            "transitions",
            "Le journal : partition selon l'intercommunalité, dans l'ordre de l'en-tête seq.",
            "scores",
            "Les notes de fréquentation qui changent, par salle.",
            "conversions",
            "Ce que chaque salle devient, quand cela change, par salle.",
            "plans",
            "Le plan de chaque intercommunalité, quand il change, par SIREN.",
            "answers",
            "Ce que chaque partition a fini de noter, par exécution.",
            "runs",
            "Les exécutions publiées.");

    private final Topics topics;

    private AsyncApi(Topics topics) {
        this.topics = topics;
    }

    /** The document as YAML. The same catalogue gives the same text. */
    public static String yaml(Topics topics) {
        DumpSettings settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setWidth(4_000)
                .build();
        return new Dump(settings).dumpToString(new AsyncApi(topics).document());
    }

    private Map<String, Object> document() {
        return object(
                "asyncapi", "3.0.0",
                "info", object("title", "Passerelle : les flux d'événements", "version", "1.0.0", "description", INFO),
                "defaultContentType", AVRO,
                "servers", Map.of("kafka", server()),
                "channels", each(topics.typed(), this::id, this::channel),
                "operations", each(topics.typed(), topic -> "publier-" + id(topic), this::operation),
                "components", components());
    }

    private static Map<String, Object> server() {
        Map<String, Object> server = object("host", "localhost:9092", "protocol", "kafka", "description", SERVER);
        server.put("security", List.of(Map.of("type", "scramSha512")));
        return server;
    }

    private Map<String, Object> channel(Topic topic) {
        Function<Schema, Object> message = record -> reference("components/messages", record.getName());
        return object(
                "address", topic.name(),
                "description", description(id(topic)),
                "messages", each(topic.records(), Schema::getName, message),
                "bindings", Map.of("kafka", topicBinding(topic)));
    }

    private static Map<String, Object> topicBinding(Topic topic) {
        return object(
                "topicConfiguration",
                object("cleanup.policy", List.of(topic.compacted() ? "compact" : "delete"), "retention.ms", -1),
                "bindingVersion",
                BINDING);
    }

    private Map<String, Object> operation(Topic topic) {
        return object("action", "send", "channel", reference("channels", id(topic)));
    }

    private Map<String, Object> components() {
        Map<String, Object> messages = new LinkedHashMap<>();
        topics.typed()
                .forEach(topic ->
                        topic.records().forEach(record -> messages.put(record.getName(), message(topic, record))));
        return object("messages", messages, "schemas", headers());
    }

    private Map<String, Object> message(Topic topic, Schema record) {
        Object schema = JsonMapper.shared().readValue(record.toString(), Map.class);
        return object(
                "title", record.getName(),
                "summary", record.getDoc(),
                "x-sujet-du-registre", topic.subjectOf(record),
                "headers", reference("components/schemas", headers(topic, record)),
                "payload", object("schemaFormat", AVRO_FORMAT, "schema", schema),
                "bindings", Map.of("kafka", messageBinding()));
    }

    /** A publication comes from the journal too, though it goes to the topic of runs. */
    private String headers(Topic topic, Schema record) {
        return Stream.of(StudyLog.values())
                .filter(log -> topic.equals(log.topic(topics)))
                .map(AsyncApi::headersOf)
                .findFirst()
                .orElse(topic.equals(topics.transitions()) || record.equals(RunPublished.SCHEMA$) ? JOURNAL : RESULT);
    }

    private static Map<String, Object> messageBinding() {
        Map<String, Object> binding = object("key", text(KEY), "schemaIdLocation", "payload");
        binding.putAll(object("schemaIdPayloadEncoding", "confluent", "bindingVersion", BINDING));
        return binding;
    }

    private String id(Topic topic) {
        return topic.name().substring(topics.namespace().length() + 1);
    }

    private static Map<String, Object> reference(String place, String name) {
        return object("$ref", "#/" + place + "/" + name);
    }

    private static String description(String id) {
        return Stream.of(StudyLog.values())
                .filter(log -> log.carrier().equals(id))
                .map(StudyLog::description)
                .findFirst()
                .orElseGet(() -> Objects.requireNonNull(TOPICS.get(id), id));
    }

    /** Headers of a record of a study. */
    private static String headersOf(StudyLog log) {
        return "EntetesDe" + PlainText.capital(PlainText.of(log.noun()));
    }

    private static Map<String, Object> headers() {
        Map<String, Object> headers = object(
                JOURNAL,
                headers(numbered("Rang dans le journal, décimal, croissant dans une partition.", "qui l'a inscrit")));
        for (StudyLog log : StudyLog.values()) {
            String seq = "Rang parmi les " + log.plural() + ", décimal, à partir de 1, sans trou.";
            headers.put(headersOf(log), headers(numbered(seq, log.run())));
        }
        headers.put(RESULT, headers(cloudEvent()));
        return headers;
    }

    private static Map<String, Object> numbered(String seq, String run) {
        Map<String, Object> journal = object(
                "seq", text(seq),
                "event_id", text("Identifiant : UUIDv5 du sujet, de son rang et des octets."),
                "type", text("Nom court de l'enregistrement Avro."),
                "subject_seq", text("Rang parmi les enregistrements du sujet, sans trou."),
                "run_no", text("Numéro de l'exécution " + run + "."));
        journal.putAll(cloudEvent());
        return journal;
    }

    private static Map<String, Object> cloudEvent() {
        return object(
                CloudEvent.VERSION_HEADER, text("CloudEvents : toujours 1.0."),
                CloudEvent.ID_HEADER, text(SAME),
                CloudEvent.SOURCE_HEADER, text("CloudEvents : l'espace de noms des topics."),
                CloudEvent.TYPE_HEADER, text("CloudEvents : " + CloudEvent.PREFIX + " et le nom de l'enregistrement."),
                CloudEvent.SUBJECT_HEADER, text(SUBJECT));
    }

    private static Map<String, Object> headers(Map<String, Object> properties) {
        return object("type", "object", "required", List.copyOf(properties.keySet()), "properties", properties);
    }

    private static Map<String, Object> text(String says) {
        return object("type", "string", "description", says);
    }

    private static <T> Map<String, Object> each(List<T> all, Function<T, String> name, Function<T, Object> value) {
        Map<String, Object> object = new LinkedHashMap<>();
        all.forEach(one -> object.put(name.apply(one), value.apply(one)));
        return object;
    }

    /** An object of these names and values, in their order. */
    private static Map<String, Object> object(Object... namesAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }
}
