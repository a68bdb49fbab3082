package fr.passerelle.schemas.contract;

import fr.passerelle.schemas.event.AttendanceRecorded;
import fr.passerelle.schemas.event.AttendanceWithdrawn;
import fr.passerelle.schemas.event.ConversionProposed;
import fr.passerelle.schemas.event.ConversionWithdrawn;
import fr.passerelle.schemas.event.DecisionRecorded;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.FrequentationScored;
import fr.passerelle.schemas.event.FrequentationWithdrawn;
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
import java.util.List;
import org.apache.avro.Schema;

/**
 * The catalogue of topics under one namespace: {@code passerelle} in life, another for each replay and each test.
 *
 * @param namespace first part of every name, without the dot
 */
public record Topics(String namespace) {

    /** The namespace of the live system. */
    public static final String LIVE = "passerelle";

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
                        AttendanceRecorded.SCHEMA$,
                        AttendanceWithdrawn.SCHEMA$,
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

    /** The life of runs, keyed by run. */
    public Topic runs() {
        return topic("runs", List.of(RunScored.SCHEMA$, RunPublished.SCHEMA$));
    }

    /** Where the relay keeps its position: key {@code relay}, value the journal's {@code seq} as decimal text. Compacted, one partition. */
    public Topic positions() {
        return new Topic(namespace + ".positions", true, List.of());
    }

    /** Records that no reader can decode, as they came, with Kafka Streams' headers that say why. */
    public Topic deadLetters() {
        return new Topic(namespace + ".dead-letters", false, List.of());
    }

    /** Those that carry Avro records. */
    public List<Topic> typed() {
        return List.of(transitions(), scores(), conversions(), plans(), runs());
    }

    private Topic topic(String name, List<Schema> records) {
        return new Topic(namespace + "." + name, false, records);
    }
}
