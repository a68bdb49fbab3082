package fr.passerelle.events.stream;

import fr.passerelle.schemas.contract.RecordCodec;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.contract.RegistryClient;
import fr.passerelle.schemas.contract.SchemaIds;
import fr.passerelle.schemas.contract.Topic;
import fr.passerelle.schemas.contract.Topics;
import org.apache.avro.Schema;

/** Codecs whose ids are all known, so that no registry is asked. */
final class Codecs {

    private static final String NO_REGISTRY = "http://localhost:1";

    private Codecs() {}

    static RecordCodec of(Topics topics) {
        SchemaIds ids = new SchemaIds(new RegistryClient(NO_REGISTRY));
        int id = 0;
        for (Topic topic : topics.typed()) {
            for (Schema schema : topic.records()) {
                ids.remember(topic.subjectOf(schema), schema, ++id);
            }
        }
        return new RecordCodec(ids, new Records());
    }
}
