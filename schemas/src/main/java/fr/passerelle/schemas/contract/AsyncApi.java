package fr.passerelle.schemas.contract;

import fr.passerelle.schemas.event.RunPublished;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The typed topics of a namespace as an AsyncAPI 3 document: their records with their Avro schemas, their keys, their headers. */
public final class AsyncApi {

    private static final String AVRO = "application/vnd.apache.avro";
    private static final String AVRO_FORMAT = AVRO + ";version=1.9.0";
    private static final String BINDING = "0.5.0";
    private static final TypeReference<LinkedHashMap<String, Object>> OBJECT = new TypeReference<>() {};
    private static final int WIDE = 4_000;

    private final Topics topics;

    private AsyncApi(Topics topics) {
        this.topics = topics;
    }

    /** The document as YAML. The same catalogue gives the same text. */
    public static String yaml(Topics topics) {
        DumpSettings settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setWidth(WIDE)
                .build();
        return new Dump(settings).dumpToString(new AsyncApi(topics).document());
    }

    private Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("asyncapi", "3.0.0");
        document.put("info", info());
        document.put("defaultContentType", AVRO);
        document.put("servers", Map.of("kafka", server()));
        document.put("channels", channels());
        document.put("operations", operations());
        document.put("components", components());
        return document;
    }

    private static Map<String, Object> info() {
        return AsyncApiText.object(
                "title", "Passerelle : les flux d'événements",
                "version", "1.0.0",
                "description", AsyncApiText.INFO);
    }

    private static Map<String, Object> server() {
        return AsyncApiText.object(
                "host",
                "localhost:9092",
                "protocol",
                "kafka",
                "description",
                AsyncApiText.SERVER,
                "security",
                List.of(Map.of("type", "scramSha512")));
    }

    private Map<String, Object> channels() {
        Map<String, Object> channels = new LinkedHashMap<>();
        topics.typed().forEach(topic -> channels.put(id(topic), channel(topic)));
        return channels;
    }

    private Map<String, Object> channel(Topic topic) {
        Map<String, Object> messages = new LinkedHashMap<>();
        topic.records()
                .forEach(record -> messages.put(record.getName(), reference("components/messages", record.getName())));
        return AsyncApiText.object(
                "address", topic.name(),
                "description", AsyncApiText.topic(id(topic)),
                "messages", messages,
                "bindings", Map.of("kafka", topicBinding(topic)));
    }

    private static Map<String, Object> topicBinding(Topic topic) {
        return AsyncApiText.object(
                "topicConfiguration",
                AsyncApiText.object(
                        "cleanup.policy", List.of(topic.compacted() ? "compact" : "delete"), "retention.ms", -1),
                "bindingVersion",
                BINDING);
    }

    private Map<String, Object> operations() {
        Map<String, Object> operations = new LinkedHashMap<>();
        topics.typed()
                .forEach(topic -> operations.put(
                        "publier-" + id(topic),
                        AsyncApiText.object("action", "send", "channel", reference("channels", id(topic)))));
        return operations;
    }

    private Map<String, Object> components() {
        Map<String, Object> messages = new LinkedHashMap<>();
        topics.typed()
                .forEach(topic ->
                        topic.records().forEach(record -> messages.put(record.getName(), message(topic, record))));
        return AsyncApiText.object("messages", messages, "schemas", AsyncApiText.headers());
    }

    private Map<String, Object> message(Topic topic, Schema record) {
        return AsyncApiText.object(
                "title", record.getName(),
                "summary", record.getDoc(),
                "x-sujet-du-registre", topic.subjectOf(record),
                "headers", reference("components/schemas", headers(topic, record)),
                "payload", AsyncApiText.object("schemaFormat", AVRO_FORMAT, "schema", schema(record)),
                "bindings", Map.of("kafka", messageBinding()));
    }

    /** A publication comes from the journal too, though it goes to the topic of runs. */
    private String headers(Topic topic, Schema record) {
        if (topic.equals(topics.scenarios())) {
            return AsyncApiText.SCENARIO;
        }
        if (topic.equals(topics.calendars())) {
            return AsyncApiText.CALENDAR;
        }
        return topic.equals(topics.transitions()) || record.equals(RunPublished.SCHEMA$)
                ? AsyncApiText.JOURNAL
                : AsyncApiText.RESULT;
    }

    private static Map<String, Object> messageBinding() {
        return AsyncApiText.object(
                "key",
                AsyncApiText.object("type", "string", "description", AsyncApiText.KEY),
                "schemaIdLocation",
                "payload",
                "schemaIdPayloadEncoding",
                "confluent",
                "bindingVersion",
                BINDING);
    }

    private static Object schema(Schema record) {
        return JsonMapper.shared().readValue(record.toString(), OBJECT);
    }

    private String id(Topic topic) {
        return topic.name().substring(topics.namespace().length() + 1);
    }

    private static Map<String, Object> reference(String place, String name) {
        return AsyncApiText.object("$ref", "#/" + place + "/" + name);
    }
}
