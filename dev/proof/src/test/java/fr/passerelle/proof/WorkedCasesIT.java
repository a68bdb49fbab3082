package fr.passerelle.proof;

import static fr.passerelle.proof.Deployments.json;
import static fr.passerelle.proof.Deployments.said;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.program.Deployment;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The five rooms and three plans of docs/worked-cases.md, computed by hand, through the real job. */
@Story
class WorkedCasesIT {

    @AutoClose
    private final Deployment system = Deployments.published("worked", Inputs.workedCases());

    @Test
    void scoresTheFiveRoomsAsByHand() {
        assertThat(column("SCORE", "state, score, low, high, months_open, months_observed, population_served"))
                .isEqualTo("""
                    CAS-1 NOTEE 73 73 73 24 24 1336.500000
                    CAS-2 NOTEE 76 57 82 11 10 1336.500000
                    CAS-3 NOTEE 52 39 64 24 20 2523.000000
                    CAS-4 NOTEE 30 22 47 24 24 4416.000000
                    CAS-5 DONNEES_INSUFFISANTES - - - 24 9 5560.000000\
                    """);
    }

    @Test
    void convertsTheRoomsOfTheRegionAsByHand() {
        assertThat(column("CONVERSION", "kind, candidature, provisoire, sessions_a_month"))
                .isEqualTo("""
                    CAS-1 TIERS_LIEU RETENUE false 0
                    CAS-3 ETAPE_NOMADE A_INSTRUIRE true 2
                    CAS-4 ETAPE_NOMADE SOUS_LE_SEUIL true 1
                    CAS-5 ETAPE_NOMADE DONNEES_INSUFFISANTES true 2\
                    """);
    }

    @Test
    void financesTheThreePlansAsByHand() {
        assertThat(column("PLAN", "besoin, tiers_lieu, etapes, aid_total, left_total, theoretical_ceiling"))
                .isEqualTo("""
                    240200519 MOYEN CAS-1 1 81926.13 74353.64 115000.00
                    240200592 MOYEN - 1 6666.66 1666.67 115000.00
                    240200634 ELEVE - 1 - - 115000.00\
                    """);
    }

    @Test
    void asksForTheMonthsThatTheScoresMiss() {
        var epcis = json(system, "relances --json").get("epcis");
        var asked = new TreeMap<String, Integer>();
        epcis.forEach(epci -> epci.get("rooms")
                .forEach(room ->
                        asked.put(room.get("id").asString(), room.get("months").size())));
        assertThat(asked).isEqualTo(Map.of("CAS-2", 1, "CAS-3", 4, "CAS-5", 15));
    }

    @Test
    void writesALetterForEachEpci() {
        assertThat(said(system, "relances"))
                .contains("Objet : relevés de fréquentation", "(CAS-3) :")
                .doesNotContain("CAS-1");
    }

    private String column(String type, String fields) {
        var cells = fields.replaceAll("(\\w+)(, )?", " || ' ' || coalesce(doc->>'$1', '-')");
        return system.text("select string_agg(id" + cells + ", chr(10) order by id)"
                + " from passerelle.current_result where not withdrawn and type = '" + type + "'");
    }
}
