package fr.passerelle.faults.fault;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.passerelle.faults.fault.NightPhases.Moment;
import fr.passerelle.faults.machine.Target;
import fr.passerelle.local.process.LocalFault;
import fr.passerelle.local.process.Poll;
import fr.passerelle.local.program.ProgramProcess;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** What befalls the records of the log on its topic. */
sealed interface TopicFault extends Fault {

    /** A record that nobody can decode, among those of the log. It must end among the dead letters and change nothing. */
    final class Poison implements TopicFault {

        private static final List<byte[]> VALUES = List.of(
                "ceci n'est pas un enregistrement".getBytes(UTF_8),
                new byte[] {0, 0, 0, 0, 1},
                new byte[] {0, 0, 0},
                new byte[] {0, 0, 0, 0, 0, 1, 2, 3},
                new byte[] {0, 0, 15, 66, 64, 1, 2, 3});

        private final int kind;
        private final int partition;
        private long deadBefore;
        private boolean fired;

        Poison(int kind, int partition) {
            this.kind = kind;
            this.partition = partition;
        }

        static int kinds() {
            return VALUES.size();
        }

        @Override
        public Evidence strike(ProgramProcess command, Stage stage) {
            deadBefore = dead(stage);
            var there = stage.target()
                    .broker()
                    .write(new ProducerRecord<>(
                            stage.target().deployment().topics().transitions().name(),
                            partition,
                            "poison".getBytes(UTF_8),
                            Objects.requireNonNull(VALUES.get(kind))));
            stage.target().injected(partition, there.offset());
            fired = true;
            return new Evidence(true, "position " + there.offset());
        }

        @Override
        public List<String> unmet(Stage stage) {
            return !fired || Poll.until(PATIENCE, () -> dead(stage) == deadBefore + 1)
                    ? List.of()
                    : List.of("l'enregistrement illisible n'est pas parmi les lettres mortes (" + dead(stage)
                            + " contre " + deadBefore + " avant)");
        }

        private static long dead(Stage stage) {
            var letters = stage.target().deployment().topics().deadLetters();
            return stage.target().broker().committed(letters).size();
        }
    }

    /** A record of an earlier run, at so many thousandths of all, stands a second time on the log: readers must ignore it. */
    record RepeatedRecord(Moment moment, int pick) implements TopicFault {

        private static final int WHOLE = 1000;

        @Override
        public Evidence strike(ProgramProcess command, Stage stage) {
            var topic = stage.target().deployment().topics().transitions();
            var before = stage.target().broker().committed(topic);
            if (before.isEmpty() || !moment.await(command)) {
                return new Evidence(false, "rien à répéter");
            }
            var record = before.get(before.size() * pick / WHOLE);
            var there = stage.target()
                    .broker()
                    .write(new ProducerRecord<>(
                            topic.name(), record.partition(), record.key(), record.value(), record.headers()));
            stage.target().injected(record.partition(), there.offset());
            return new Evidence(
                    true,
                    "position " + record.offset() + " répétée en " + there.offset() + ", partition "
                            + record.partition());
        }
    }

    /** Records of the log that are lost before events has read them: the run must be refused as INCOMPLETE. */
    record MissingRecords() implements TopicFault {

        @Override
        public void prepare(Stage stage) {
            stage.target().events(1).stop();
        }

        @Override
        public Evidence strike(ProgramProcess command, Stage stage) {
            if (!command.says("(?m)^Relais vers Kafka ")) {
                return new Evidence(false, "rien n'a été relayé");
            }
            var target = stage.target();
            var partition = fullest(target);
            var from = read(target, partition);
            var to = from + (offset(target, partition, OffsetSpec.latest()) - from) / 2;
            target.broker()
                    .administer(admin -> admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(to)))
                            .all()
                            .get());
            var first = offset(target, partition, OffsetSpec.earliest());
            target.deployment().eventsReading();
            return new Evidence(
                    first > from,
                    "partition " + partition.partition() + " : positions " + from + " à " + (first - 1)
                            + " effacées avant lecture");
        }

        private static TopicPartition fullest(Target target) {
            return IntStream.range(0, Target.PARTITIONS)
                    .mapToObj(each -> new TopicPartition(
                            target.deployment().topics().transitions().name(), each))
                    .max(Comparator.comparingLong(
                            each -> offset(target, each, OffsetSpec.latest()) - read(target, each)))
                    .orElseThrow();
        }

        private static long read(Target target, TopicPartition partition) {
            var there = target.broker()
                    .positions(target.groups().getFirst())
                    .orElseThrow(() -> new LocalFault("Le groupe de lecture d'events n'existe pas."))
                    .get(partition);
            return there == null ? 0 : there.offset();
        }

        private static long offset(Target target, TopicPartition partition, OffsetSpec which) {
            return target.broker()
                    .administer(admin -> admin.listOffsets(Map.of(partition, which))
                            .partitionResult(partition)
                            .get()
                            .offset());
        }

        @Override
        public Optional<String> refusal() {
            return Optional.of("INCOMPLETE");
        }

        @Override
        public boolean emptiesTopics() {
            return true;
        }
    }
}
