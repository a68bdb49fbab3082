package fr.passerelle.rules.conversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import fr.passerelle.schemas.event.ConditionJugee;
import fr.passerelle.schemas.event.Disponibilite;
import fr.passerelle.schemas.event.Fonction;
import fr.passerelle.schemas.event.FonctionJugee;
import fr.passerelle.schemas.event.Hosting;
import fr.passerelle.schemas.event.Reponse;
import fr.passerelle.schemas.event.Unite;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FunctionsTest {

    private static final BigDecimal SEVENTY_TWO = new BigDecimal("72.000000");

    @Test
    void findsEverythingPossibleWhereEachThresholdIsJustReached() {
        assertThat(Places.RULES.conversion().functions().fablabSurface()).isEqualTo("72");
        assertThat(judged(Places.ideal()))
                .extracting(FonctionJugee::getDisponibilite)
                .containsExactly(
                        Disponibilite.POSSIBLE,
                        Disponibilite.POSSIBLE,
                        Disponibilite.OFFERTE,
                        Disponibilite.POSSIBLE,
                        Disponibilite.POSSIBLE);
    }

    @Test
    void neverCountsUnknownAsYes() {
        assertThat(judged(Places.unknown()))
                .containsExactly(
                        judgement(
                                Fonction.FABLAB,
                                Disponibilite.A_VERIFIER,
                                "SURFACE",
                                "ESPACE_VENTILE",
                                "ACCORD_PROPRIETAIRE"),
                        judgement(
                                Fonction.COWORKING,
                                Disponibilite.A_VERIFIER,
                                "SURFACE",
                                "DEBIT",
                                "ACCORD_PROPRIETAIRE",
                                "ACCES_PLAIN_PIED"),
                        judgement(Fonction.MEDIATION_NUMERIQUE, Disponibilite.OFFERTE),
                        judgement(
                                Fonction.TELETRAVAIL,
                                Disponibilite.A_VERIFIER,
                                "SURFACE",
                                "DEBIT",
                                "ACCORD_PROPRIETAIRE",
                                "ACCES_PLAIN_PIED",
                                "ESPACE_CLOS"),
                        judgement(Fonction.ACCOMPAGNEMENT_PROJETS, Disponibilite.A_VERIFIER, "ANIMATEUR"));
    }

    @Test
    void namesOnlyWhatFailsOnceSomethingDoes() {
        assertThat(judged(Places.unknown().setSurfaceM2Hundredths(39_99)).get(1))
                .isEqualTo(judgement(Fonction.COWORKING, Disponibilite.NON, "SURFACE"));
    }

    @Test
    void tellsWhatWasFoundBesideWhatIsRequired() {
        Hosting place =
                Places.ideal().setVentilatedSpace(null).setOwnerAgreement(false).build();

        assertThat(Functions.ofARoom(place, Places.RULES.conversion().functions())
                        .judged()
                        .getFirst()
                        .getChecks())
                .containsExactly(
                        new ConditionJugee("SURFACE", Reponse.OUI, SEVENTY_TWO, SEVENTY_TWO, Unite.METRES_CARRES),
                        new ConditionJugee("ESPACE_VENTILE", Reponse.INCONNU, null, null, Unite.OUI_NON),
                        new ConditionJugee("ACCORD_PROPRIETAIRE", Reponse.NON, null, null, Unite.OUI_NON));
    }

    static Stream<Arguments> justUnder() {
        return Stream.of(
                arguments(Places.ideal().setSurfaceM2Hundredths(71_99), Fonction.FABLAB, "SURFACE"),
                arguments(Places.ideal().setVentilatedSpace(false), Fonction.FABLAB, "ESPACE_VENTILE"),
                arguments(Places.ideal().setSurfaceM2Hundredths(39_99), Fonction.COWORKING, "SURFACE"),
                arguments(Places.ideal().setMeasuredMbitsHundredths(29_99), Fonction.COWORKING, "DEBIT"),
                arguments(Places.ideal().setOwnerAgreement(false), Fonction.COWORKING, "ACCORD_PROPRIETAIRE"),
                arguments(Places.ideal().setStepFreeAccess(false), Fonction.COWORKING, "ACCES_PLAIN_PIED"),
                arguments(Places.ideal().setAnimateurEtpHundredths(49), Fonction.ACCOMPAGNEMENT_PROJETS, "ANIMATEUR"));
    }

    @ParameterizedTest
    @MethodSource("justUnder")
    void namesTheOneConditionThatIsJustMissed(Hosting.Builder place, Fonction fonction, String condition) {
        assertThat(judged(place)).contains(judgement(fonction, Disponibilite.NON, condition));
    }

    @Test
    void asksForAClosedSpaceToTelework() {
        List<FonctionJugee> judged = judged(Places.ideal().setClosedSpace(false));

        assertThat(judged.get(1).getDisponibilite()).isEqualTo(Disponibilite.POSSIBLE);
        assertThat(judged.get(3)).isEqualTo(judgement(Fonction.TELETRAVAIL, Disponibilite.NON, "ESPACE_CLOS"));
    }

    @Test
    void takesWhatIsFilledTodayAsOffered() {
        assertThat(judged(Places.unknown().setFunctionsToday(List.of(Fonction.FABLAB)))
                        .getFirst())
                .isEqualTo(judgement(Fonction.FABLAB, Disponibilite.OFFERTE));
    }

    private static List<FonctionJugee> judged(Hosting.Builder place) {
        return Functions.ofARoom(place.build(), Places.RULES.conversion().functions()).judged().stream()
                .map(judged -> judgement(
                        judged.getFonction(),
                        judged.getDisponibilite(),
                        judged.getConditions().toArray(String[]::new)))
                .toList();
    }

    private static FonctionJugee judgement(Fonction fonction, Disponibilite disponibilite, String... conditions) {
        return new FonctionJugee(fonction, disponibilite, List.of(conditions), List.of());
    }
}
