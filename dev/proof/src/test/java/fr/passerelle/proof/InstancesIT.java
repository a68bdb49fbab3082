package fr.passerelle.proof;

import static fr.passerelle.proof.Deployments.hash;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.process.PrivateFiles;
import fr.passerelle.local.program.Deployment;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** I6: recomputing gives the same bytes, with any number of instances and from a wiped state. */
@Tag("proof")
class InstancesIT {

    @Test
    void givesTheSameHashWithOneInstanceWithThreeAndFromAWipedState() {
        try (var one = Deployments.fresh("one");
                var three = Deployments.fresh("three")) {
            one.eventsProcess(1, Map.of());
            var reference = hash(one, Inputs.extract());

            List.of(1, 2, 3).forEach(instance -> three.eventsProcess(instance, Map.of()));
            Waiting.until(() -> shares(three).size() == 3);
            var shares = shares(three);
            assertThat(hash(three, Inputs.extract())).isEqualTo(reference);
            assertThat(shares)
                    .allSatisfy(share -> assertThat(roomsScored(three, share)).isPositive());
            assertThatAWipedStateChangesNothing(one, reference);
        }
    }

    private static void assertThatAWipedStateChangesNothing(Deployment system, String reference) {
        var log = new Log(system);
        var before = log.proposals();
        system.close();
        PrivateFiles.deleteTree(system.stateOf(1));
        assertThat(system.stateOf(1)).doesNotExist();

        system.eventsProcess(1, Map.of());

        assertThat(hash(system, Inputs.and(Inputs.extract(), "--force"))).isEqualTo(reference);
        assertThat(log.proposals()).isEqualTo(before);
    }

    private static long roomsScored(Deployment system, String partitions) {
        return system.number(
                "select coalesce(sum(rooms), 0) from passerelle.run_scored where partition in (" + partitions + ")");
    }

    /** The partitions of each process of the group that has some: a member is a thread of one. */
    private static Collection<String> shares(Deployment system) {
        return members(system).stream()
                .filter(member -> !member.assignment().topicPartitions().isEmpty())
                .collect(Collectors.groupingBy(
                        member -> member.clientId().replaceFirst("-StreamThread.*", ""),
                        Collectors.flatMapping(
                                member -> member.assignment().topicPartitions().stream()
                                        .map(TopicPartition::partition)
                                        .map(String::valueOf),
                                Collectors.joining(","))))
                .values();
    }

    private static Collection<MemberDescription> members(Deployment system) {
        var group = system.namespace() + ".events";
        return system.broker().administer(admin -> {
            var known = admin.listGroups().all().get().stream()
                    .anyMatch(each -> each.groupId().equals(group));
            return known
                    ? admin.describeConsumerGroups(List.of(group)).all().get().values().stream()
                            .flatMap(each -> each.members().stream())
                            .toList()
                    : List.<MemberDescription>of();
        });
    }
}
