package fr.passerelle.cli.people;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.cli.CommandOutput;
import fr.passerelle.local.test.TestServers;
import fr.passerelle.local.test.WithServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The audit, from the command line. */
@WithServers
record AuditCommandIT(TestServers servers) {

    @BeforeEach
    void writeDown() {
        servers.database()
                .change(
                        "truncate passerelle.audit",
                        "update passerelle.audit_head set audit_no = 0, hash = ''",
                        "insert into passerelle.audit (account_id, action, subject, outcome, motive) values ('c-12',"
                            + " 'LOGIN', 'c-12', 'DONE', null), ('c-12', 'ABANDON', 'N-000001', 'DONE', 'en double')");
    }

    @Test
    void listsWhatWasDoneAndKeepsAYear() {
        assertThat(listed()).contains("c-12", "LOGIN", "ABANDON", "en double", "Entrées refusées en trente jours");
        assertThat(listed("--action", "LOGIN", "--account", "c-12"))
                .contains("LOGIN")
                .doesNotContain("ABANDON");
        assertThat(listed("--until", "2017-01-01")).doesNotContain("LOGIN");
        assertThat(listed("--json", "--outcome", "DONE")).contains("\"motive\":\"en double\"");

        CommandOutput young = CommandOutput.by(servers, "audit", "erase", "--before", "2999-01-01");
        CommandOutput old = CommandOutput.by(servers, "audit", "erase", "--before", "2017-01-01");

        young.failed(2, "se garde un an");
        old.succeeded("Effacé : 0 ligne.");
        assertThat(listed()).contains("ABANDON");
    }

    @Test
    void isTakenAwayAsAFileWhichItWritesDown(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("registre.csv");

        assertThat(listed("--csv", file.toString())).contains("Écrit : ");

        assertThat(Files.readString(file)).contains("rang;moment;compte", "ABANDON;N-000001;DONE;en double");
        assertThat(listed()).contains("commande", "EXPORTED", "registre");
    }

    private String listed(String... words) {
        String[] all =
                Stream.concat(Stream.of("audit", "list"), Stream.of(words)).toArray(String[]::new);
        return CommandOutput.by(servers, all).succeeded().out();
    }
}
