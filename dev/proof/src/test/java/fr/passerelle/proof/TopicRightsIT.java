package fr.passerelle.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.local.program.Broker;
import fr.passerelle.local.program.Broker.Question;
import fr.passerelle.local.program.Deployment;
import fr.passerelle.local.server.Endpoints.DatabaseRole;
import fr.passerelle.schemas.contract.KafkaAccess;
import fr.passerelle.schemas.contract.StudyLog;
import fr.passerelle.schemas.contract.Topics;
import fr.passerelle.schemas.contract.Topics.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Each topic has one writer, and whoever has no account has nothing: tried by every account on every topic. */
@Story
class TopicRightsIT {

    /** Without idempotence, for which a producer that may write nowhere is refused before it sends anything. */
    private static final Map<String, Object> IMPATIENT =
            Map.of("max.block.ms", 3_000, "request.timeout.ms", 3_000, "enable.idempotence", false);

    @AutoClose
    private final Deployment system = Deployments.fresh("rights").register();

    private final Topics topics = system.topics();

    @Test
    void letsEachTopicBeWrittenByItsOwnWriterAlone() {
        var there = system.endpoints();

        assertThat(writable(there.batch()))
                .isEqualTo(names(
                        topics.transitions(),
                        topics.runs(),
                        StudyLog.SCENARIOS.topic(topics),
                        StudyLog.CALENDARS.topic(topics),
                        topics.positions()));
        assertThat(writable(there.events()))
                .isEqualTo(names(
                        topics.scores(), topics.conversions(), topics.plans(), topics.answers(), topics.deadLetters()));
        assertThat(writable(there.console())).isEmpty();
        assertThat(writable(there.analyst())).isEmpty();
    }

    @Test
    void letsAnalystsReadWhatIsTypedAndNothingElse() {
        var analyst = system.endpoints().analyst();

        assertThat(topics.typed())
                .allSatisfy(topic -> assertThat(reads(analyst, topic)).isTrue());
        assertThat(reads(analyst, topics.deadLetters())).isFalse();
        assertThat(reads(analyst, topics.positions())).isFalse();
    }

    @Test
    void letsNobodyGiveRightsOrMakeAndLoseTopics() {
        var there = system.endpoints();
        var other = List.of(new NewTopic(topics.namespace() + ".autre", 1, (short) 1));
        for (var account : List.of(there.console(), there.analyst(), there.events())) {
            assertDenied(account, admin -> admin.createTopics(other).all().get());
            assertDenied(
                    account,
                    admin -> admin.deleteTopics(names(topics.plans())).all().get());
        }
        for (var account : List.of(there.batch(), there.events())) {
            assertDenied(
                    account,
                    admin ->
                            admin.createAcls(List.of(everything(account))).all().get());
        }
    }

    private void assertDenied(DatabaseRole account, Question<Admin, ?> deed) {
        assertThatThrownBy(() -> new Broker(system.endpoints().kafka(account)).administer(deed))
                .hasRootCauseInstanceOf(AuthorizationException.class);
    }

    @Test
    void asksEverybodyWhoTheyAre() {
        var open = KafkaAccess.at(system.endpoints().kafka().bootstrap(), Map.of());
        var wrong = system.endpoints().kafka(new DatabaseRole("passerelle_events", "motdepasse"));

        assertThatThrownBy(() -> write(open, topics.plans())).hasCauseInstanceOf(TimeoutException.class);
        assertThatThrownBy(() -> write(wrong, topics.plans())).hasCauseInstanceOf(SaslAuthenticationException.class);
    }

    @Test
    void saysToWhomKafkaDoesNotOpen() {
        var events = system.eventsProcess(1, Map.of("passerelle.kafka.password", "motdepasse"));

        assertThat(events.end()).isEqualTo(1);
        assertThat(events.output()).contains("Kafka ne laisse pas entrer ce compte", "passerelle.kafka.user");
    }

    private Set<String> writable(DatabaseRole account) {
        return Stream.concat(topics.typed().stream(), Stream.of(topics.positions(), topics.deadLetters()))
                .filter(topic -> mayWrite(system.endpoints().kafka(account), topic))
                .map(Topic::name)
                .collect(Collectors.toSet());
    }

    private static boolean mayWrite(KafkaAccess access, Topic topic) {
        try {
            write(access, topic);
            return true;
        } catch (IllegalStateException e) {
            assertThat(e).hasCauseInstanceOf(AuthorizationException.class);
            return false;
        }
    }

    private static void write(KafkaAccess access, Topic topic) {
        try (var producer =
                new KafkaProducer<>(access.with(IMPATIENT), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic.name(), 0, new byte[] {1}, new byte[] {1}))
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private boolean reads(DatabaseRole account, Topic topic) {
        var partition = new TopicPartition(topic.name(), 0);
        try (var consumer = new KafkaConsumer<>(
                system.endpoints().kafka(account).with(Map.of("default.api.timeout.ms", 3_000)),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            consumer.poll(Duration.ofMillis(500));
            return consumer.position(partition) >= 0;
        } catch (AuthorizationException refused) {
            return false;
        }
    }

    private AclBinding everything(DatabaseRole account) {
        return new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, topics.plans().name(), PatternType.LITERAL),
                new AccessControlEntry("User:" + account.user(), "*", AclOperation.WRITE, AclPermissionType.ALLOW));
    }

    private static Set<String> names(Topic... some) {
        return Stream.of(some).map(Topic::name).collect(Collectors.toSet());
    }
}
