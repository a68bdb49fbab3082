package fr.passerelle.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.passerelle.local.program.Deployment;
import fr.passerelle.local.program.Program;
import fr.passerelle.local.test.TestServers;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The backup of an external PostgreSQL, by the lines of the operators' guide and Debian's tools: taken while events runs, restored on another
 * server, and the same hash once the topics are made anew.
 */
@Tag("proof")
class BackupIT {

    private static final Pattern LINE = Pattern.compile("`(pg_(?:dump|restore) [^`]+)`");

    @Test
    void bringsBackAllThatWasSavedOnAnotherServer() {
        assumeTrue(DebianPostgresql.tools().isPresent(), "PostgreSQL (Debian)");
        var servers = TestServers.fresh("backup");
        var lines = lines();
        try (var first = new DebianPostgresql();
                var second = new DebianPostgresql()) {
            String hash;
            try (var system = Deployments.over(first.beside(servers.endpoints()), servers.namespace())
                    .register()) {
                system.events(1);
                hash = hash(system, List.of());
                var dump = second.shared("passerelle.dump");
                first.run("passerelle", lines.getFirst().replace("passerelle.dump", dump.toString()));
                second.run("postgres", lines.getLast().replace("passerelle.dump", dump.toString()));
            }
            try (var restored = Deployments.over(second.beside(servers.endpoints()), servers.namespace())) {
                assertThat(said(restored.batch("register"))).isNotNull();
                assertThat(said(restored.batch("rebuild-topics"))).contains("Les topics sont refaits");
                restored.events(1).awaitSaying("est lu");

                assertThat(hash(restored, List.of("--force"))).isEqualTo(hash);
                assertThat(said(restored.batch("verify", "--deep"))).contains("Tout concorde");
            }
        }
    }

    private static String hash(Deployment system, List<String> more) {
        return system.night(Stream.concat(Inputs.workedCases().stream(), more.stream())
                        .toList())
                .get("resultHash")
                .asString();
    }

    private static String said(Program command) {
        int exit = command.end();
        assertThat(exit).as(command.output() + command.errors()).isZero();
        return command.output();
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
}
