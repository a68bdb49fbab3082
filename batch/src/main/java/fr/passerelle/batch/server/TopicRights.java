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
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * Who may do what with the topics: each has the writers that it names, the results {@code events} alone. Whoever is named nowhere may
 * nothing. The accounts have the names of the database's roles.
 *
 * @param brokers asked by an account that may change rights
 */
public record TopicRights(Brokers brokers, Topics topics) {

    private static final String BATCH = "passerelle_batch";
    private static final String EVENTS = "passerelle_events";
    private static final String CONSOLE = "passerelle_console";
    private static final String ANALYST = "passerelle_analyst";

    /** How the consumer groups of analysts begin. */
    private static final String ANALYSES = "analyses-";

    private static final String ANY_HOST = "*";

    /**
     * Gives what is missing, and takes nothing away; what it gives holds when it comes back.
     *
     * @return false where Kafka lets everybody do everything, and so keeps no rights
     * @throws OutsideFault where Kafka does not answer, or this account may not change rights
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
        return Stream.of(batch(), events(), console(), analyst())
                .flatMap(each -> each)
                .toList();
    }

    /** Relays the journal and the logs beside it, reads what came of it, and makes topics anew after a loss. */
    private Stream<AclBinding> batch() {
        Grantee batch = new Grantee(BATCH);
        return Stream.of(
                        batch.may(prefix(TOPIC, "."), READ, DESCRIBE, DESCRIBE_CONFIGS, CREATE, DELETE),
                        batch.may(topic(topics.transitions()), WRITE),
                        batch.may(topic(topics.runs()), WRITE),
                        Stream.of(StudyLog.values()).flatMap(log -> batch.may(topic(log.topic(topics)), WRITE)),
                        batch.may(topic(topics.positions()), WRITE),
                        batch.may(replays(TOPIC), WRITE),
                        batch.may(pattern(TRANSACTIONAL_ID, topics.namespace() + ".relay", LITERAL), WRITE, DESCRIBE),
                        Stream.of(StudyLog.values())
                                .flatMap(log -> batch.may(
                                        pattern(TRANSACTIONAL_ID, topics.namespace() + "." + log.carrier(), LITERAL),
                                        WRITE,
                                        DESCRIBE)),
                        batch.may(replays(TRANSACTIONAL_ID), WRITE, DESCRIBE),
                        batch.may(prefix(GROUP, "."), DESCRIBE, DELETE))
                .flatMap(each -> each);
    }

    /** Reads the log, writes the results, and keeps its state in topics of its own. */
    private Stream<AclBinding> events() {
        Grantee events = new Grantee(EVENTS);
        Stream<AclBinding> results = Stream.of(
                        topics.scores(), topics.conversions(), topics.plans(), topics.answers(), topics.deadLetters())
                .flatMap(topic -> events.may(topic(topic), WRITE));
        return Stream.of(
                        results,
                        events.may(prefix(TOPIC, "."), READ, DESCRIBE, DESCRIBE_CONFIGS),
                        events.may(prefix(TOPIC, ".events-"), CREATE, WRITE),
                        events.may(replays(TOPIC), CREATE, WRITE),
                        events.may(prefix(TRANSACTIONAL_ID, ".events-"), WRITE, DESCRIBE),
                        events.may(replays(TRANSACTIONAL_ID), WRITE, DESCRIBE),
                        events.may(prefix(GROUP, "."), READ, DESCRIBE))
                .flatMap(each -> each);
    }

    private Stream<AclBinding> console() {
        return new Grantee(CONSOLE).may(prefix(TOPIC, "."), READ, DESCRIBE);
    }

    /** Reads what is typed: of a dead letter nobody knows what it holds. */
    private Stream<AclBinding> analyst() {
        Grantee analyst = new Grantee(ANALYST);
        return Stream.concat(
                topics.typed().stream().flatMap(topic -> analyst.may(topic(topic), READ, DESCRIBE, DESCRIBE_CONFIGS)),
                analyst.may(pattern(GROUP, ANALYSES, PREFIXED), READ, DESCRIBE));
    }

    private static ResourcePattern topic(Topic topic) {
        return pattern(TOPIC, topic.name(), LITERAL);
    }

    private ResourcePattern prefix(ResourceType type, String behind) {
        return pattern(type, topics.namespace() + behind, PREFIXED);
    }

    private ResourcePattern replays(ResourceType type) {
        return pattern(type, topics.replaysPrefix(), PREFIXED);
    }

    private static ResourcePattern pattern(ResourceType type, String name, PatternType how) {
        return new ResourcePattern(type, name, how);
    }

    /** An account that gets rights. */
    private record Grantee(String account) {

        Stream<AclBinding> may(ResourcePattern what, AclOperation... operations) {
            return Stream.of(operations)
                    .map(operation -> new AclBinding(
                            what,
                            new AccessControlEntry("User:" + account, ANY_HOST, operation, AclPermissionType.ALLOW)));
        }
    }
}
