package fr.passerelle.proof;

import static fr.passerelle.proof.Deployments.said;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.program.Deployment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was notified stays when costs change, and later runs show the gap: told in order. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DecisionIT {

    private static final String OULCHY = "240200519";

    @TempDir
    private static Path folder;

    @AutoClose
    private Deployment system;

    @BeforeAll
    void runANight() {
        system = Deployments.published("decision", Inputs.workedCases());
    }

    @Test
    @Order(1)
    void recordsWhatThePlanInForceSays() {
        var notified = JsonMapper.shared().readTree(said(system, decision("CP-2017-142", "--json")));

        assertThat(notified.get("seat").asString()).isEqualTo("room:CAS-1");
        assertThat(amounts(notified)).containsExactly("9876.54", "9218.78", "31000.00", "21080.00", "10750.81");
        assertThat(notified.get("journalled").asBoolean()).isFalse();
    }

    @Test
    @Order(2)
    void recordsAnActOnceOnly() {
        assertThat(refused(decision("cp-2017-142"))).contains("est déjà enregistré");
    }

    @Test
    @Order(3)
    void refusesWhatHasNoPlanAndWhatIsUnknown() {
        assertThat(refused(
                        "decide", "200071983", "notified", "--act", "CP-2", "--date", "2017-12-15", "--why", "Essai"))
                .contains("n'a pas de plan en vigueur");
        assertThat(refused(
                        "decide", "999999999", "notified", "--act", "CP-2", "--date", "2017-12-15", "--why", "Essai"))
                .contains("est inconnue");
        assertThat(refused("decide", OULCHY, "notified", "--act", "CP-2", "--date", "2999-12-15", "--why", "Essai"))
                .contains("est à venir");
        assertThat(refused("decide", OULCHY, "notified", "--act", "CP-2", "--date", "0017-12-15", "--why", "Essai"))
                .contains("« 0017-12-15 » est trop ancien", "1990-01-01");
        assertThat(system.number("select count(*) from passerelle.decision")).isEqualTo(1);
    }

    @Test
    @Order(4)
    void isNoLongerTheSameNightAfterADecision() {
        system.night(Inputs.workedCases());

        assertThat(system.number("select count(*) from passerelle.run")).isEqualTo(2);
        assertThat(system.number("select count(*) from passerelle.journal where type = 'DecisionRecorded'"))
                .isEqualTo(1);
        assertThat(gaps()).isEqualTo("[]");
        assertThat(said(system, "decisions", OULCHY))
                .contains("notifiée", "CP-2017-142", "15/12/2017", "oui", "81\u00a0926,13");
    }

    @Test
    @Order(5)
    void keepsWhatWasNotifiedAndShowsTheGapWhenCostsChange() throws IOException {
        system.night(withACheaperStudy());

        assertThat(gaps()).isEqualTo("""
            [{"on": "ETUDE", "act": "CP-2017-142", "now": "8000.00", "notified": "9876.54"}, \
            {"on": "AIDE_TOTALE", "act": "CP-2017-142", "now": "80049.59", "notified": "81926.13"}]\
            """);
        assertThat(amounts(JsonMapper.shared()
                        .readTree(said(system, "decisions", "--json"))
                        .get(0)))
                .startsWith("9876.54");
    }

    @Test
    @Order(6)
    void notifiesWhatBecomesOfARoomAndShowsItWhereTheRoomIsExplained() throws IOException {
        var notified = JsonMapper.shared()
                .readTree(said(
                        system,
                        "decide",
                        "CAS-1",
                        "notified",
                        "--act",
                        "CP-9",
                        "--date",
                        "2018-01-09",
                        "--why",
                        "Vote",
                        "--json"));

        assertThat(notified.get("subject").asString()).isEqualTo("room:CAS-1");
        assertThat(notified.get("epci").asString()).isEqualTo(OULCHY);
        assertThat(notified.get("conversion").asString()).isEqualTo("TIERS_LIEU");
        assertThat(notified.get("aid").size()).isZero();
        String hash = system.night(withACheaperStudy()).get("resultHash").asString();

        assertThat(said(system, "explain", "CAS-1"))
                .contains("Décision notifiée, tiers lieu : acte CP-9 du 09/01/2018, Commission permanente.");
        assertThat(hash)
                .isEqualTo(system.text("select result_hash from passerelle.run where state = 'PUBLISHED' and run_no <"
                        + " (select max(run_no) from passerelle.run) order by run_no desc limit 1"));
        assertThat(refused("decide", "CAS-99", "notified", "--act", "CP-9", "--date", "2018-01-09", "--why", "Vote"))
                .contains("« CAS-99 » n'est ni le SIREN d'une intercommunalité");
    }

    @Test
    @Order(7)
    void endsItOnceItIsRefused() throws IOException {
        said(
                system,
                "decide",
                OULCHY,
                "refused",
                "--act",
                "2018-7",
                "--date",
                "2018-02-01",
                "--why",
                "Le conseil refuse le projet",
                "--by",
                "c-12");

        system.night(withACheaperStudy());

        assertThat(gaps()).isEqualTo("[]");
    }

    private String gaps() {
        return system.text("select doc->>'ecarts' from passerelle.current_result where not withdrawn and type = 'PLAN'"
                + " and id = '" + OULCHY + "'");
    }

    private static List<String> amounts(JsonNode decision) {
        List<String> amounts = new ArrayList<>();
        decision.get("aid")
                .forEach(aid ->
                        amounts.add(aid.get("euros").decimalValue().setScale(2).toPlainString()));
        return amounts;
    }

    private static String[] decision(String act, String... more) {
        List<String> words = new ArrayList<>(List.of("decide", OULCHY, "notified"));
        words.addAll(List.of("--act", act, "--date", "2017-12-15"));
        words.addAll(List.of("--why", "Convention signée"));
        words.addAll(List.of(more));
        return words.toArray(String[]::new);
    }

    /** The study of Oulchy costs 10 000 instead of 12 345.67. */
    private static List<String> withACheaperStudy() throws IOException {
        List<String> night = new ArrayList<>(Inputs.workedCases());
        int told = night.indexOf("--intercommunalites") + 1;
        String changed = Files.readString(Path.of(night.get(told))).replace("12345.67", "10000");
        Path file = folder.resolve("intercommunalites.csv");
        night.set(told, Files.writeString(file, changed, StandardCharsets.UTF_8).toString());
        return night;
    }

    private String refused(String... words) {
        var program = system.batch(words);
        assertThat(program.end()).as(program.output() + program.errors()).isEqualTo(2);
        assertThat(program.errors()).doesNotContain("\tat ");
        return program.errors();
    }
}
