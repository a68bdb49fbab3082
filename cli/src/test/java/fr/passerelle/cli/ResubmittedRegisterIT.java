package fr.passerelle.cli;

import static fr.passerelle.cli.CommandOutput.by;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.passerelle.local.fixture.Csv;
import fr.passerelle.local.program.Deployment;
import fr.passerelle.local.test.TestServers;
import fr.passerelle.local.test.WithServers;
import fr.passerelle.schemas.event.MonthReported;
import fr.passerelle.schemas.event.ReportedLine;
import fr.passerelle.schemas.table.TableSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of a named register that come back corrected, and once more: they stay what they are in that register. */
@Tag("proof")
@WithServers
class ResubmittedRegisterIT {

    private static final String MAPPING = """
        mapping: nord
        table: frequentation
        fichiers: ["nord.csv"]
        registre: nord
        previsions: oui
        colonnes: {id_releve: no, id_salle: salle, activite: {constante: ATELIER}, etat: {constante: OUVERT}, presences: presences}
        periode: mois
        """;

    @TempDir
    private Path folder;

    private final TestServers servers;

    ResubmittedRegisterIT(TestServers servers) {
        this.servers = servers;
    }

    @Test
    void findTheirRegisterAgainHoweverOftenTheyAreRefused() throws Exception {
        servers.createTopics();
        by(servers, "register");
        night(Csv.file(TableSchema.FREQUENTATION, Csv.month("1", "DEMO-1", "2017-09", 10))
                .toString());
        write("nord.yaml", MAPPING);
        write("nord.csv", "no;salle;mois;presences\n1;DEMO-2;2071-08;2O\n");
        night(path("nord.csv"), "--mapping", path("nord.yaml"));

        corrected("N-000002", "une.csv", "2O", "3O");
        by(servers, "rejects", "--resubmit", path("une.csv")).waited(servers);
        corrected("N-000003", "deux.csv", "3O", "30");
        by(servers, "rejects", "--resubmit", path("deux.csv")).waited(servers);

        assertThat(Deployment.months(servers.database()))
                .flatExtracting(MonthReported::getLines)
                .extracting(
                        ReportedLine::getRegister,
                        ReportedLine::getId,
                        line -> line.getCounts().getPresences())
                .containsExactly(tuple(null, "1", 10), tuple("nord", "1", 30));
        assertThat(servers.firstColumn("select register_run_no || ' ' || register_name from passerelle.reject_origin"))
                .containsExactly("2 nord");
    }

    private void night(String... attendance) throws SQLException {
        Path rooms = Csv.file(TableSchema.SALLES, Csv.room("DEMO-1", "02691"), Csv.room("DEMO-2", "02691"));
        List<String> words = new ArrayList<>(List.of("nightly", "--rooms", rooms.toString(), "--attendance"));
        words.addAll(List.of(attendance));
        by(servers, words.toArray(String[]::new)).waited(servers);
    }

    private void corrected(String run, String name, String wrong, String right) throws IOException {
        by(servers, "rejects", run, "--csv", path(name)).succeeded();
        write(name, Files.readString(folder.resolve(name)).replace(wrong, right));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }
}
