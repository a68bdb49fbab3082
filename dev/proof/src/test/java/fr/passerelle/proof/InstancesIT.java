package fr.passerelle.proof;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.program.Deployment;
import java.nio.file.Files;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** I6: recomputing gives the same bytes, with any number of instances and from a wiped state. */
@Tag("proof")
class InstancesIT {

    @Test
    void givesTheSameHashWithOneInstanceWithThreeAndFromAWipedState() throws Exception {
        try (var one = Deployments.fresh("one");
                var three = Deployments.fresh("three")) {
            one.eventsProcess(1, Map.of());
            var reference = hash(one);

            List.of(1, 2, 3).forEach(instance -> three.eventsProcess(instance, Map.of()));
            var shares = sharesOf(three, 3);
            var together = hash(three);

            assertThat(together).isEqualTo(reference);
            assertThat(shares)
                    .allSatisfy(share -> assertThat(roomsScored(three, share)).isPositive());
            assertThatAWipedStateChangesNothing(one, reference);
        }
    }

    private static void assertThatAWipedStateChangesNothing(Deployment system, String reference) throws Exception {
        var log = new Log(system);
        var before = log.proposals();
        system.close();
        try (var files = Files.walk(system.stateOf(1))) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
        assertThat(system.stateOf(1)).doesNotExist();

        system.eventsProcess(1, Map.of());
        var forced = system.night(Stream.concat(DemonstrationExtract.night().stream(), Stream.of("--force"))
                .toList());

        assertThat(forced.get("resultHash").asString()).isEqualTo(reference);
        assertThat(log.proposals()).isEqualTo(before);
    }

    private static String hash(Deployment system) {
        return system.night(DemonstrationExtract.night()).get("resultHash").asString();
    }

    private static long roomsScored(Deployment system, String partitions) {
        return system.number(
                "select coalesce(sum(rooms), 0) from passerelle.run_scored where partition in (" + partitions + ")");
    }

    /** The partitions of each member of the group, once all of them have some. */
    private static Collection<String> sharesOf(Deployment system, int members) {
        try (var admin = Admin.create(system.endpoints().administrator().with(Map.of()))) {
            Waiting.until(() -> shares(admin, system).size() == members);
            return shares(admin, system);
        }
    }

    /** By process: a member is a thread of one. */
    private static Collection<String> shares(Admin admin, Deployment system) {
        return members(admin, system.namespace() + ".events").stream()
                .filter(member -> !member.assignment().topicPartitions().isEmpty())
                .collect(Collectors.groupingBy(
                        InstancesIT::process,
                        Collectors.flatMapping(
                                member -> member.assignment().topicPartitions().stream()
                                        .map(TopicPartition::partition)
                                        .map(String::valueOf),
                                Collectors.joining(","))))
                .values();
    }

    private static String process(MemberDescription member) {
        return member.clientId().replaceFirst("-StreamThread.*", "");
    }

    private static Collection<MemberDescription> members(Admin admin, String group) {
        try {
            return admin.describeConsumerGroups(List.of(group)).all().get().values().stream()
                    .flatMap(each -> each.members().stream())
                    .toList();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return List.of();
            }
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
