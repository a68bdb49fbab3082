package fr.passerelle.schemas.contract;

import java.util.List;
import org.apache.avro.Schema;

/**
 * A topic and the records it carries. Keys are UTF-8 text, values Avro in the {@link WireFormat}.
 *
 * @param registeredAs the topic under whose name its records are registered: itself, or the live one whose replay it is
 */
public record Topic(String name, String registeredAs, boolean compacted, List<Schema> records) {

    /** The registry subject of a record on this topic: {@code <topic>-<record's full name>}. */
    public String subjectOf(Schema record) {
        return registeredAs + "-" + record.getFullName();
    }
}
