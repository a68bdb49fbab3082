package fr.passerelle.proof;

import static fr.passerelle.proof.Deployments.said;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.program.Deployment;
import fr.passerelle.local.program.Program;
import fr.passerelle.local.program.ProgramProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The demonstration under a second barème: compared, put in force, taken back. Told in order. */
@Tag("proof")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class InForceIT {

    private static final String OTHER = "2018-01";
    private static final String REASON = "Essai du second barème";

    @TempDir
    private static Path folder;

    @AutoClose
    private Deployment system;

    private String first = "";
    private String second = "";

    @BeforeAll
    void runsANightThenReplaysItUnderAnotherBareme() {
        system = Deployments.fresh("force");
        system.events(1);
        first = hash(system.night(DemonstrationExtract.night()));
        second = replayed();
        assertThat(replayed()).isEqualTo(second);
        system.change("update passerelle.replay set result_hash = repeat('0', 64) where replay_no = 2");
        replayed("--epci", anEpci());
        said(system, "replay", "plan", "--bareme", OTHER, "--reason", REASON);
    }

    @Test
    @Order(1)
    void saysWhatAReplayWouldChangeAndWhatItIs() {
        String text = said(system, "replay", "diff", "R-000001");

        assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(text)
                .contains("R-000001", "N-000001", "2017-05", "2018-01", "2017-10", first, second)
                .contains("RECONSTITUTION", "ILLUSTRATION : le barème 2018-01", "Aide de la région", "Pourquoi");
    }

    @Test
    @Order(2)
    void countsEveryEpciOnce() {
        JsonNode diff = JsonMapper.shared().readTree(said(system, "replay", "diff", "1", "--json"));

        assertThat(diff.get("epcis").size()).isPositive();
        assertThat(diff.get("epcis").size() + diff.get("unchanged").asInt())
                .isEqualTo(Math.toIntExact(system.number(
                        "select count(distinct epci) from passerelle.current_result" + " where not withdrawn")));
    }

    @Test
    @Order(3)
    void namesTheRuleOrTheIndicatorOfEachChangedConclusion() {
        JsonNode diff = JsonMapper.shared().readTree(said(system, "replay", "diff", "R-000001", "--json"));

        assertThat(diff.get("epcis")
                        .valueStream()
                        .flatMap(epci -> epci.get("changes").valueStream()))
                .isNotEmpty()
                .filteredOn(change -> change.get("type").asString().equals("ROOM"))
                .allSatisfy(change -> assertThat(change.get("causes").size())
                        .as(change.toString())
                        .isPositive());
    }

    @Test
    @Order(4)
    void writesAPageOfItsOwnAndASheetAndReplacesNeitherUnasked() throws Exception {
        Path page = folder.resolve("diff.html");
        Path sheet = folder.resolve("diff.csv");

        said(system, "replay", "diff", "R-000001", "--html", page.toString(), "--csv", sheet.toString());

        assertThat(Files.readString(page))
                .contains("<html lang=\"fr\">", "<th scope=\"col\">", "@media print", "RECONSTITUTION", "ILLUSTRATION")
                .doesNotContain("<script", "http:", "https:", "<link", "url(");
        assertThat(Files.readAllLines(sheet).getFirst()).startsWith("\uFEFFrejeu;execution_de_base;");
        assertThat(Files.readAllLines(sheet)).hasSizeGreaterThan(10).anyMatch(line -> line.contains("reconstitution"));
        assertThat(complained(2, "replay", "diff", "R-000001", "--html", page.toString()))
                .contains("existe déjà", "--force");
        said(system, "replay", "diff", "R-000001", "--html", page.toString(), "--force");
    }

    @Test
    @Order(5)
    void comparesWithinTheScopeOnly() {
        JsonNode diff = JsonMapper.shared().readTree(said(system, "replay", "diff", "R-000003", "--json"));

        assertThat(diff.get("epcis").size() + diff.get("unchanged").asInt()).isEqualTo(1);
    }

    @Test
    @Order(6)
    void putsNothingInForceThatIsNotOfTheWholeRegionNorSaidWhy() {
        assertThat(complained(1, "replay", "put-in-force", "R-000003", "--illustration", "--reason", REASON))
                .contains("une partie de la région");
        assertThat(complained(1, "replay", "put-in-force", "R-000004", "--illustration", "--reason", REASON))
                .contains("n'est pas terminé");
        assertThat(complained(1, "replay", "diff", "R-000004")).contains("n'a pas de résultats à comparer");
        assertThat(complained(2, "replay", "put-in-force", "R-000009", "--illustration", "--reason", REASON))
                .contains("Aucun rejeu ne porte le numéro 9");
        assertThat(complained(
                        2, "replay", "put-in-force", "R-000001", "--illustration", "--reason", "Mme Durand le veut"))
                .contains("semble désigner une personne")
                .doesNotContain("Durand");
        assertThat(complained(1, "replay", "rollback", "R-000001", "--reason", REASON))
                .contains("n'est pas ce qui est en vigueur");
        assertThat(system.number("select count(*) from passerelle.run")).isEqualTo(1);
    }

    @Test
    @Order(6)
    void putsAnIllustrationInForceOnAReconstructionOnlyAndWhereItIsAccepted() {
        assertThat(complained(2, "replay", "put-in-force", "R-000001", "--reason", REASON))
                .contains("« 2018-01 » du rejeu R-000001 est une illustration", "ajoutez --illustration");
        system.change("update passerelle.run set demonstration = false where run_no = 1");
        assertThat(complained(2, "replay", "put-in-force", "R-000001", "--illustration", "--reason", REASON))
                .contains("ne se met pas en vigueur sur des données réelles", "un barème voté");
        system.change("update passerelle.run set demonstration = true where run_no = 1");
        assertThat(system.number("select count(*) from passerelle.run")).isEqualTo(1);
    }

    @Test
    @Order(7)
    void publishesNothingThatWasNotShown() {
        String why = complained(1, "replay", "put-in-force", "R-000002", "--illustration", "--reason", REASON);

        assertThat(why).contains("ne sont pas ceux qui étaient attendus", second, "Rien n'est publié", "abandon");
        assertThat(current()).isEqualTo(first);
        said(system, "abandon", "N-000002", "--reason", "essai");
        assertThat(current()).isEqualTo(first);
    }

    @Test
    @Order(8)
    void putsInForceWhatWasShownAlsoAfterAKill() {
        ProgramProcess killed = system.batchStoppedAt(
                "before-publish",
                List.of("replay", "put-in-force", "R-000001", "--illustration", "--reason", REASON, "--by", "c-12"));
        assertThat(killed.killNine()).isEqualTo(ProgramProcess.KILLED);
        assertThat(current()).isEqualTo(first);

        JsonNode report = system.restart();

        assertThat(current()).isEqualTo(second);
        assertThat(system.text("select kind || ' ' || bareme_id || ' ' || state from passerelle.run where run_no = 3"))
                .isEqualTo("PUT_IN_FORCE 2018-01 PUBLISHED");
        assertThat(system.text(
                        "select step || ' ' || account || ' ' || run_no || ' ' || reason from passerelle.replay_step"
                                + " order by step_no desc limit 1"))
                .isEqualTo("PUT_IN_FORCE c-12 3 " + REASON);
        assertThat(listed("R-000001")).contains("en vigueur");
        assertThat(listed("R-000002")).contains("terminé").doesNotContain("en vigueur");
        assertThat(new Log(system).duplicates()).isEmpty();
        assertThatTheEurosAreThoseThatWereShown(report.get("aid"));
    }

    @Test
    @Order(9)
    void keepsTheBaremeInForceTheNextNight() {
        assertThat(complained(1, under("2017-05").toArray(String[]::new)))
                .contains("n'est pas celui qui est en vigueur (« 2018-01 »)", "./passerelle replay");

        assertThat(hash(system.night(DemonstrationExtract.night()))).isEqualTo(second);
        assertThat(listed("R-000001")).contains("en vigueur");

        assertThat(system.text("select bareme_id from passerelle.run order by run_no desc limit 1"))
                .isEqualTo("2018-01");
        assertThat(complained(1, "replay", "put-in-force", "R-000001", "--illustration", "--reason", REASON))
                .contains("déjà en vigueur");
    }

    @Test
    @Order(10)
    void goesBackToTheFirstHash() {
        said(system, "replay", "rollback", "R-000001", "--reason", "Retour au barème voté");

        assertThat(current()).isEqualTo(first);
        assertThat(system.text("select bareme_id from passerelle.run order by run_no desc limit 1"))
                .isEqualTo("2017-05");
        assertThat(system.text("select step from passerelle.replay_step order by step_no desc limit 1"))
                .isEqualTo("ROLLBACK");
        assertThat(listed("R-000001")).contains("retiré").doesNotContain("en vigueur");
        assertThat(complained(1, "replay", "rollback", "R-000001", "--reason", REASON))
                .contains("n'est pas ce qui est en vigueur");
        assertThat(new Log(system).duplicates()).isEmpty();
    }

    @Test
    @Order(11)
    void doesNotGoBackOverWhatCameSince() {
        said(system, "replay", "put-in-force", "R-000001", "--illustration", "--reason", REASON);
        assertThat(current()).isEqualTo(second);
        assertThat(listed("R-000001")).contains("en vigueur").doesNotContain("retiré");
        said(system, "decide", anEpci(), "observations", "--act", "2018-7", "--date", "2018-02-01", "--why", "Essai");
        system.night(DemonstrationExtract.night());

        assertThat(complained(1, "replay", "rollback", "R-000001", "--reason", REASON))
                .contains("Des données ont été inscrites", "Préparez un rejeu sous l'ancien barème");
        assertThat(complained(1, "replay", "put-in-force", "R-000002", "--illustration", "--reason", REASON))
                .contains("Des données ont été inscrites");
    }

    private String listed(String replay) {
        return said(system, "replay", "list")
                .lines()
                .filter(line -> line.contains(replay))
                .findFirst()
                .orElseThrow();
    }

    private void assertThatTheEurosAreThoseThatWereShown(JsonNode aid) {
        JsonNode diff = JsonMapper.shared().readTree(said(system, "replay", "diff", "R-000001", "--json"));
        assertThat(diff.get("euros"))
                .filteredOn(line -> !line.get("line").asString().startsWith("BUDGET"))
                .hasSize(6)
                .allSatisfy(line -> assertThat(line.get("after").decimalValue())
                        .isEqualByComparingTo(
                                aid.get(line.get("line").asString().replace("AIDE_TOTALE", "TOTAL"))
                                        .decimalValue()));
    }

    /** The hash of a new replay that has run. */
    private String replayed(String... scope) {
        List<String> plan = new ArrayList<>(List.of("replay", "plan", "--bareme", OTHER, "--reason", REASON, "--json"));
        plan.addAll(List.of(scope));
        String id = JsonMapper.shared()
                .readTree(said(system, plan.toArray(String[]::new)))
                .get("replay")
                .asString();
        return hash(JsonMapper.shared().readTree(said(system, "replay", "run", id, "--json")));
    }

    private static List<String> under(String bareme) {
        List<String> night = new ArrayList<>(DemonstrationExtract.night());
        night.addAll(List.of("--bareme", bareme));
        return night;
    }

    private static String hash(JsonNode report) {
        return report.get("resultHash").asString();
    }

    private String current() {
        return system.text("select r.result_hash from passerelle.current_run c join passerelle.run r using (run_no)");
    }

    private String anEpci() {
        return system.text("select min(id) from passerelle.current_result where type = 'PLAN' and not withdrawn");
    }

    private String complained(int code, String... words) {
        Program program = system.batch(words);
        assertThat(program.end()).as(program.output() + program.errors()).isEqualTo(code);
        assertThat(program.errors()).doesNotContain("\tat ");
        return program.errors();
    }
}
