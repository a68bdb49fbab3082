package fr.passerelle.local.server;

import fr.passerelle.local.process.ChildProcesses;
import fr.passerelle.local.process.PidFile;
import fr.passerelle.local.server.Daemon.Probe;
import fr.passerelle.local.server.Daemon.ServerDirectories;
import java.util.List;
import java.util.Map;

/** Apicurio Registry over a database of its own in our PostgreSQL, which has started before: ids survive a restart, and there is one thing to back up. */
record RegistryDaemon(Server server, ServerDirectories layout) implements Daemon {

    @Override
    public List<String> command(int port) {
        return List.of(
                ChildProcesses.java(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-D" + layout.marker(server),
                "-Djava.io.tmpdir=" + directory(),
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port,
                "-Dquarkus.http.access-log.enabled=false",
                "-Dquarkus.management.host=127.0.0.1",
                "-Dquarkus.management.port=0",
                "-Dapicurio.storage.kind=sql",
                "-Dapicurio.storage.sql.kind=postgresql",
                "-Dapicurio.datasource.url="
                        + PostgresqlAccess.url(layout.port(Server.POSTGRESQL), PostgresqlAccess.REGISTRY),
                "-Dapicurio.datasource.username=" + PostgresqlAccess.REGISTRY,
                "-Dapicurio.datasource.jdbc.initial-size=1",
                "-Dapicurio.datasource.jdbc.min-size=1",
                "-Dapicurio.datasource.jdbc.max-size=10",
                "-jar",
                Installation.find().registryJar().toString());
    }

    @Override
    public Map<String, String> environment() {
        return Map.of("APICURIO_DATASOURCE_PASSWORD", layout.access().password(PostgresqlAccess.REGISTRY));
    }

    /** Asks for what only a registry with its database can answer. */
    @Override
    public boolean ready(PidFile.Entry entry) {
        return Probe.answers(entry.port(), "/apis/registry/v3/search/artifacts?limit=1");
    }
}
