package fr.passerelle.local.server;

import fr.passerelle.local.process.Commands;
import fr.passerelle.local.process.LocalFault;
import fr.passerelle.local.process.PrivateFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;

/** One Kafka node, broker and controller, that keeps its records for ever and creates no topic on its own. */
record KafkaDaemon(Layout layout, Installation installation) implements Daemon {

    private static final int CAP_SECONDS = 5;

    @Override
    public Server server() {
        return Server.KAFKA;
    }

    @Override
    public void prepare() {
        writeConfiguration(Ports.free());
        PrivateFiles.write(loggers(), resource("log4j2.yaml"));
        if (!Files.exists(directory().resolve("data/meta.properties"))) {
            format();
        }
    }

    private void format() {
        PrivateFiles.deleteTree(directory().resolve("data"));
        var line = java("-Xmx128m");
        line.addAll(List.of(
                "kafka.tools.StorageTool",
                "format",
                "--cluster-id",
                Uuid.randomUuid().toString(),
                "--config",
                configuration().toString()));
        var outcome = Commands.run(line);
        if (outcome.exit() != 0) {
            throw new LocalFault("Kafka n'a pas pu créer ses données : "
                    + outcome.output().strip().replaceAll("\\s+", " "));
        }
    }

    @Override
    public List<String> command(int port) {
        writeConfiguration(port);
        var line = java("-Xmx384m");
        line.addAll(List.of(
                "-D" + layout.marker(server()), "kafka.Kafka", configuration().toString()));
        return line;
    }

    private ArrayList<String> java(String memory) {
        return new ArrayList<>(List.of(
                Installation.java(),
                memory,
                "-XX:+UseSerialGC",
                "-Dlog4j2.configurationFile=" + loggers().toUri(),
                "-cp",
                installation.brokerClassPath()));
    }

    private void writeConfiguration(int port) {
        PrivateFiles.write(
                configuration(),
                resource("server.properties")
                        .replace("@port@", "" + port)
                        .replace("@controllerPort@", "" + Ports.free())
                        .replace("@data@", directory().resolve("data").toString()));
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

    @Override
    public boolean ready(int port) {
        if (Ports.isFree(port)) {
            return false;
        }
        try (var admin =
                Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + port, "client.id", "passerelle-local"))) {
            return !admin.describeCluster()
                    .nodes()
                    .get(CAP_SECONDS, TimeUnit.SECONDS)
                    .isEmpty();
        } catch (ExecutionException | TimeoutException notYet) {
            return false;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
