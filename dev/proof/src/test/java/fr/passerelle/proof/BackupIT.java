package fr.passerelle.proof;

import static fr.passerelle.proof.Deployments.hash;
import static fr.passerelle.proof.Deployments.said;
import static fr.passerelle.proof.Deployments.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.passerelle.local.process.ChildProcesses;
import fr.passerelle.local.server.Endpoints;
import fr.passerelle.local.test.TestServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An external PostgreSQL, saved while events runs and restored on another server by the guide's lines: the same hash.
 */
@Tag("proof")
class BackupIT {

    private static final Pattern LINE = Pattern.compile("`(pg_(?:dump|restore) [^`]+)`");

    @Test
    void bringsBackAllThatWasSavedOnAnotherServer(@TempDir Path folder) {
        assumeTrue(DebianPostgresql.tools().isPresent(), "PostgreSQL (Debian)");
        var servers = TestServers.fresh("backup");
        var lines = lines();
        ChildProcesses.run(List.of("chmod", "711", folder.toString()));
        try (var first = new DebianPostgresql(folder.resolve("first"));
                var second = new DebianPostgresql(folder.resolve("second"))) {
            String hash;
            try (var system = Deployments.over(first.beside(servers.endpoints()), servers.namespace())
                    .register()) {
                system.events(1);
                hash = hash(system, Inputs.workedCases());
                var dump = second.shared("passerelle.dump");
                first.run("passerelle", lines.getFirst().replace("passerelle.dump", dump.toString()));
                second.run("postgres", lines.getLast().replace("passerelle.dump", dump.toString()));
            }
            try (var restored = Deployments.over(second.beside(servers.endpoints()), servers.namespace())) {
                assertThat(said(restored, "register")).isNotNull();
                assertThat(said(restored, "rebuild-topics")).contains("Les topics sont refaits");
                restored.events(1).awaitSaying("est lu");

                assertThat(hash(restored, Inputs.forced())).isEqualTo(hash);
                assertThat(said(restored, "verify --deep")).contains("Tout concorde");
            }
        }
    }

    /** The lines of the guide, as they are typed: the one that saves, and the one that brings back. */
    private static List<String> lines() {
        var lines = LINE.matcher(Tree.read(Tree.root().resolve("docs/operators.md")))
                .results()
                .map(line -> line.group(1))
                .toList();
        assertThat(lines).hasSize(2);
        return lines;
    }

    /** A server of PostgreSQL as an administrator of Debian has it, with its own tools: one cluster, the database and the roles of the guide. */
    private static final class DebianPostgresql implements AutoCloseable {

        private static final Path VERSIONS = Path.of("/usr/lib/postgresql");
        private static final String ROLES = """
            create role passerelle login password 'passerelle';
            create role passerelle_batch login password 'passerelle_batch';
            create role passerelle_events login password 'passerelle_events';
            create role passerelle_console login password 'passerelle_console';
            create role passerelle_analyst login password 'passerelle_analyst';
            create database passerelle owner passerelle;
            grant connect on database passerelle
                to passerelle_batch, passerelle_events, passerelle_console, passerelle_analyst;
            grant temporary on database passerelle to passerelle_batch;
            """;

        private final Path tools;
        private final Path cluster;
        private final int port = ConsoleProgram.freePort();

        /** Makes a cluster in a folder that anybody may write to, and starts it. */
        DebianPostgresql(Path cluster) {
            this.cluster = cluster;
            tools = tools().orElseThrow();
            ChildProcesses.run(List.of("mkdir", "--mode=777", cluster.toString()));
            tool("initdb --pgdata=%s/data --username=postgres --auth=trust --encoding=UTF8 --locale=C", cluster);
            var options = "-c listen_addresses=127.0.0.1 -c port=" + port + " -c unix_socket_directories=" + cluster
                    + " -c log_error_verbosity=terse";
            tool("pg_ctl start --wait --pgdata=%s/data --log=%s/log --options=%s", cluster, cluster, options);
            var roles = Tree.write(cluster.resolve("roles.sql"), ROLES);
            run("postgres", "psql --quiet --no-psqlrc --set=ON_ERROR_STOP=1 --file=" + roles);
        }

        /** Where Debian has the newest server's programs; empty where it is not installed. */
        static Optional<Path> tools() {
            try (Stream<Path> versions = Files.list(VERSIONS)) {
                return versions.map(version -> version.resolve("bin"))
                        .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                        .max((one, other) -> Integer.compare(version(one), version(other)));
            } catch (IOException none) {
                return Optional.empty();
            }
        }

        /** A deployment's servers with this database. */
        Endpoints beside(Endpoints others) {
            return others.withPostgres(
                    "jdbc:postgresql://127.0.0.1:" + port + "/passerelle?logServerErrorDetail=false");
        }

        /** Runs a line, of the guide mostly, as somebody who has signed in to the database. */
        void run(String user, String line) {
            done(words("env PGHOST=127.0.0.1 PGPORT=%s PGUSER=%s " + tools + "/" + line, port, user));
        }

        /** A folder that its programs may write to. */
        Path shared(String name) {
            return cluster.resolve(name);
        }

        @Override
        public void close() {
            tool("pg_ctl stop --mode=fast --pgdata=%s/data", cluster);
        }

        private static int version(Path bin) {
            return Integer.parseInt(bin.getName(bin.getNameCount() - 2).toString());
        }

        private void tool(String line, Object... values) {
            done(words(tools + "/" + line, values));
        }

        /** PostgreSQL never works as root: it has an account of its own. */
        private static void done(List<String> words) {
            var command = new ArrayList<String>();
            if (System.getProperty("user.name").equals("root")) {
                command.addAll(List.of("runuser", "-u", "postgres", "--"));
            }
            command.addAll(words);
            var outcome = ChildProcesses.run(command, Path.of("/"));
            assertThat(outcome.exit()).as(words + "\n" + outcome.output()).isZero();
        }
    }
}
