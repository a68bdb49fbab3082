package fr.passerelle.proof;

import static fr.passerelle.proof.Deployments.count;
import static fr.passerelle.proof.Deployments.hash;
import static fr.passerelle.proof.Deployments.killed;
import static fr.passerelle.proof.Deployments.latest;
import static fr.passerelle.proof.Deployments.said;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.program.Deployment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A register that is withdrawn leaves the results as if it had never come, killed in the middle or not. */
class WithdrawalIT {

    private static final int PRESENCES = 9;

    @TempDir
    private Path folder;

    @AutoClose
    private final Deployment system = Deployments.published("withdrawal", Inputs.workedCases());

    private final String asOf = latest(system, "as_of");
    private final String withFirst = latest(system, "result_hash");

    @Test
    void givesTheHashOfTheFirstRegisterAlone() throws Exception {
        assertThat(hash(system, withdrawalOf(importedSecond()))).isEqualTo(withFirst);
        assertThat(new Log(system).duplicates()).isEmpty();
        assertThatItOnlyTakesMonthsBack();
    }

    private void assertThatItOnlyTakesMonthsBack() {
        assertThat(said(system, "runs")).containsPattern("N-000003 +retrait de +publiée");
        assertThat(system.text("select string_agg(distinct type, ' ') from passerelle.journal"
                        + " where run_no = 3 and type not like 'Run%'"))
                .isEqualTo("MonthReported");
    }

    @Test
    void givesItAlsoAfterAKillInTheMiddle() throws Exception {
        var batch = system.batchStoppedAt("fold-chunk-1", withdrawalOf(importedSecond()));

        assertThat(count(system, "file_import where withdrawn_by is not null")).isEqualTo(1);
        killed(batch);

        assertThat(system.restart().get("resultHash").asString()).isEqualTo(withFirst);
        assertThat(new Log(system).duplicates()).isEmpty();
    }

    @Test
    void onlyAWithdrawalGoesBackToAnEarlierMonth() throws Exception {
        String later = YearMonth.parse(asOf).plusMonths(2).toString();
        Path second = importedSecond(later);

        assertThat(system.night(Inputs.forced()).get("asOf").asString()).isEqualTo(later);
        assertThat(system.night(Inputs.and(Inputs.workedCases(), "--replaces", Tree.sha256(second)))
                        .get("asOf")
                        .asString())
                .isEqualTo(asOf);
    }

    private Path importedSecond() throws IOException {
        return importedSecond(asOf);
    }

    private Path importedSecond(String month) throws IOException {
        Path second = second();
        List<String> night = Inputs.with(Inputs.workedCases(), "--attendance", second);
        assertThat(hash(system, Inputs.and(night, "--as-of", month))).isNotEqualTo(withFirst);
        return second;
    }

    private List<String> withdrawalOf(Path file) throws IOException {
        return List.of("withdraw", Tree.sha256(file), "--reason", "test de registre", "--as-of", asOf);
    }

    /** Other presences for the same months, and a thousand and more records that the first register does not have. */
    private Path second() throws IOException {
        List<String> lines = Files.readAllLines(Inputs.WORKED.resolve("frequentation.csv"));
        List<String> others = new ArrayList<>(List.of(lines.getFirst()));
        lines.stream().skip(1).map(WithdrawalIT::doubled).forEach(others::add);
        String room = lines.get(1).split(";", -1)[1];
        for (int n = 0; n < 1_500; n++) {
            others.add("second-%d;%s;%s-10;%s-10;JOUR;ATELIER;OUVERT;1;1;2;2;;;".formatted(n, room, asOf, asOf));
        }
        return Tree.write(folder.resolve("second.csv"), String.join("\n", others) + "\n");
    }

    private static String doubled(String line) {
        String[] cells = line.split(";", -1);
        if (cells[PRESENCES].matches("\\d+")) {
            cells[PRESENCES] = String.valueOf(Long.parseLong(cells[PRESENCES]) * 2);
        }
        return String.join(";", Arrays.asList(cells));
    }
}
