package fr.passerelle.local.server;

import fr.passerelle.local.process.ChildProcesses;
import fr.passerelle.local.process.PidFile;
import fr.passerelle.local.server.Daemon.Probe;
import fr.passerelle.local.server.Daemon.ServerDirectories;
import fr.passerelle.schemas.contract.KafkaAccess;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.GroupState;

/** A program of Passerelle over the servers. */
sealed interface ProgramDaemon extends Daemon {

    List<String> program();

    Stream<String> options(int port);

    @Override
    default List<String> command(int port) {
        return Stream.of(
                        Stream.of(
                                ChildProcesses.java(),
                                "-Xmx512m",
                                "-XX:+UseSerialGC",
                                "-Xlog:disable",
                                "-Xlog:all=error:stderr",
                                "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=fr.passerelle.schemas.event",
                                "-D" + layout().marker(server()),
                                "-Dspring.config.additional-location=optional:file:" + layout().clientConfiguration(),
                                "-Dpasserelle.var=" + layout().var()),
                        options(port),
                        program().stream())
                .flatMap(Function.identity())
                .toList();
    }

    /** Passerelle's {@code events}, which listens on no port: it serves once its group has shared the partitions out. */
    record EventsDaemon(Server server, ServerDirectories layout, List<String> program, KafkaAccess kafka)
            implements ProgramDaemon {

        private static final String GROUP = "passerelle.events";

        @Override
        public Stream<String> options(int port) {
            return Stream.of("-Dpasserelle.stream.state-dir=" + directory().resolve("state"));
        }

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

    /** Passerelle's console on a port of the loopback address, and the command of the operators' program, word by word. */
    record ConsoleDaemon(
            Server server, ServerDirectories layout, List<String> program, List<String> operator, Path firstPassword)
            implements ProgramDaemon {

        private static final int PREFERRED = 8095;

        @Override
        public Stream<String> options(int port) {
            return Stream.concat(
                    Stream.of("-Dserver.port=" + port, "-Dpasserelle.console.first-password-file=" + firstPassword),
                    IntStream.range(0, operator.size())
                            .mapToObj(i -> "-Dpasserelle.console.operator[" + i + "]=" + operator.get(i)));
        }

        /** The port it had, else one that is easy to remember, else any. */
        @Override
        public int choosePort(int before) {
            if (before != 0 && Ports.isFree(before)) {
                return before;
            }
            return Ports.isFree(PREFERRED) ? PREFERRED : Ports.free();
        }

        @Override
        public boolean ready(PidFile.Entry entry) {
            return Probe.answers(entry.port(), "/actuator/health/liveness");
        }
    }
}
