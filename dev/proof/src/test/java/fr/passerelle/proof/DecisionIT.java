package fr.passerelle.proof;

import static fr.passerelle.proof.Deployments.count;
import static fr.passerelle.proof.Deployments.hash;
import static fr.passerelle.proof.Deployments.json;
import static fr.passerelle.proof.Deployments.refused;
import static fr.passerelle.proof.Deployments.said;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.program.Deployment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What was notified stays when costs change, and later runs show the gap: told in order. */
@Story.Told
class DecisionIT {

    private static final String OULCHY = "240200519";
    private static final String NOTIFIED = "decide %s notified --act %s --date %s --why Convention";

    @TempDir
    private static Path folder;

    @AutoClose
    private final Deployment system = Deployments.published("decision", Inputs.workedCases());

    @Test
    void recordsWhatThePlanInForceSaysAndAnActOnceOnly() {
        var notified = json(system, NOTIFIED + " --json", OULCHY, "CP-2017-142", "2017-12-15");

        assertThat(notified.get("seat").asString()).isEqualTo("room:CAS-1");
        assertThat(amounts(notified)).containsExactly("9876.54", "9218.78", "31000.00", "21080.00", "10750.81");
        assertThat(notified.get("journalled").asBoolean()).isFalse();

        assertThat(refused(system, 2, NOTIFIED, OULCHY, "cp-2017-142", "2017-12-15"))
                .contains("est déjà enregistré");
    }

    @Test
    void refusesWhatHasNoPlanAndWhatIsUnknown() {
        assertThat(refused(system, 2, NOTIFIED, "200071983", "CP-2", "2017-12-15"))
                .contains("n'a pas de plan en vigueur");
        assertThat(refused(system, 2, NOTIFIED, "999999999", "CP-2", "2017-12-15"))
                .contains("est inconnue");
        assertThat(refused(system, 2, NOTIFIED, OULCHY, "CP-2", "2999-12-15")).contains("est à venir");
        assertThat(refused(system, 2, NOTIFIED, OULCHY, "CP-2", "0017-12-15"))
                .contains("« 0017-12-15 » est trop ancien", "1990-01-01");
        assertThat(count(system, "decision")).isEqualTo(1);
    }

    @Test
    void isNoLongerTheSameNightAfterADecision() {
        system.night(Inputs.workedCases());

        assertThat(count(system, "run")).isEqualTo(2);
        assertThat(count(system, "journal where type = 'DecisionRecorded'")).isEqualTo(1);
        assertThat(gaps()).isEqualTo("[]");
        assertThat(said(system, "decisions %s", OULCHY))
                .contains("notifiée", "CP-2017-142", "15/12/2017", "oui", "81\u00a0926,13");
    }

    @Test
    void keepsWhatWasNotifiedAndShowsTheGapWhenCostsChange() {
        system.night(withACheaperStudy());

        assertThat(gaps()).isEqualTo("""
            [{"on": "ETUDE", "act": "CP-2017-142", "now": "8000.00", "notified": "9876.54"}, \
            {"on": "AIDE_TOTALE", "act": "CP-2017-142", "now": "80049.59", "notified": "81926.13"}]\
            """);
        assertThat(amounts(json(system, "decisions", "--json").get(0))).startsWith("9876.54");
    }

    @Test
    void notifiesWhatBecomesOfARoomAndShowsItWhereTheRoomIsExplained() {
        var notified = json(system, NOTIFIED + " --json", "CAS-1", "CP-9", "2018-01-09");

        assertThat(notified.get("subject").asString()).isEqualTo("room:CAS-1");
        assertThat(notified.get("epci").asString()).isEqualTo(OULCHY);
        assertThat(notified.get("conversion").asString()).isEqualTo("TIERS_LIEU");
        assertThat(notified.get("aid").size()).isZero();
        String hash = hash(system, withACheaperStudy());

        assertThat(said(system, "explain CAS-1"))
                .contains("Décision notifiée, tiers lieu : acte CP-9 du 09/01/2018, Commission permanente.");
        assertThat(hash)
                .isEqualTo(system.text("select result_hash from passerelle.run where state = 'PUBLISHED' and run_no <"
                        + " (select max(run_no) from passerelle.run) order by run_no desc limit 1"));
        assertThat(refused(system, 2, NOTIFIED, "CAS-99", "CP-9", "2018-01-09"))
                .contains("« CAS-99 » n'est ni le SIREN d'une intercommunalité");
    }

    @Test
    void endsItOnceItIsRefused() {
        said(
                system,
                "decide %s refused --act 2018-7 --date 2018-02-01 --why %s --by c-12",
                OULCHY,
                "Le conseil refuse le projet");

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

    /** The study of Oulchy costs 10 000 instead of 12 345.67. */
    private static List<String> withACheaperStudy() {
        String told = Tree.read(Inputs.file(Inputs.workedCases(), "--intercommunalites"));
        Path file = Tree.write(folder.resolve("intercommunalites.csv"), told.replace("12345.67", "10000"));
        return Inputs.with(Inputs.workedCases(), "--intercommunalites", file);
    }
}
