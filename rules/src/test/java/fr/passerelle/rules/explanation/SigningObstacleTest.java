package fr.passerelle.rules.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.Concurrent;
import fr.passerelle.schemas.event.ConditionJugee;
import fr.passerelle.schemas.event.Conflit;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.Reponse;
import fr.passerelle.schemas.event.Siege;
import fr.passerelle.schemas.event.SiegeKind;
import fr.passerelle.schemas.event.Unite;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SigningObstacleTest {

    private static final Siege BOURG = new Siege(SiegeKind.SALLE, "A", "Salle de Bourg", "02001", "Bourg");
    private static final Siege VILLE = new Siege(SiegeKind.SALLE, "B", "Salle de Ville", "02002", "Ville");

    @Test
    void keepsNothingOfAPlanWithASeatAndItsCosts() {
        Plan plan =
                BarePlan.of("1").setSiege(BOURG).setAid(List.of(line("TAUX"))).build();

        assertThat(SigningObstacle.all(plan)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void keepsAloneThePlanThatHasIt(SigningObstacle obstacle) {
        Plan plan = having(obstacle).build();

        assertThat(SigningObstacle.all(plan)).containsExactly(obstacle);
        assertThat(SigningObstacle.free(List.of(plan))).isEmpty();
    }

    private static Plan.Builder having(SigningObstacle obstacle) {
        return switch (obstacle) {
            case CONFLIT ->
                BarePlan.of("1")
                        .setConflits(List.of(
                                new Conflit("TIERS_LIEUX_MULTIPLES", List.of("B-1", "A-1"), List.of("B", "A"))));
            case EX_AEQUO -> BarePlan.of("1").setExAequo(List.of(BOURG, VILLE));
            case A_LEVER ->
                BarePlan.of("1")
                        .setSiege(BOURG)
                        .setCandidates(List.of(Concurrent.newBuilder(room(BOURG, Candidature.RETENUE, "SEUIL_ATTEINT"))
                                .setALever(List.of(
                                        new ConditionJugee("ACCES_PLAIN_PIED", Reponse.NON, null, null, Unite.OUI_NON)))
                                .build()));
            case PROXIMITE -> BarePlan.of("1").setFlags(List.of("PROXIMITE_EN_BAISSE"));
            case ETUDE_PREALABLE, COUT_INCONNU ->
                BarePlan.of("1").setSiege(BOURG).setAid(List.of(line(obstacle.name())));
            case A_INSTRUIRE ->
                BarePlan.of("1")
                        .setCandidates(List.of(room(BOURG, Candidature.A_INSTRUIRE, "SEUIL_DANS_LA_FOURCHETTE")));
            case DONNEES_RECENTES ->
                BarePlan.of("1").setCandidates(List.of(room(BOURG, Candidature.A_INSTRUIRE, "PETITS_NOMBRES")));
            case DONNEES_INSUFFISANTES ->
                BarePlan.of("1")
                        .setCandidates(
                                List.of(room(BOURG, Candidature.DONNEES_INSUFFISANTES, "DONNEES_INSUFFISANTES")));
        };
    }

    @Test
    void keepsTheSeatOfWhichTheAidWaitsForTheStudy() {
        Plan plan = BarePlan.of("1")
                .setSiege(BOURG)
                .setAid(List.of(line("TAUX"), line("ETUDE_PREALABLE")))
                .build();

        assertThat(SigningObstacle.ETUDE_PREALABLE.places(plan)).containsExactly("Salle de Bourg");
    }

    @Test
    void keepsTheSeatOfWhichACostIsMissingButNotTheStudyOfWhoHasNone() {
        Plan.Builder costless = BarePlan.of("1").setAid(List.of(line("TAUX"), line("COUT_INCONNU")));

        assertThat(SigningObstacle.all(costless.setSiege(BOURG).build())).containsExactly(SigningObstacle.COUT_INCONNU);
        assertThat(SigningObstacle.COUT_INCONNU.places(costless.build())).containsExactly("Salle de Bourg");
        assertThat(SigningObstacle.all(costless.setSiege(null).build())).isEmpty();
    }

    @Test
    void namesThePlacesThatNothingSeparates() {
        Plan plan = having(SigningObstacle.EX_AEQUO).build();

        assertThat(SigningObstacle.EX_AEQUO.places(plan)).containsExactly("Salle de Bourg", "Salle de Ville");
    }

    @Test
    void tellsARoomToExamineFromOneThatItsDataHoldBack() {
        Plan plan = BarePlan.of("1")
                .setCandidates(List.of(
                        room(BOURG, Candidature.A_INSTRUIRE, "SEUIL_DANS_LA_FOURCHETTE"),
                        room(VILLE, Candidature.A_INSTRUIRE, "PETITS_NOMBRES")))
                .build();

        assertThat(SigningObstacle.A_INSTRUIRE.places(plan)).containsExactly("Salle de Bourg");
        assertThat(SigningObstacle.DONNEES_RECENTES.places(plan)).containsExactly("Salle de Ville");
    }

    @Test
    void isOfTheWholePlanWhereProximityFalls() {
        Plan plan = having(SigningObstacle.PROXIMITE).build();

        assertThat(SigningObstacle.PROXIMITE.places(plan)).isEmpty();
        assertThat(SigningObstacle.PROXIMITE.among(
                        List.of(plan, BarePlan.of("1").build())))
                .containsExactly(plan);
    }

    private static Concurrent room(Siege seat, Candidature candidature, String reason) {
        return BarePlan.candidate(seat, candidature).setReasons(List.of(reason)).build();
    }

    private static AidLine line(String decidedBy) {
        return BarePlan.aid(AidLineName.ETUDE, decidedBy).build();
    }
}
