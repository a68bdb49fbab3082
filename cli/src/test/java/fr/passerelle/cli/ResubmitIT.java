package fr.passerelle.cli;

import static fr.passerelle.cli.CommandOutput.by;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.fixture.Csv;
import fr.passerelle.local.program.Deployment;
import fr.passerelle.local.test.AsWritten;
import fr.passerelle.local.test.TestServers;
import fr.passerelle.local.test.WithServers;
import fr.passerelle.schemas.table.TableSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Rejects that come back corrected, through the job, without events: one register's story, told in order. */
@Tag("proof")
@WithServers
@TestMethodOrder(AsWritten.class)
record ResubmitIT(TestServers servers) {

    private static final String RIGHT = Csv.period("", "DEMO-1", "2017-09-01", "2017-09-01", "SEANCE", 10);
    private static final String WRONG = RIGHT.replace(";10;", ";1O;");
    private static final String EQUAL = Csv.period("", "DEMO-1", "2017-09-01", "2017-09-01", "SEANCE", 20);
    private static final String NAMED = Csv.month("R7", "DEMO-1", "2017-08", 30).replace(";30;", ";3O;");
    private static final String MASKED = Csv.month("DEMO-1", "2017-07", 40).replace(";40;", ";Canarinet;");
    private static final String LATER = Csv.month("DEMO-1", "2017-10", 50);

    @TempDir
    private static Path folder;

    @Test
    void refusesAFileWhoseTraceIsUnknownOrThereTwice() throws Exception {
        servers.createTopics();
        by(servers, "register");
        night(WRONG, EQUAL, NAMED, MASKED);
        export("N-000001", "rejets.csv");

        CommandOutput unknown = resubmit(corrected("inconnu.csv", line -> line.replace("N-000001", "N-000077")));
        CommandOutput twice =
                resubmit(corrected("double.csv", line -> line.contains("R7") ? line + "\n" + line : line));
        CommandOutput traceless = resubmit(corrected("sans.csv", line -> line.replace("N-000001", "")));
        CommandOutput table = resubmit(corrected("table.csv", line -> line.replace(";frequentation;", ";salles;")));

        Path other = Files.writeString(folder.resolve("autre.csv"), "a;b\n1;2\n");
        CommandOutput none = resubmit(other);

        assertThat(none.err()).doesNotContain("inattendue");
        assertThat(List.of(unknown, twice, traceless, table, none)).allSatisfy(commandOutput -> {
            assertThat(commandOutput.code()).isEqualTo(2);
            assertThat(commandOutput.err()).doesNotContain("\tat ");
        });
        assertThat(unknown.err()).contains("aucun rejet n'a cette trace");
        assertThat(twice.err()).contains("corrige le même rejet qu'une ligne précédente");
        assertThat(traceless.err()).contains("« rejet_execution » ne dit plus quel rejet");
        assertThat(table.err()).contains("Corrigez-les eux-mêmes");
        assertThat(servers.firstColumn("select run_no from passerelle.run")).containsExactly("1");
    }

    @Test
    void letsCorrectedRowsInAndHidesThem() throws Exception {
        resubmit(corrected("corriges.csv", ResubmitIT::right)).waited(servers);

        assertThat(known("2017-09-01")).containsExactly("10", "20");
        assertThat(known("2017-08-01")).containsExactly("30");
        assertThat(servers.firstColumn("select reason || ' ' || message from passerelle.reject where run_no = 2"))
                .containsExactly(
                        "MASQUE Colonne « presences » : remplacez [masqué] par ce que dit le fichier d'origine.");
        assertThat(by(servers, "rejects", "N-000001").out())
                .contains("rejets : 1")
                .contains("ENTIER");
        assertThat(by(servers, "rejects", "N-000001", "--all").out()).contains("rejets : 3");
    }

    @Test
    void changesNothingWhenTheSameFileComesAgain() throws Exception {
        List<String> before =
                servers.firstColumn("select count(*) from passerelle.journal where type = 'MonthReported'");

        resubmit(folder.resolve("corriges.csv")).waited(servers);

        assertThat(servers.firstColumn("select count(*) from passerelle.journal where type = 'MonthReported'"))
                .isEqualTo(before);
        assertThat(known("2017-09-01")).containsExactly("10", "20");
    }

    @Test
    void knowsARowAgainThatARegisterThatGrewStillHasWrong() throws Exception {
        night(LATER, WRONG, EQUAL);
        export("N-000004", "rejets.csv");

        resubmit(corrected("encore.csv", ResubmitIT::right)).waited(servers);

        assertThat(known("2017-09-01")).containsExactly("10", "20");
        assertThat(known("2017-10-01")).containsExactly("50");
    }

    @Test
    void leavesTheRightValuesWhenTheRegisterComesCorrected() throws Exception {
        night(RIGHT, EQUAL, LATER);

        assertThat(known("2017-09-01")).containsExactly("10", "20");
    }

    @Test
    void refusesARowOfWhichANewerRegisterSaysOtherwise() throws Exception {
        Path old = folder.resolve("corriges.csv");
        resubmit(Files.writeString(old, Files.readString(old).replace(";10;", ";12;")))
                .waited(servers);

        assertThat(known("2017-09-01")).containsExactly("10", "20");
        assertThat(servers.firstColumn("select reason from passerelle.reject where run_no = 7 order by line"))
                .containsExactly("DEJA_REPRIS", "MASQUE");
    }

    @Test
    void takesTheCorrectedRowOfTheNewestRegister() throws Exception {
        night(LATER.replace(";50;", ";5O;"));
        export("N-000008", "rejets.csv");

        resubmit(corrected("autre.csv", line -> line.replace(";5O;", ";55;"))).waited(servers);

        assertThat(known("2017-10-01")).containsExactly("55");
        assertThat(servers.firstColumn("select reason from passerelle.reject where run_no = 9"))
                .isEmpty();
        assertThat(servers.firstColumn("select job_name from batch.batch_job_instance"))
                .contains("nightly", "resubmission");
    }

    private static String right(String line) {
        return line.replace(";1O;", ";10;").replace(";3O;", ";30;");
    }

    private void night(String... rows) throws SQLException {
        List<String> words = new ArrayList<>(List.of("nightly", "--rooms"));
        words.add(Csv.file(TableSchema.SALLES, Csv.room("DEMO-1", "02691")).toString());
        words.add("--attendance");
        words.add(Csv.file(TableSchema.FREQUENTATION, rows).toString());
        by(servers, words.toArray(String[]::new)).waited(servers);
    }

    private CommandOutput resubmit(Path file) {
        return by(servers, "rejects", "--resubmit", file.toString());
    }

    private void export(String run, String name) {
        Path csv = folder.resolve(name);
        by(servers, "rejects", run, "--csv", csv.toString(), "--force").succeeded();
    }

    /** The last export, corrected. */
    private static Path corrected(String name, UnaryOperator<String> correction) throws IOException {
        String text = Files.readAllLines(folder.resolve("rejets.csv")).stream()
                .map(line -> line.contains("rejet_execution") ? line : correction.apply(line))
                .collect(Collectors.joining("\n", "", "\n"));
        return Files.writeString(folder.resolve(name), text);
    }

    private List<String> known(String start) {
        return Deployment.months(servers.database()).stream()
                .flatMap(month -> month.getLines().stream())
                .filter(line -> line.getPeriodStart().toString().equals(start))
                .map(line -> line.getCounts().getPresences().toString())
                .sorted()
                .toList();
    }
}
