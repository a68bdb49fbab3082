package fr.passerelle.faults.fault;

import fr.passerelle.faults.machine.LivingSystem;
import fr.passerelle.faults.machine.NotHealed;
import fr.passerelle.faults.machine.Program;
import fr.passerelle.local.process.Poll;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Three instances of events share the partitions while a night is at work; one is killed and started again, then another.
 *
 * @param first the instance that dies first, from 1 to 3
 */
record Rebalance(Moment moment, int first) implements Strike {

    private static final int INSTANCES = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Override
    public String name() {
        return "rebalance";
    }

    @Override
    public String when() {
        return moment + ", instance " + first + " d'abord";
    }

    @Override
    public int phase() {
        return moment.rank();
    }

    @Override
    public void prepare(Stage stage) {
        for (var instance = 1; instance <= INSTANCES; instance++) {
            stage.system().events(instance, Map.of());
        }
        if (!Poll.until(PATIENCE, () -> processes(stage.system()) == INSTANCES)) {
            throw new NotHealed("Trois instances d'events ne se partagent pas le journal.");
        }
    }

    @Override
    public Evidence strike(Program command, Stage stage) {
        if (!moment.await(command)) {
            return new Evidence(false, "la nuit était finie");
        }
        var system = stage.system();
        var sharing = processes(system);
        var one = system.events(first, Map.of());
        var code = one.killNine();
        system.events(first, Map.of());
        var next = first % INSTANCES + 1;
        var other = system.events(next, Map.of());
        var otherCode = other.killNine();
        system.events(next, Map.of());
        return new Evidence(
                code == Program.KILLED && otherCode == Program.KILLED && sharing == INSTANCES,
                sharing + " instances se partageaient le journal ; processus " + one.pid() + " et " + other.pid()
                        + ", codes " + code + " et " + otherCode);
    }

    /** Processes of the group that have a share. */
    private static long processes(LivingSystem system) {
        var group = system.namespace() + ".events";
        return system.broker()
                .administer(admin -> admin.describeConsumerGroups(List.of(group)).all().get().values().stream()
                        .flatMap(each -> each.members().stream())
                        .filter(member -> !member.assignment().topicPartitions().isEmpty())
                        .map(member -> member.clientId().replaceFirst("-StreamThread.*", ""))
                        .collect(Collectors.toSet()))
                .size();
    }

    @Override
    public List<String> unmet(Stage stage) {
        for (var instance = 2; instance <= INSTANCES; instance++) {
            stage.system().events(instance, Map.of()).close();
        }
        return List.of();
    }
}
