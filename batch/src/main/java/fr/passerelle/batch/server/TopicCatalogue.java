package fr.passerelle.batch.server;

import fr.passerelle.journal.Brokers;
import fr.passerelle.journal.LogSettings;
import fr.passerelle.schemas.contract.Topics;
import fr.passerelle.schemas.contract.Topics.Topic;
import fr.passerelle.schemas.fault.OutsideFault;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Our topics as Kafka has them: made once, and checked at every start, because a default of seven days would forget the log. */
public record TopicCatalogue(Brokers brokers, LogSettings settings) {

    private static final String READERS = ".events";

    /** Those of another namespace. */
    public TopicCatalogue in(String namespace) {
        return new TopicCatalogue(brokers, settings.in(namespace));
    }

    /** Creates those that are missing, then checks all. */
    public void create() {
        create(all());
        check();
    }

    private void create(Stream<Topic> wanted) {
        Set<String> known = names();
        List<NewTopic> missing = wanted.filter(topic -> !known.contains(topic.name()))
                .map(this::described)
                .toList();
        brokers.answer(brokers.admin().createTopics(missing).all());
        List<String> made = missing.stream().map(NewTopic::name).toList();
        // A broker may learn of a topic some moments after it was made.
        brokers.await(
                "les topics soient créés",
                () -> brokers.topics(made)
                        .filter(found -> found.keySet().containsAll(made))
                        .isPresent());
    }

    /** The names of those that are not there, in order. */
    public List<String> missing() {
        Set<String> known = names();
        return all().map(Topic::name).filter(name -> !known.contains(name)).toList();
    }

    /**
     * Deletes them, with those where the readers keep their state and with the readers' places, and makes them anew, empty; answers how many
     * went. The topic of positions goes first and comes last: as long as it is missing, whoever was stopped in between is known, and nothing else
     * may begin. An OutsideFault when somebody still reads.
     *
     * @param halfway called when the old ones are gone and no new one is there
     */
    public int renew(Runnable halfway) {
        Set<String> before = names();
        delete(List.of(ours().positions().name()));
        brokers.forgetGroups(groups());
        List<String> others = before.stream()
                .filter(name -> name.startsWith(settings.namespace() + READERS + "-")
                        || topics().anyMatch(topic -> topic.name().equals(name)))
                .sorted()
                .toList();
        delete(others);
        halfway.run();
        create(topics());
        create(Stream.of(ours().positions()));
        check();
        return others.size() + (before.contains(ours().positions().name()) ? 1 : 0);
    }

    /** A group in which somebody reads them; empty where nobody does. */
    public Optional<String> reader() {
        return groups().stream().filter(brokers::hasMembers).findFirst();
    }

    /**
     * Removes what a replay leaves on Kafka: its topics, those of Kafka Streams among them, and its groups. What is gone already is no error;
     * an OutsideFault when Kafka does not answer, or a group still has a member.
     */
    public void remove() {
        if (!settings.namespace().contains(".replay.")) {
            throw new IllegalArgumentException(settings.namespace() + " is no replay's: it stays");
        }
        brokers.forgetGroups(groups());
        List<String> all = names().stream()
                .filter(name -> name.startsWith(settings.namespace() + "."))
                .toList();
        brokers.answer(brokers.admin().deleteTopics(all).all(), UnknownTopicOrPartitionException.class);
    }

    private List<String> groups() {
        return List.of(settings.namespace() + READERS, settings.namespace() + ".projection");
    }

    private void delete(List<String> names) {
        Set<String> there = names();
        List<String> doomed = names.stream().filter(there::contains).toList();
        brokers.answer(brokers.admin().deleteTopics(doomed).all());
        brokers.await("les topics soient supprimés", () -> names().stream().noneMatch(doomed::contains));
    }

    private Set<String> names() {
        return brokers.answer(brokers.admin().listTopics().names());
    }

    /** Checks partitions and retention; an OutsideFault names the topic and the remedy. */
    public void check() {
        List<String> names = all().map(Topic::name).toList();
        checkPartitions(brokers.topics(names).orElseThrow(this::refusal));
        checkRetention(brokers.retentions(names).orElseThrow(this::refusal));
    }

    private OutsideFault refusal() {
        return new OutsideFault("Il manque des topics à « " + settings.namespace()
                + " » : lancez « ./passerelle register » à la "
                + "première installation ; s'ils ont été perdus, « ./passerelle rebuild-topics » les "
                + "refait depuis le journal.");
    }

    private void checkPartitions(Map<String, TopicDescription> found) {
        all().forEach(topic -> {
            int count =
                    Objects.requireNonNull(found.get(topic.name())).partitions().size();
            if (count != partitionsOf(topic)) {
                throw new OutsideFault("Le topic " + topic.name() + " a " + count + " partitions au lieu de "
                        + partitionsOf(topic) + " : ce nombre est fixé pour la vie du journal ; rétablissez "
                        + "passerelle.partitions, ou reconstruisez les topics.");
            }
        });
    }

    private void checkRetention(Map<String, String> retentions) {
        retentions.forEach((topic, retention) -> {
            if (!Brokers.FOR_EVER.equals(retention)) {
                throw new OutsideFault("Le topic " + topic + " oublierait ses enregistrements (retention.ms="
                        + retention + ") : remettez retention.ms=-1 avant toute exécution.");
            }
        });
    }

    private NewTopic described(Topic topic) {
        Map<String, String> config = Map.of(
                TopicConfig.RETENTION_MS_CONFIG,
                Brokers.FOR_EVER,
                TopicConfig.CLEANUP_POLICY_CONFIG,
                topic.compacted() ? TopicConfig.CLEANUP_POLICY_COMPACT : TopicConfig.CLEANUP_POLICY_DELETE);
        return new NewTopic(topic.name(), partitionsOf(topic), settings.replicationFactor()).configs(config);
    }

    private int partitionsOf(Topic topic) {
        return topic.compacted() ? 1 : settings.partitions();
    }

    private Stream<Topic> all() {
        return Stream.concat(topics(), Stream.of(ours().positions()));
    }

    /** All but the positions. */
    private Stream<Topic> topics() {
        return Stream.concat(ours().typed().stream(), Stream.of(ours().deadLetters()));
    }

    private Topics ours() {
        return new Topics(settings.namespace());
    }
}
