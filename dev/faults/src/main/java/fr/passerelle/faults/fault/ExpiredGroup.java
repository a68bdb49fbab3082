package fr.passerelle.faults.fault;

import fr.passerelle.faults.machine.LivingSystem;
import fr.passerelle.faults.machine.Program;
import fr.passerelle.local.process.Poll;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** The groups of events are forgotten by Kafka, as after seven days without a member: it reads all again, and must tell nothing twice. */
final class ExpiredGroup implements Strike {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

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
        var system = stage.system();
        system.events(1, Map.of()).close();
        var groups = List.of(system.namespace() + ".events", system.namespace() + ".projection");
        var before = offsets(system, groups);
        Poll.until(PATIENCE, () -> forgotten(system, groups));
        var after = offsets(system, groups);
        evidence = new Evidence(before > 0 && after == 0, before + " positions oubliées, il en reste " + after);
        system.reading();
    }

    /** Kafka forgets no group before it has seen its last member leave. */
    private static boolean forgotten(LivingSystem system, List<String> groups) {
        return system.broker().administer(admin -> {
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

    private static long offsets(LivingSystem system, List<String> groups) {
        return groups.stream()
                .mapToLong(group -> system.broker().administer(admin -> offsets(admin, group)))
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
    public Evidence strike(Program command, Stage stage) {
        return evidence;
    }
}
