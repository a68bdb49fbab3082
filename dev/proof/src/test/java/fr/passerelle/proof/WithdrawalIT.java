package fr.passerelle.proof;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.program.Deployment;
import fr.passerelle.local.program.ProgramProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A register that is withdrawn leaves the results as if it had never come, killed in the middle or not. */
class WithdrawalIT {

    private static final int PRESENCES = 9;

    @TempDir
    private Path folder;

    @AutoClose
    private Deployment system;

    private List<String> first = List.of();
    private String asOf = "";
    private String withFirst = "";

    @BeforeEach
    void importsTheFirstRegister() {
        system = Deployments.fresh("withdrawal");
        system.events(1);
        first = Inputs.workedCases();
        var report = system.night(first);
        withFirst = report.get("resultHash").asString();
        asOf = system.text("select as_of from passerelle.run where run_no = 1");
    }

    @Test
    void givesTheHashOfTheFirstRegisterAlone() throws Exception {
        var withdrawal = system.batch(withdrawalOf(importedSecond()).toArray(String[]::new));

        assertThat(withdrawal.end())
                .as(withdrawal.output() + withdrawal.errors())
                .isIn(0, 3);
        assertThat(JsonMapper.shared()
                        .readTree(withdrawal.output())
                        .get("resultHash")
                        .asString())
                .isEqualTo(withFirst);
        assertThat(new Log(system).duplicates()).isEmpty();
        assertThatItOnlyTakesMonthsBack();
    }

    private void assertThatItOnlyTakesMonthsBack() {
        var runs = system.batch("runs");

        assertThat(runs.end()).isZero();
        assertThat(runs.output()).containsPattern("N-000003 +retrait de +publiée");
        assertThat(system.text("select string_agg(distinct type, ' ') from passerelle.journal"
                        + " where run_no = 3 and type not like 'Run%'"))
                .isEqualTo("MonthReported");
    }

    @Test
    void givesItAlsoAfterAKillInTheMiddle() throws Exception {
        var batch = system.batchStoppedAt("fold-chunk-1", withdrawalOf(importedSecond()));

        assertThat(system.number("select count(*) from passerelle.file_import where withdrawn_by is not null"))
                .isEqualTo(1);
        assertThat(batch.killNine()).isEqualTo(ProgramProcess.KILLED);

        assertThat(system.restart().get("resultHash").asString()).isEqualTo(withFirst);
        assertThat(new Log(system).duplicates()).isEmpty();
    }

    @Test
    void onlyAWithdrawalGoesBackToAnEarlierMonth() throws Exception {
        String later = YearMonth.parse(asOf).plusMonths(2).toString();
        Path second = importedSecond(later);

        assertThat(month(system.night(withMore("--force")))).isEqualTo(later);
        assertThat(month(system.night(withMore("--replaces", Tree.sha256(second)))))
                .isEqualTo(asOf);
    }

    private List<String> withMore(String... more) {
        return Stream.concat(first.stream(), Stream.of(more)).toList();
    }

    private static String month(JsonNode report) {
        return report.get("asOf").asString();
    }

    private Path importedSecond() throws IOException {
        return importedSecond(asOf);
    }

    private Path importedSecond(String month) throws IOException {
        Path second = second();
        List<String> night = new ArrayList<>(first);
        night.set(night.indexOf("--attendance") + 1, second.toString());
        night.addAll(List.of("--as-of", month));
        assertThat(system.night(night).get("resultHash").asString()).isNotEqualTo(withFirst);
        return second;
    }

    private List<String> withdrawalOf(Path file) throws IOException {
        return List.of("withdraw", Tree.sha256(file), "--reason", "test de registre", "--as-of", asOf, "--json");
    }

    /** Other presences for the same months, and a thousand and more records that the first register does not have. */
    private Path second() throws IOException {
        List<String> lines = Files.readAllLines(Path.of(first.get(first.indexOf("--attendance") + 1)));
        List<String> others = new ArrayList<>(List.of(lines.getFirst()));
        lines.stream().skip(1).map(WithdrawalIT::doubled).forEach(others::add);
        String room = lines.get(1).split(";", -1)[1];
        for (int n = 0; n < 1_500; n++) {
            others.add("second-%d;%s;%s-10;%s-10;JOUR;ATELIER;OUVERT;1;1;2;2;;;".formatted(n, room, asOf, asOf));
        }
        return Files.writeString(
                folder.resolve("second.csv"), String.join("\n", others) + "\n", StandardCharsets.UTF_8);
    }

    private static String doubled(String line) {
        String[] cells = line.split(";", -1);
        if (cells[PRESENCES].matches("\\d+")) {
            cells[PRESENCES] = String.valueOf(Long.parseLong(cells[PRESENCES]) * 2);
        }
        return String.join(";", Arrays.asList(cells));
    }
}
