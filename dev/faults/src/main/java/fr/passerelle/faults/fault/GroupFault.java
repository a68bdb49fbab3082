package fr.passerelle.faults.fault;

import fr.passerelle.faults.machine.Target;
import fr.passerelle.local.process.LocalFault;
import fr.passerelle.local.process.Poll;
import fr.passerelle.local.program.ProgramProcess;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** What befalls the consumer groups of events. */
sealed interface GroupFault extends Fault {

    /** Three instances of events share the partitions of a night; one, from 1 to 3, is killed and started again, then another. */
    record Rebalance(int first) implements GroupFault {

        private static final int INSTANCES = 3;

        @Override
        public void prepare(Stage stage) {
            for (var instance = 1; instance <= INSTANCES; instance++) {
                stage.target().events(instance);
            }
            if (!Poll.until(PATIENCE, () -> processes(stage.target()) == INSTANCES)) {
                throw new LocalFault("Trois instances d'events ne se partagent pas le journal.");
            }
        }

        @Override
        public Evidence strike(ProgramProcess command, Stage stage) {
            var target = stage.target();
            var sharing = processes(target);
            var one = target.events(first);
            var code = one.killNine();
            target.events(first);
            var next = first % INSTANCES + 1;
            var other = target.events(next);
            var otherCode = other.killNine();
            target.events(next);
            return new Evidence(
                    code == ProgramProcess.KILLED && otherCode == ProgramProcess.KILLED && sharing == INSTANCES,
                    sharing + " instances se partageaient le journal ; processus " + one.pid() + " et " + other.pid()
                            + ", codes " + code + " et " + otherCode);
        }

        /** Processes of the group that have a share. */
        private static long processes(Target target) {
            var group = target.groups().getFirst();
            return target
                    .broker()
                    .administer(admin ->
                            admin.describeConsumerGroups(List.of(group)).all().get())
                    .values()
                    .stream()
                    .flatMap(each -> each.members().stream())
                    .filter(member -> !member.assignment().topicPartitions().isEmpty())
                    .map(member -> member.clientId().replaceFirst("-StreamThread.*", ""))
                    .distinct()
                    .count();
        }

        @Override
        public List<String> unmet(Stage stage) {
            for (var instance = 2; instance <= INSTANCES; instance++) {
                stage.target().events(instance).stop();
            }
            return List.of();
        }
    }

    /** The groups of events are forgotten by Kafka, as after seven days without a member: it reads all again, and must tell nothing twice. */
    final class ExpiredGroup implements GroupFault {

        private Evidence evidence = new Evidence(false, "pas préparé");

        @Override
        public void prepare(Stage stage) {
            var target = stage.target();
            target.events(1).stop();
            var before = offsets(target);
            Poll.until(PATIENCE, () -> forgotten(target));
            var after = offsets(target);
            evidence = new Evidence(before > 0 && after == 0, before + " positions oubliées, il en reste " + after);
            target.deployment().eventsReading();
        }

        /** Kafka forgets no group before it has seen its last member leave. */
        private static boolean forgotten(Target target) {
            return target.broker().administer(admin -> {
                for (var group : target.groups()) {
                    try {
                        admin.deleteConsumerGroups(List.of(group)).all().get();
                    } catch (ExecutionException e) {
                        if (!(e.getCause() instanceof GroupIdNotFoundException)) {
                            return false;
                        }
                    }
                }
                return true;
            });
        }

        private static int offsets(Target target) {
            return target.groups().stream()
                    .flatMap(group -> target.broker().positions(group).stream())
                    .mapToInt(Map::size)
                    .sum();
        }

        @Override
        public Evidence strike(ProgramProcess command, Stage stage) {
            return evidence;
        }
    }
}
