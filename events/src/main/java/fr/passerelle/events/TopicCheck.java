package fr.passerelle.events;

import fr.passerelle.journal.Brokers;
import fr.passerelle.schemas.contract.KafkaAccess;
import fr.passerelle.schemas.contract.Topics;
import fr.passerelle.schemas.contract.Topics.Topic;
import fr.passerelle.schemas.fault.OutsideFault;
import fr.passerelle.schemas.fault.RunRefused;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.TopicDescription;

/** Checks that topics are there, keep all they hold, and share one partition count; waits so long for each answer. It creates none. */
record TopicCheck(KafkaAccess kafka, Duration patience) {

    private static final String MISSING =
            "Un topic manque à Kafka : lancez « ./passerelle register » à la première installation ; s'il"
                    + " a été perdu, « ./passerelle rebuild-topics » refait les topics depuis le journal.";

    /** @throws RunRefused with the first thing that is wrong */
    void check(Topics topics) {
        List<String> names = Stream.concat(topics.typed().stream(), Stream.of(topics.deadLetters(), topics.positions()))
                .map(Topic::name)
                .toList();
        Supplier<RunRefused> missing = () -> new RunRefused(MISSING);
        try (Brokers brokers = new Brokers(kafka, patience)) {
            samePartitions(topics, brokers.topics(names).orElseThrow(missing));
            brokers.retentions(names).orElseThrow(missing).forEach(TopicCheck::keepsAll);
        } catch (OutsideFault e) {
            throw new RunRefused(String.valueOf(e.getMessage()), e);
        }
    }

    /** Whether all of that holds. */
    boolean passes(Topics topics) {
        try {
            check(topics);
            return true;
        } catch (RunRefused e) {
            return false;
        }
    }

    private static void samePartitions(Topics topics, Map<String, TopicDescription> there) {
        Set<String> typed = topics.typed().stream().map(Topic::name).collect(Collectors.toSet());
        Set<Integer> counts = there.values().stream()
                .filter(topic -> typed.contains(topic.name()))
                .map(topic -> topic.partitions().size())
                .collect(Collectors.toSet());
        if (counts.size() != 1) {
            throw new RunRefused(
                    "Les topics de " + topics.namespace() + " n'ont pas tous le même nombre de partitions (" + counts
                            + ") : reconstruisez-les (« ./passerelle rebuild-topics »).");
        }
    }

    private static void keepsAll(String topic, String retention) {
        if (!Brokers.FOR_EVER.equals(retention)) {
            throw new RunRefused("Le topic " + topic + " oublie ses enregistrements (retention.ms=" + retention
                    + " au lieu de -1) : lancez « ./passerelle register ».");
        }
    }
}
