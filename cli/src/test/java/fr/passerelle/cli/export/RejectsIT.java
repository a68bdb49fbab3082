package fr.passerelle.cli.export;

import static fr.passerelle.cli.CommandOutput.by;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.cli.CommandOutput;
import fr.passerelle.local.fixture.Csv;
import fr.passerelle.local.test.TestServers;
import fr.passerelle.local.test.WithServers;
import fr.passerelle.schemas.table.TableSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What the command rejects shows of one night, without events. */
@WithServers
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RejectsIT {

    @TempDir
    private Path folder;

    private final TestServers servers;

    RejectsIT(TestServers servers) {
        this.servers = servers;
    }

    @BeforeAll
    void oneNight() {
        servers.createTopics();
        by(servers, "register");
        Path rooms = Csv.file(
                TableSchema.SALLES,
                Csv.room("DEMO-1", "02691"),
                Csv.room("DEMO-2", "02691").replace("8;45.5", "huit;45.5"));
        Path register = Csv.file(
                TableSchema.FREQUENTATION,
                Csv.month("DEMO-1", "2017-09", 10).replace(";10;", ";1 234;"),
                ";DEMO-1;2017-10-01;2017-10-31;MOIS;ATELIER;OUVERT;;;\"=1+1\";;;;",
                ";DEMO-9;2017-10-01;2017-10-31;MOIS;ATELIER;OUVERT;;;3;;;;",
                "trop;peu");
        CommandOutput night = by(servers, "nightly", "--rooms", rooms.toString(), "--attendance", register.toString());
        assertThat(night.err()).contains("events n'est pas démarré");
    }

    @Test
    void showsTheLatestRunsRejectsGroupedThenOneByOne() {
        CommandOutput commandOutput = by(servers, "rejects");

        assertThat(commandOutput.err()).isEmpty();
        assertThat(commandOutput.code()).isZero();
        assertThat(commandOutput.said())
                .contains("Exécution N-000001 (reconstitution), rejets : 4")
                .contains("1 × SALLE_INCONNUE : donnees-2.csv, colonne « id_salle »")
                .contains("donnees-2.csv 3 presences ENTIER")
                .contains("(ses cellules ne se distinguent pas : 8 caractères après les 347 premiers)");
    }

    @Test
    void showsOneReasonOnlyAndTheCellsOfALineInTheOrderOfItsFile() {
        assertThat(by(servers, "rejects", "--reason", "SALLE_INCONNUE", "--json")
                        .out())
                .contains(
                        "\"cells\":{\"id_releve\":\"\",\"id_salle\":\"DEMO-9\",\"periode_debut\":\"2017-10-01\","
                            + "\"periode_fin\":\"2017-10-31\",\"grain\":\"MOIS\",\"activite\":\"ATELIER\",\"etat\":\"OUVERT\"");
        assertThat(by(servers, "rejects", "--reason", "SALLE_INCONNUE").said())
                .contains("DEMO-9 ; 2017-10-01 ; 2017-10-31 ; MOIS ; ATELIER ; OUVERT ; 3");

        CommandOutput commandOutput = by(servers, "rejects", "1", "--reason", "COLONNES", "--json");

        assertThat(commandOutput.code()).isZero();
        assertThat(commandOutput.out())
                .startsWith("{\"run\":\"N-000001\",\"demonstration\":true,\"count\":1,")
                .contains("\"rejects\":[{", "\"line\":5");
    }

    @Test
    void writesACsvThatASpreadsheetOpensWithoutComputingAndAWorkbook() throws IOException {
        Path csv = folder.resolve("rejets.csv");

        by(servers, "rejects", "N-000001", "--csv", csv.toString()).succeeded();
        String text = Files.readString(csv);
        assertThat(text)
                .startsWith("\uFEFFrejet_avertissement;rejet_execution;rejet_source;rejet_ligne;rejet_rang;rejet_table;"
                        + "rejet_colonne;rejet_motif;rejet_explication;rejet_lignes;presences;postes;id_salle;nom;")
                .contains("reconstitution;N-000001;donnees.csv;3;0;salles;postes;ENTIER;")
                .contains(";'=1+1;");
        assertThat(text.lines()).hasSize(5);

        Path xlsx = folder.resolve("rejets.xlsx");

        by(servers, "rejects", "--xlsx", xlsx.toString()).succeeded();
        assertThat(Files.size(xlsx)).isPositive();
    }

    @Test
    void neverReplacesAFileUnlessForcedAndSaysInASentenceWhatItCannotDo() throws IOException {
        Path csv = Files.writeString(folder.resolve("precieux.csv"), "précieux");

        CommandOutput refused = by(servers, "rejects", "--csv", csv.toString());
        CommandOutput forced = by(servers, "rejects", "--csv", csv.toString(), "--force");

        refused.failed(2, "il existe déjà", "--force");
        assertThat(forced.code()).isZero();
        assertThat(Files.readString(csv)).contains("ENTIER");

        CommandOutput unknown = by(servers, "rejects", "N-000099");
        CommandOutput nowhere = by(
                servers, "rejects", "--csv", folder.resolve("absent/rejets.csv").toString());

        unknown.failed(2, "Aucune exécution ne porte le numéro 99");
        nowhere.failed(2, "son dossier n'existe pas");
    }

    @Test
    void showsWhatWasCorrectedBeforeAndAfter() throws IOException {
        Path csv = folder.resolve("corrections.csv");

        CommandOutput shown = by(servers, "rejects", "--corrections");
        CommandOutput written = by(servers, "rejects", "--corrections", "--csv", csv.toString());

        assertThat(shown.said())
                .contains("Exécution N-000001 (reconstitution), corrections : 1")
                .contains("1 × ESPACES : donnees-2.csv, colonne « presences »")
                .containsPattern("donnees-2.csv +2 +presences +ESPACES +1 234 +1234");
        assertThat(written.code()).isZero();
        assertThat(Files.readString(csv)).contains(";frequentation;presences;ESPACES;1 234;1234");
    }
}
