package fr.passerelle.faults.fault;

import fr.passerelle.faults.machine.Target;
import fr.passerelle.local.process.LocalFault;
import fr.passerelle.local.process.Poll;
import fr.passerelle.local.program.ProgramProcess;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Three instances of events share the partitions while a night is at work; one is killed and started again, then another.
 *
 * @param first the instance that dies first, from 1 to 3
 */
record Rebalance(Moment moment, int first) implements Strike {

    private static final int INSTANCES = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

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
            stage.target().events(instance);
        }
        if (!Poll.until(PATIENCE, () -> processes(stage.target()) == INSTANCES)) {
            throw new LocalFault("Trois instances d'events ne se partagent pas le journal.");
        }
    }

    @Override
    public Evidence strike(ProgramProcess command, Stage stage) {
        if (!moment.await(command)) {
            return new Evidence(false, "la nuit était finie");
        }
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
        var group = target.deployment().namespace() + ".events";
        return target.deployment()
                .broker()
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
            stage.target().events(instance).stop();
        }
        return List.of();
    }
}
