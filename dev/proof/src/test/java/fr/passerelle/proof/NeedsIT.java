package fr.passerelle.proof;

import static fr.passerelle.proof.Deployments.said;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.program.Deployment;
import fr.passerelle.local.program.ProgramProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was asked for in the diagnostics: told to the log as a state, killed and taken up like its step, and of no effect on any proposal. */
@Tag("proof")
class NeedsIT {

    private static final String HERE = "240200519";
    private static final String THERE = "240200592";
    private static final String FABLAB = HERE + ";2016-11-05;HABITANTS;fablab;;12;Enquête";
    private static final String SMALL = HERE + ";2016-11-05;ELUS;Borne d'impression;;3;Réunion";
    private static final String ELSEWHERE = THERE + ";2016-10-01;ENTREPRISES;télétravail;;7;Enquête";
    private static final String RECORDS = "select count(*) from passerelle.journal where type = 'NeedsReported'";

    @TempDir
    private Path folder;

    /** They go through the step of the territories, in its one transaction. */
    @Test
    @Tag("I8")
    void areToldOnceAfterAKillAndChangeNoProposal() {
        try (Deployment system = Deployments.fresh("needs")) {
            system.events(1);
            String without =
                    system.night(Inputs.workedCases()).get("resultHash").asString();
            long proposals = new Log(system).proposals();

            ProgramProcess night = system.batchStoppedAt("territories", night(FABLAB, SMALL, ELSEWHERE));
            assertThat(night.killNine()).isEqualTo(ProgramProcess.KILLED);
            assertThat(system.number(RECORDS)).isZero();
            assertThat(system.number("select count(*) from passerelle.needs")).isZero();
            system.restart();

            assertThat(system.text("select result_hash from passerelle.run order by run_no desc limit 1"))
                    .isEqualTo(without);
            assertThat(system.number(RECORDS)).isEqualTo(2);
            assertThat(new Log(system).duplicates()).isEmpty();
            assertThat(exported(system)).contains(";HABITANTS;FONCTION;FABLAB;12;non;", ";3;non;Réunion;");
            assertThat(exported(system, "--public"))
                    .contains(";HABITANTS;FONCTION;FABLAB;12;non;", ";;oui;")
                    .doesNotContain("Réunion", "Enquête", "2016-11-05");
            assertThat(new Log(system).proposals()).isEqualTo(proposals);
            assertThat(said(system, "verify", "--deep")).contains("Tout concorde");
        }
    }

    private String exported(Deployment system, String... more) {
        Path file = folder.resolve("export" + String.join("", more) + ".csv");
        List<String> command = new ArrayList<>(
                List.of("export", "besoins", "--format", "csv", "--force", "--output", file.toString()));
        command.addAll(List.of(more));
        said(system, command.toArray(String[]::new));
        return Tree.read(file);
    }

    private List<String> night(String... rows) {
        List<String> night = new ArrayList<>(Inputs.workedCases());
        night.add("--besoins");
        night.add(file(rows));
        return night;
    }

    private String file(String... rows) {
        return Tree.write(
                        folder.resolve("besoins.csv"),
                        "epci_siren;date;public;objet;commune;demandes;source\n" + String.join("\n", rows) + "\n")
                .toString();
    }
}
