package fr.passerelle.local.server;

import fr.passerelle.local.process.ChildProcesses;
import fr.passerelle.local.process.LocalFault;
import fr.passerelle.local.process.PidFile;
import fr.passerelle.local.process.PrivateFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.Uuid;

/** One Kafka node, broker and controller, that keeps its records for ever, creates no topic on its own, and asks everybody who they are. */
record KafkaDaemon(ServerDirectories layout, Installation installation, PostgresqlAccess access) implements Daemon {

    /** Relative to where it runs: its configuration cannot hold every path (commas, accents). */
    private static final String DATA = "data";

    private static final String DRAFT = "data.new";

    @Override
    public Server server() {
        return Server.KAFKA;
    }

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
        var outcome = ChildProcesses.run(formatter(), directory());
        if (outcome.exit() != 0) {
            throw new LocalFault("Kafka n'a pas pu créer ses données : " + outcome.lastLine());
        }
        try {
            Files.move(draft, directory().resolve(DATA), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> formatter() {
        var line = java("-Xmx128m", "-XX:TieredStopAtLevel=1", "-XX:SharedArchiveFile=" + installation.brokerArchive());
        line.addAll(List.of(
                "kafka.tools.StorageTool",
                "format",
                "--cluster-id",
                Uuid.randomUuid().toString()));
        line.addAll(List.of("--config", configuration().toString()));
        return line;
    }

    @Override
    public List<String> command(int port) {
        writeConfiguration(port, DATA);
        var line = java(
                "-Xmx384m", "-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + installation.brokerArchive());
        line.addAll(List.of(
                "-D" + layout.marker(server()), "kafka.Kafka", configuration().toString()));
        return line;
    }

    private List<String> java(String... options) {
        var line = new ArrayList<>(List.of(Installation.java()));
        line.addAll(List.of(options));
        line.addAll(List.of(
                "-XX:+UseSerialGC",
                "-Xlog:disable",
                "-Xlog:all=error:stderr",
                "-Dlog4j2.configurationFile=" + loggers().toUri(),
                "-cp",
                installation.brokerClassPath()));
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
        try (InputStream stream = KafkaDaemon.class.getResourceAsStream("/kafka/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("Resource missing from the jar: " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path configuration() {
        return directory().resolve("server.properties");
    }

    private Path loggers() {
        return directory().resolve("log4j2.yaml");
    }

    @Override
    public Path directory() {
        return layout.data(server());
    }

    /** Only to start: who ends the servers of a build has not Kafka's classes. */
    private KafkaAccounts accounts() {
        return new KafkaAccounts(access);
    }

    @Override
    public void opened(int port) {
        accounts().create(port);
    }

    @Override
    public boolean ready(PidFile.Entry entry) {
        if (Ports.isFree(entry.port())) {
            return false;
        }
        try (var admin = accounts().server(entry.port())) {
            return !admin.describeCluster()
                    .nodes()
                    .get(Probe.CAP.toSeconds(), TimeUnit.SECONDS)
                    .isEmpty();
        } catch (ExecutionException | TimeoutException notYet) {
            return false;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
