package fr.passerelle.local.server;

import fr.passerelle.local.process.ChildProcesses;
import fr.passerelle.local.process.LocalFault;
import fr.passerelle.local.process.PidFile;
import fr.passerelle.local.process.Poll;
import fr.passerelle.local.process.PrivateFiles;
import fr.passerelle.local.server.Daemon.Probe;
import fr.passerelle.local.server.Daemon.ServerDirectories;
import fr.passerelle.schemas.contract.KafkaAccess;
import fr.passerelle.schemas.text.TextResource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Uuid;

/** One Kafka node, broker and controller, that keeps its records for ever, creates no topic on its own, and asks everybody who they are. */
record KafkaDaemon(Server server, ServerDirectories layout) implements Daemon {

    /** Relative to where it runs: its configuration cannot hold every path (commas, accents). */
    private static final String DATA = "data";

    private static final String DRAFT = "data.new";

    /** Data that is there is never touched: a formatted directory appears in one move. */
    @Override
    public void prepare() {
        PrivateFiles.write(loggers(), resource("log4j2.yaml"));
        if (!Files.isDirectory(directory().resolve(DATA))) {
            format();
        }
    }

    private void format() {
        var draft = directory().resolve(DRAFT);
        PrivateFiles.deleteTree(draft);
        writeConfiguration(Ports.free(), DRAFT);
        ChildProcesses.run(formatter(), directory()).expected("Kafka n'a pas pu créer ses données");
        PrivateFiles.move(draft, directory().resolve(DATA));
    }

    private List<String> formatter() {
        return java(
                List.of("-Xmx128m", "-XX:TieredStopAtLevel=1"),
                "kafka.tools.StorageTool",
                "format",
                "--cluster-id",
                Uuid.randomUuid().toString(),
                "--config",
                configuration().toString());
    }

    @Override
    public List<String> command(int port) {
        writeConfiguration(port, DATA);
        return java(
                List.of("-Xmx384m", "-XX:+AutoCreateSharedArchive"),
                "-D" + layout.marker(server),
                "kafka.Kafka",
                configuration().toString());
    }

    private List<String> java(List<String> options, String... program) {
        var line = new ArrayList<>(List.of(ChildProcesses.java()));
        line.addAll(options);
        line.addAll(List.of(
                "-XX:SharedArchiveFile=" + Installation.find().brokerArchive(),
                "-XX:+UseSerialGC",
                "-Xlog:disable",
                "-Xlog:all=error:stderr",
                "-Dlog4j2.configurationFile=" + loggers().toUri(),
                "-cp",
                Installation.find().brokerClassPath()));
        line.addAll(List.of(program));
        return line;
    }

    private void writeConfiguration(int port, String data) {
        PrivateFiles.write(
                configuration(),
                resource("server.properties")
                        .replace("@plain@", accounts().ofTheServer())
                        .replace("@owner@", PostgresqlAccess.PASSERELLE)
                        .replace("@port@", "" + port)
                        .replace("@controllerPort@", "" + Ports.freeOtherThan(port))
                        .replace("@data@", data));
    }

    private static String resource(String name) {
        return TextResource.of("/kafka/" + name, "Le fichier de Kafka « " + name + " »");
    }

    private Path configuration() {
        return directory().resolve("server.properties");
    }

    private Path loggers() {
        return directory().resolve("log4j2.yaml");
    }

    /** Only to start: who ends the servers of a build has not Kafka's classes. */
    private KafkaAccounts accounts() {
        return new KafkaAccounts(layout.access());
    }

    @Override
    public void opened(int port) {
        accounts().create(port);
    }

    @Override
    public boolean ready(PidFile.Entry entry) {
        return !Ports.isFree(entry.port())
                && Probe.isYes(() -> {
                    try (var admin = accounts().server(entry.port())) {
                        return !admin.describeCluster()
                                .nodes()
                                .get(Probe.CAP.toSeconds(), TimeUnit.SECONDS)
                                .isEmpty();
                    }
                });
    }

    /** Who may enter Kafka, with rights that {@code register} gives: the accounts of the database by SCRAM; the server itself and tests by PLAIN. */
    record KafkaAccounts(PostgresqlAccess access) {

        private static final String MECHANISM = "SCRAM-SHA-512";
        private static final String PLAIN =
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\" password=\"%s\"%s;";
        private static final int ITERATIONS = 4096;
        private static final Duration PATIENCE = Duration.ofMinutes(5);

        /** Where Kafka is, and that it wants a password. */
        static KafkaAccess wanted(int port) {
            return by(MECHANISM, port);
        }

        private static KafkaAccess by(String mechanism, int port) {
            return KafkaAccess.at(
                    "127.0.0.1:" + port, Map.of("security.protocol", "SASL_PLAINTEXT", "sasl.mechanism", mechanism));
        }

        /** Makes those that are missing, and gives all the passwords that they have in the database. */
        void create(int port) {
            try (var admin = server(port)) {
                answer(admin.alterUserScramCredentials(passwords()).all());
                // The broker learns of them a moment after its controller does.
                Poll.until(
                        PATIENCE,
                        () -> answer(admin.describeUserScramCredentials().users())
                                .containsAll(PostgresqlAccess.PROGRAMS));
            }
        }

        private List<UserScramCredentialAlteration> passwords() {
            return PostgresqlAccess.PROGRAMS.stream()
                    .<UserScramCredentialAlteration>map(role -> new UserScramCredentialUpsertion(
                            role,
                            new ScramCredentialInfo(ScramMechanism.fromMechanismName(MECHANISM), ITERATIONS),
                            access.password(role)))
                    .toList();
        }

        /** As the server signs in to itself. */
        Admin server(int port) {
            var own = by("PLAIN", port).as(PostgresqlAccess.PASSERELLE, access.password(PostgresqlAccess.PASSERELLE));
            return Admin.create(own.with(Map.of("client.id", "passerelle-local")));
        }

        /** Whom the server knows by its own configuration: itself, and the programs that tests start. */
        String ofTheServer() {
            var programs = PostgresqlAccess.PROGRAMS.stream()
                    .map(role -> " user_%s=\"%s\"".formatted(role, access.password(role)))
                    .collect(Collectors.joining());
            return PLAIN.formatted(PostgresqlAccess.PASSERELLE, access.password(PostgresqlAccess.PASSERELLE), programs);
        }

        private static <T> T answer(KafkaFuture<T> future) {
            try {
                return future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            } catch (ExecutionException | TimeoutException e) {
                throw new LocalFault("Kafka a refusé de créer les comptes de Passerelle : " + e.getMessage() + ".", e);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                throw new LocalFault("Interrompu.", stop);
            }
        }
    }
}
