package fr.passerelle.local.server;

import fr.passerelle.local.process.PidFile;
import fr.passerelle.local.server.Daemon.Probe;
import fr.passerelle.local.server.Daemon.ServerDirectories;
import fr.passerelle.schemas.contract.KafkaAccess;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.GroupState;

/** Passerelle's {@code events}, which listens on no port: it serves once its group has shared the partitions out. */
record EventsDaemon(ServerDirectories layout, List<String> program, KafkaAccess kafka) implements Daemon {

    private static final String GROUP = "passerelle.events";

    @Override
    public Server server() {
        return Server.EVENTS;
    }

    @Override
    public List<String> command(int port) {
        return Stream.concat(
                        passerelle(
                                "-Dpasserelle.stream.state-dir=" + directory().resolve("state"))
                                .stream(),
                        program.stream())
                .toList();
    }

    /** None. */
    @Override
    public int choosePort(int before) {
        return 0;
    }

    /** A member that died is still counted for some seconds: only one of this process tells that it reads. */
    @Override
    public boolean ready(PidFile.Entry entry) {
        var client = GROUP + "-" + entry.mark().pid() + "-";
        return Probe.isYes(() -> {
            try (var admin = Admin.create(kafka.with(Map.of("client.id", "passerelle-local")))) {
                return admin
                        .describeConsumerGroups(List.of(GROUP))
                        .all()
                        .get(Probe.CAP.toSeconds(), TimeUnit.SECONDS)
                        .values()
                        .stream()
                        .filter(group -> group.groupState() == GroupState.STABLE)
                        .flatMap(group -> group.members().stream())
                        .anyMatch(member -> member.clientId().startsWith(client));
            }
        });
    }
}
