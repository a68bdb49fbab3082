package fr.passerelle.faults.fault;

import fr.passerelle.faults.machine.Target;
import fr.passerelle.local.process.Poll;
import fr.passerelle.local.program.ProgramProcess;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** The groups of events are forgotten by Kafka, as after seven days without a member: it reads all again, and must tell nothing twice. */
final class ExpiredGroup implements Strike {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private Evidence evidence = new Evidence(false, "pas préparé");

    @Override
    public String name() {
        return "expired-group";
    }

    @Override
    public String when() {
        return "avant la nuit";
    }

    @Override
    public int phase() {
        return 0;
    }

    @Override
    public void prepare(Stage stage) {
        var target = stage.target();
        target.events(1).stop();
        var groups = List.of(
                target.deployment().namespace() + ".events", target.deployment().namespace() + ".projection");
        var before = offsets(target, groups);
        Poll.until(PATIENCE, () -> forgotten(target, groups));
        var after = offsets(target, groups);
        evidence = new Evidence(before > 0 && after == 0, before + " positions oubliées, il en reste " + after);
        target.deployment().eventsReading();
    }

    /** Kafka forgets no group before it has seen its last member leave. */
    private static boolean forgotten(Target target, List<String> groups) {
        return target.deployment().broker().administer(admin -> {
            for (var group : groups) {
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

    private static long offsets(Target target, List<String> groups) {
        return groups.stream()
                .mapToLong(group -> target.deployment().broker().administer(admin -> offsets(admin, group)))
                .sum();
    }

    private static long offsets(Admin admin, String group) throws ExecutionException, InterruptedException {
        try {
            return admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .size();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return 0;
            }
            throw e;
        }
    }

    @Override
    public Evidence strike(ProgramProcess command, Stage stage) {
        return evidence;
    }
}
