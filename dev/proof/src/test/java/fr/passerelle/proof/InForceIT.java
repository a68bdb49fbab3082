package fr.passerelle.proof;

import static fr.passerelle.proof.Deployments.count;
import static fr.passerelle.proof.Deployments.ended;
import static fr.passerelle.proof.Deployments.hash;
import static fr.passerelle.proof.Deployments.json;
import static fr.passerelle.proof.Deployments.killed;
import static fr.passerelle.proof.Deployments.latest;
import static fr.passerelle.proof.Deployments.refused;
import static fr.passerelle.proof.Deployments.said;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.program.Deployment;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The demonstration under a second barème: compared, put in force, taken back. Told in order. */
@Tag("proof")
@Story.Told
class InForceIT {

    private static final String OTHER = "2018-01";
    private static final String REASON = "Essai du second barème";

    @TempDir
    private static Path folder;

    @AutoClose
    private final Deployment system = Deployments.published("force", Inputs.extract());

    private final String first = latest(system, "result_hash");
    private String second = "";

    @BeforeAll
    void replaysTheNightUnderAnotherBareme() {
        second = replayed("");
        assertThat(replayed("")).isEqualTo(second);
        system.change("update passerelle.study set answer_hash = repeat('0', 64) where study_id = 'R-000002'");
        replayed("--epci " + anEpci());
        said(system, "replay plan --bareme %s --reason %s", OTHER, REASON);
    }

    @Test
    void saysWhatAReplayWouldChangeAndWhatItIs() {
        String text = said(system, "replay diff R-000001");

        assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(text)
                .contains("R-000001", "N-000001", "2017-05", "2018-01", "2017-10", first, second)
                .contains("RECONSTITUTION", "ILLUSTRATION : le barème 2018-01", "Aide de la région", "Pourquoi");
    }

    @Test
    void countsEveryEpciOnce() {
        JsonNode diff = json(system, "replay diff 1 --json");

        assertThat(diff.get("epcis").size()).isPositive();
        assertThat(diff.get("epcis").size() + diff.get("unchanged").asInt())
                .isEqualTo(Math.toIntExact(system.number(
                        "select count(distinct epci) from passerelle.current_result" + " where not withdrawn")));
    }

    @Test
    void namesTheRuleOrTheIndicatorOfEachChangedConclusion() {
        assertThat(json(system, "replay diff R-000001 --json")
                        .get("epcis")
                        .valueStream()
                        .flatMap(epci -> epci.get("changes").valueStream()))
                .isNotEmpty()
                .filteredOn(change -> change.get("type").asString().equals("ROOM"))
                .allSatisfy(change -> assertThat(change.get("causes").size())
                        .as(change.toString())
                        .isPositive());
    }

    @Test
    void writesAPageOfItsOwnAndASheetAndReplacesNeitherUnasked() throws Exception {
        Path page = folder.resolve("diff.html");
        Path sheet = folder.resolve("diff.csv");

        said(system, "replay diff R-000001 --html %s --csv %s", page, sheet);

        assertThat(Files.readString(page))
                .contains("<html lang=\"fr\">", "<th scope=\"col\">", "@media print", "RECONSTITUTION", "ILLUSTRATION")
                .doesNotContain("<script", "http:", "https:", "<link", "url(");
        assertThat(Files.readAllLines(sheet).getFirst()).startsWith("\uFEFFrejeu;execution_de_base;");
        assertThat(Files.readAllLines(sheet)).hasSizeGreaterThan(10).anyMatch(line -> line.contains("reconstitution"));
        assertThat(refused(system, 2, "replay diff R-000001 --html %s", page)).contains("existe déjà", "--force");
        said(system, "replay diff R-000001 --html %s --force", page);
    }

    @Test
    void comparesWithinTheScopeOnly() {
        JsonNode diff = json(system, "replay diff R-000003 --json");

        assertThat(diff.get("epcis").size() + diff.get("unchanged").asInt()).isEqualTo(1);
    }

    @Test
    void putsNothingInForceThatIsNotOfTheWholeRegionNorSaidWhy() {
        assertThat(refused(system, 1, "replay put-in-force R-000003 --illustration --reason %s", REASON))
                .contains("une partie de la région");
        assertThat(refused(system, 1, "replay put-in-force R-000004 --illustration --reason %s", REASON))
                .contains("n'est pas terminé");
        assertThat(refused(system, 1, "replay diff R-000004")).contains("n'a pas de résultats à comparer");
        assertThat(refused(system, 2, "replay put-in-force R-000009 --illustration --reason %s", REASON))
                .contains("Aucun rejeu ne porte le numéro 9");
        assertThat(refused(system, 2, "replay put-in-force R-000001 --illustration --reason %s", "Mme Durand le veut"))
                .contains("semble désigner une personne")
                .doesNotContain("Durand");
        assertThat(refused(system, 1, "replay rollback R-000001 --reason %s", REASON))
                .contains("n'est pas ce qui est en vigueur");
        assertThat(count(system, "run")).isEqualTo(1);
    }

    @Test
    void putsAnIllustrationInForceOnAReconstructionOnlyAndWhereItIsAccepted() {
        assertThat(refused(system, 2, "replay put-in-force R-000001 --reason %s", REASON))
                .contains("« 2018-01 » du rejeu R-000001 est une illustration", "ajoutez --illustration");
        system.change("update passerelle.run set demonstration = false where run_no = 1");
        assertThat(refused(system, 2, "replay put-in-force R-000001 --illustration --reason %s", REASON))
                .contains("ne se met pas en vigueur sur des données réelles", "un barème voté");
        system.change("update passerelle.run set demonstration = true where run_no = 1");
        assertThat(count(system, "run")).isEqualTo(1);
    }

    @Test
    void publishesNothingThatWasNotShown() {
        String why = refused(system, 1, "replay put-in-force R-000002 --illustration --reason %s", REASON);

        assertThat(why).contains("ne sont pas ceux qui étaient attendus", second, "Rien n'est publié", "abandon");
        assertThat(current()).isEqualTo(first);
        said(system, "abandon N-000002 --reason essai");
        assertThat(current()).isEqualTo(first);
    }

    @Test
    void putsInForceWhatWasShownAlsoAfterAKill() {
        killed(system, "before-publish", "replay put-in-force R-000001 --illustration --by c-12 --reason %s", REASON);
        assertThat(current()).isEqualTo(first);

        JsonNode report = system.restart();

        assertThat(current()).isEqualTo(second);
        assertThat(system.text("select kind || ' ' || bareme_id || ' ' || state from passerelle.run where run_no = 3"))
                .isEqualTo("PUT_IN_FORCE 2018-01 PUBLISHED");
        assertThat(system.text(
                        "select step || ' ' || account || ' ' || run_no || ' ' || reason from passerelle.study_step"
                                + " order by step_no desc limit 1"))
                .isEqualTo("ADOPT c-12 3 " + REASON);
        assertThat(listed("R-000001")).contains("en vigueur");
        assertThat(listed("R-000002")).contains("terminé").doesNotContain("en vigueur");
        assertThat(new Log(system).duplicates()).isEmpty();
        assertThatTheEurosAreThoseThatWereShown(report.get("aid"));
    }

    @Test
    void keepsTheBaremeInForceTheNextNight() {
        assertThat(ended(system, 1, Inputs.and(Inputs.extract(), "--bareme", "2017-05"))
                        .errors())
                .contains("n'est pas celui qui est en vigueur (« 2018-01 »)", "./passerelle replay");

        assertThat(hash(system, Inputs.extract())).isEqualTo(second);
        assertThat(listed("R-000001")).contains("en vigueur");

        assertThat(latest(system, "bareme_id")).isEqualTo("2018-01");
        assertThat(refused(system, 1, "replay put-in-force R-000001 --illustration --reason %s", REASON))
                .contains("déjà en vigueur");
    }

    @Test
    void goesBackToTheFirstHash() {
        said(system, "replay rollback R-000001 --reason %s", "Retour au barème voté");

        assertThat(current()).isEqualTo(first);
        assertThat(latest(system, "bareme_id")).isEqualTo("2017-05");
        assertThat(system.text("select step from passerelle.study_step order by step_no desc limit 1"))
                .isEqualTo("ROLLBACK");
        assertThat(listed("R-000001")).contains("retiré").doesNotContain("en vigueur");
        assertThat(refused(system, 1, "replay rollback R-000001 --reason %s", REASON))
                .contains("n'est pas ce qui est en vigueur");
        assertThat(new Log(system).duplicates()).isEmpty();
    }

    @Test
    void doesNotGoBackOverWhatCameSince() {
        said(system, "replay put-in-force R-000001 --illustration --reason %s", REASON);
        assertThat(current()).isEqualTo(second);
        assertThat(listed("R-000001")).contains("en vigueur").doesNotContain("retiré");
        said(system, "decide %s observations --act 2018-7 --date 2018-02-01 --why Essai", anEpci());
        system.night(Inputs.extract());

        assertThat(refused(system, 1, "replay rollback R-000001 --reason %s", REASON))
                .contains("Des données ont été inscrites", "Préparez un rejeu sous l'ancien barème");
        assertThat(refused(system, 1, "replay put-in-force R-000002 --illustration --reason %s", REASON))
                .contains("Des données ont été inscrites");
    }

    private String listed(String replay) {
        return said(system, "replay list")
                .lines()
                .filter(line -> line.contains(replay))
                .findFirst()
                .orElseThrow();
    }

    private void assertThatTheEurosAreThoseThatWereShown(JsonNode aid) {
        assertThat(json(system, "replay diff R-000001 --json").get("euros"))
                .filteredOn(line -> !line.get("line").asString().startsWith("BUDGET"))
                .hasSize(6)
                .allSatisfy(line -> assertThat(line.get("after").decimalValue())
                        .isEqualByComparingTo(
                                aid.get(line.get("line").asString().replace("AIDE_TOTALE", "TOTAL"))
                                        .decimalValue()));
    }

    private String current() {
        return system.text("select r.result_hash from passerelle.current_run c join passerelle.run r using (run_no)");
    }

    private String anEpci() {
        return system.text("select min(id) from passerelle.current_result where type = 'PLAN' and not withdrawn");
    }

    /** The hash of a new replay that has run. */
    private String replayed(String scope) {
        String plan = "replay plan --bareme 2018-01 --reason %s --json " + scope;
        String id = json(system, plan.strip(), REASON).get("replay").asString();
        return json(system, "replay run %s --json", id).get("resultHash").asString();
    }
}
