package fr.passerelle.batch.server;

import static org.apache.kafka.common.acl.AclOperation.CREATE;
import static org.apache.kafka.common.acl.AclOperation.DELETE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.apache.kafka.common.resource.PatternType.LITERAL;
import static org.apache.kafka.common.resource.PatternType.PREFIXED;
import static org.apache.kafka.common.resource.ResourceType.GROUP;
import static org.apache.kafka.common.resource.ResourceType.TOPIC;
import static org.apache.kafka.common.resource.ResourceType.TRANSACTIONAL_ID;

import fr.passerelle.journal.Brokers;
import fr.passerelle.schemas.contract.StudyLog;
import fr.passerelle.schemas.contract.Topics;
import fr.passerelle.schemas.contract.Topics.Topic;
import fr.passerelle.schemas.fault.OutsideFault;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.errors.SecurityDisabledException;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * Who may do what with the topics, given by an account that may change rights: each has the writers that it names, the results {@code events}
 * alone. Whoever is named nowhere may nothing. The accounts have the names of the database's roles.
 */
public record TopicRights(Brokers brokers, Topics topics) {

    private static final String BATCH = "passerelle_batch";
    private static final String EVENTS = "passerelle_events";
    private static final String ANALYST = "passerelle_analyst";

    /** How the consumer groups of analysts begin. */
    private static final String ANALYSES = "analyses-";

    /**
     * Gives what is missing, and takes nothing away; what it gives holds when it comes back. False where Kafka lets everybody do everything, and
     * so keeps no rights; an OutsideFault where it does not answer, or this account may not change rights.
     */
    public boolean give() {
        try {
            List<AclBinding> rights = all();
            brokers.answer(brokers.admin().createAcls(rights).all());
            brokers.await("les droits soient donnés", () -> given().containsAll(rights));
            return true;
        } catch (OutsideFault e) {
            if (e.getCause() instanceof SecurityDisabledException) {
                return false;
            }
            throw e;
        }
    }

    /** A broker learns of them some moments after its controller does. */
    private Set<AclBinding> given() {
        return Set.copyOf(brokers.answer(
                brokers.admin().describeAcls(AclBindingFilter.ANY).values()));
    }

    private List<AclBinding> all() {
        return Stream.of(batch(), events(), may("passerelle_console", prefix(TOPIC, "."), READ, DESCRIBE), analyst())
                .flatMap(each -> each)
                .toList();
    }

    /** Relays the journal and the logs beside it, reads what came of it, and makes topics anew after a loss. */
    private Stream<AclBinding> batch() {
        return Stream.of(
                        may(BATCH, prefix(TOPIC, "."), READ, DESCRIBE, DESCRIBE_CONFIGS, CREATE, DELETE),
                        may(BATCH, topic(topics.transitions()), WRITE),
                        may(BATCH, topic(topics.runs()), WRITE),
                        Stream.of(StudyLog.values()).flatMap(log -> may(BATCH, topic(log.topic(topics)), WRITE)),
                        may(BATCH, topic(topics.positions()), WRITE),
                        may(BATCH, replays(TOPIC), WRITE),
                        may(BATCH, carrier("relay"), WRITE, DESCRIBE),
                        Stream.of(StudyLog.values())
                                .flatMap(log -> may(BATCH, carrier(log.carrier()), WRITE, DESCRIBE)),
                        may(BATCH, replays(TRANSACTIONAL_ID), WRITE, DESCRIBE),
                        may(BATCH, prefix(GROUP, "."), DESCRIBE, DELETE))
                .flatMap(each -> each);
    }

    /** Reads the log, writes the results, and keeps its state in topics of its own. */
    private Stream<AclBinding> events() {
        Stream<AclBinding> results = Stream.of(
                        topics.scores(), topics.conversions(), topics.plans(), topics.answers(), topics.deadLetters())
                .flatMap(topic -> may(EVENTS, topic(topic), WRITE));
        return Stream.of(
                        results,
                        may(EVENTS, prefix(TOPIC, "."), READ, DESCRIBE, DESCRIBE_CONFIGS),
                        may(EVENTS, prefix(TOPIC, ".events-"), CREATE, WRITE),
                        may(EVENTS, replays(TOPIC), CREATE, WRITE),
                        may(EVENTS, prefix(TRANSACTIONAL_ID, ".events-"), WRITE, DESCRIBE),
                        may(EVENTS, replays(TRANSACTIONAL_ID), WRITE, DESCRIBE),
                        may(EVENTS, prefix(GROUP, "."), READ, DESCRIBE))
                .flatMap(each -> each);
    }

    /** Reads what is typed: of a dead letter nobody knows what it holds. */
    private Stream<AclBinding> analyst() {
        return Stream.concat(
                topics.typed().stream().flatMap(topic -> may(ANALYST, topic(topic), READ, DESCRIBE, DESCRIBE_CONFIGS)),
                may(ANALYST, new ResourcePattern(GROUP, ANALYSES, PREFIXED), READ, DESCRIBE));
    }

    private ResourcePattern carrier(String name) {
        return new ResourcePattern(TRANSACTIONAL_ID, topics.namespace() + "." + name, LITERAL);
    }

    private static ResourcePattern topic(Topic topic) {
        return new ResourcePattern(TOPIC, topic.name(), LITERAL);
    }

    private ResourcePattern prefix(ResourceType type, String behind) {
        return new ResourcePattern(type, topics.namespace() + behind, PREFIXED);
    }

    private ResourcePattern replays(ResourceType type) {
        return new ResourcePattern(type, topics.replaysPrefix(), PREFIXED);
    }

    private static Stream<AclBinding> may(String account, ResourcePattern what, AclOperation... operations) {
        return Stream.of(operations)
                .map(operation -> new AclBinding(
                        what, new AccessControlEntry("User:" + account, "*", operation, AclPermissionType.ALLOW)));
    }
}
