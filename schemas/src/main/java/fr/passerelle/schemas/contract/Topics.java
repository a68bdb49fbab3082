package fr.passerelle.schemas.contract;

import fr.passerelle.schemas.contract.RecordCodec.WireFormat;
import fr.passerelle.schemas.event.ConversionProposed;
import fr.passerelle.schemas.event.ConversionWithdrawn;
import fr.passerelle.schemas.event.DecisionRecorded;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.FrequentationScored;
import fr.passerelle.schemas.event.FrequentationWithdrawn;
import fr.passerelle.schemas.event.MonthReported;
import fr.passerelle.schemas.event.NeedsReported;
import fr.passerelle.schemas.event.PlanProposed;
import fr.passerelle.schemas.event.PlanWithdrawn;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.event.RoomWithdrawn;
import fr.passerelle.schemas.event.RunAbandoned;
import fr.passerelle.schemas.event.RunClosed;
import fr.passerelle.schemas.event.RunOpened;
import fr.passerelle.schemas.event.RunPublished;
import fr.passerelle.schemas.event.RunScored;
import fr.passerelle.schemas.event.SiteDescribed;
import fr.passerelle.schemas.event.SiteWithdrawn;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/**
 * The catalogue of topics under one namespace: {@code passerelle} in life, another for each replay and each test.
 *
 * @param namespace first part of every name, without the dot
 * @param registeredAs namespace under which the registry knows their records: the same, or the live one for a replay
 */
public record Topics(String namespace, String registeredAs) {

    /** The namespace of the live system. */
    public static final String LIVE = "passerelle";

    /** Those of a namespace that registers its own records. */
    public Topics(String namespace) {
        this(namespace, namespace);
    }

    /** Those of a replay, such as R-000001: its records are read and written under the schemas of this namespace. */
    public Topics replay(String replayId) {
        return new Topics(replaysPrefix() + replayId.toLowerCase(Locale.ROOT), registeredAs);
    }

    /** How the namespace of every replay of this one begins. */
    public String replaysPrefix() {
        return namespace + ".replay.";
    }

    /** The ordered log. */
    public Topic transitions() {
        return topic(
                "transitions",
                List.of(
                        RunOpened.SCHEMA$,
                        RunClosed.SCHEMA$,
                        RunAbandoned.SCHEMA$,
                        EpciDescribed.SCHEMA$,
                        RoomInventoried.SCHEMA$,
                        RoomWithdrawn.SCHEMA$,
                        SiteDescribed.SCHEMA$,
                        SiteWithdrawn.SCHEMA$,
                        MonthReported.SCHEMA$,
                        NeedsReported.SCHEMA$,
                        DecisionRecorded.SCHEMA$));
    }

    /** Scores, keyed by room. */
    public Topic scores() {
        return topic("scores", List.of(FrequentationScored.SCHEMA$, FrequentationWithdrawn.SCHEMA$));
    }

    /** Conversions, keyed by room. */
    public Topic conversions() {
        return topic("conversions", List.of(ConversionProposed.SCHEMA$, ConversionWithdrawn.SCHEMA$));
    }

    /** Plans, keyed by EPCI. */
    public Topic plans() {
        return topic("plans", List.of(PlanProposed.SCHEMA$, PlanWithdrawn.SCHEMA$));
    }

    /** What each partition has scored of each run, keyed by run. */
    public Topic answers() {
        return topic("answers", List.of(RunScored.SCHEMA$));
    }

    /** The runs that were published, keyed by run. */
    public Topic runs() {
        return topic("runs", List.of(RunPublished.SCHEMA$));
    }

    /**
     * Where the relays keep their position: key {@code relay}, value the journal's {@code seq} as decimal text; the {@link StudyLog#carrier} of
     * each log beside it the same of its records. Compacted, one partition.
     */
    public Topic positions() {
        return topic("positions", true, List.of());
    }

    /** Records that no reader can decode, as they came, with Kafka Streams' headers that say why. */
    public Topic deadLetters() {
        return topic("dead-letters", false, List.of());
    }

    /** Those that carry Avro records. */
    public List<Topic> typed() {
        return Stream.concat(
                        Stream.of(transitions(), scores(), conversions(), plans(), answers(), runs()),
                        Arrays.stream(StudyLog.values()).map(log -> log.topic(this)))
                .toList();
    }

    /** One that keeps all its records, by the end of its name. */
    Topic topic(String name, List<Schema> records) {
        return topic(name, false, records);
    }

    private Topic topic(String name, boolean compacted, List<Schema> records) {
        return new Topic(namespace + "." + name, registeredAs + "." + name, compacted, records);
    }

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
}
