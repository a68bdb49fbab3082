package fr.passerelle.local.server;

import fr.passerelle.local.process.PidFile;
import fr.passerelle.local.server.Daemon.Probe;
import fr.passerelle.local.server.Daemon.ServerDirectories;
import fr.passerelle.local.server.Server.Status;
import fr.passerelle.schemas.contract.KafkaAccess;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.GroupState;

/** Passerelle's {@code events} over the servers of a directory: started after them, ended before them. */
public final class EventsProcess {

    private final ServerDirectories layout;

    private EventsProcess(ServerDirectories layout) {
        this.layout = layout;
    }

    /**
     * The process of a directory, as it is.
     *
     * @param var the directory of the servers, which must have been started once
     */
    public static EventsProcess at(Path var) {
        return new EventsProcess(new ServerDirectories(var));
    }

    /**
     * Starts it unless it runs, and waits until it takes records.
     *
     * @param program how, behind the options of Java
     */
    public void start(List<String> program) {
        process(program).start();
    }

    /** Ends it in good order; answers whether it ran. */
    public boolean stop() {
        return process(List.of()).stop();
    }

    /** What it does now. */
    public Status status() {
        return process(List.of()).status();
    }

    private ServerProcess process(List<String> program) {
        var kafka = LocalServers.at(layout.var()).endpoints().administrator();
        return new ServerProcess(layout, new EventsDaemon(layout, program, kafka));
    }

    /** Passerelle's {@code events}, which listens on no port: it serves once its consumer group has shared the partitions out. */
    private record EventsDaemon(ServerDirectories layout, List<String> program, KafkaAccess kafka) implements Daemon {

        private static final String GROUP = "passerelle.events";

        @Override
        public Server server() {
            return Server.EVENTS;
        }

        @Override
        public List<String> command(int port) {
            return Stream.concat(
                            passerelle("-Dpasserelle.stream.state-dir="
                                            + directory().resolve("state"))
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
}
