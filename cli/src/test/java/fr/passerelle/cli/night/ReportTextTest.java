package fr.passerelle.cli.night;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.rules.explanation.BarePlan;
import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.FrequentationState;
import fr.passerelle.schemas.event.Gestion;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.PlanRoom;
import fr.passerelle.schemas.event.Siege;
import fr.passerelle.schemas.event.SiegeKind;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReportTextTest {

    private static final Siege ROOM = new Siege(SiegeKind.SALLE, "S1", "Salle de la mairie", "02001", "Bourg-A");
    private static final Siege SITE = new Siege(SiegeKind.SITE, "S1", "Ancienne gare", "02002", null);

    @Test
    void showsTheScoreOfASeatThatIsARoom() {
        assertThat(shown(plan(ROOM))).contains("Salle de la mairie", "60 (50, 70)");
    }

    @Test
    void showsNoScoreForASiteThatHasTheIdentifierOfARoom() {
        assertThat(shown(plan(SITE))).contains("Ancienne gare").doesNotContain("60 (50, 70)");
    }

    @Test
    void namesInFullThePlacesThatAnEpciChoosesFrom() {
        assertThat(shown(plan(null, ROOM, SITE)))
                .contains("(à choisir entre 2)")
                .endsWith("Ex æquo, le choix revient à CC de l'essai : "
                        + "Salle de la mairie (Bourg-A) · Ancienne gare (02002)");
    }

    @Test
    void namesInFullThePlacesBetweenWhichDataAreMissing() {
        Plan plan = plan(null);
        plan.setUndecided(List.of(ROOM, SITE));

        assertThat(shown(plan))
                .contains("(en suspens)")
                .endsWith("En suspens, faute de données, à CC de l'essai : "
                        + "Salle de la mairie (Bourg-A) · Ancienne gare (02002)");
    }

    private static String shown(Plan plan) {
        return String.join("\n", ReportText.plans(List.of(plan)));
    }

    private static Plan plan(@Nullable Siege seat, Siege... exAequo) {
        return BarePlan.of("200000001")
                .setName("CC de l'essai")
                .setTiersLieu(seat == null ? null : seat.getId())
                .setSiege(seat)
                .setExAequo(List.of(exAequo))
                .setRooms(List.of(room()))
                .setEtapes(1)
                .setAid(Arrays.stream(AidLineName.values())
                        .map(ReportTextTest::line)
                        .toList())
                .build();
    }

    private static AidLine line(AidLineName name) {
        return AidLine.newBuilder()
                .setLine(name)
                .setRate(new BigDecimal("0.5000"))
                .setCeiling(new BigDecimal("15000.00"))
                .setDecidedBy("COUT_INCONNU")
                .build();
    }

    private static PlanRoom room() {
        return PlanRoom.newBuilder()
                .setRoomId("S1")
                .setName("Salle de la mairie")
                .setInsee("02001")
                .setState(FrequentationState.NOTEE)
                .setLow(50)
                .setScore(60)
                .setHigh(70)
                .setGestion(Gestion.REGION)
                .build();
    }
}
