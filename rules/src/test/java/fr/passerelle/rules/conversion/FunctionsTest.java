package fr.passerelle.rules.conversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import fr.passerelle.schemas.event.ConditionJugee;
import fr.passerelle.schemas.event.Fonction;
import fr.passerelle.schemas.event.FonctionJugee;
import fr.passerelle.schemas.event.Hosting;
import fr.passerelle.schemas.event.Reponse;
import fr.passerelle.schemas.event.SiegeKind;
import fr.passerelle.schemas.event.Unite;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
                .containsExactly(
                        "FABLAB POSSIBLE []",
                        "COWORKING POSSIBLE []",
                        "MEDIATION_NUMERIQUE OFFERTE []",
                        "TELETRAVAIL POSSIBLE []",
                        "ACCOMPAGNEMENT_PROJETS POSSIBLE []");
    }

    @Test
    void neverCountsUnknownAsYesAndNamesOnlyWhatFailsOnceSomethingDoes() {
        assertThat(judged(Places.unknown()))
                .containsExactly(
                        "FABLAB A_VERIFIER [SURFACE, ESPACE_VENTILE, ACCORD_PROPRIETAIRE]",
                        "COWORKING A_VERIFIER [SURFACE, DEBIT, ACCORD_PROPRIETAIRE, ACCES_PLAIN_PIED]",
                        "MEDIATION_NUMERIQUE OFFERTE []",
                        "TELETRAVAIL A_VERIFIER [SURFACE, DEBIT, ACCORD_PROPRIETAIRE, ACCES_PLAIN_PIED, ESPACE_CLOS]",
                        "ACCOMPAGNEMENT_PROJETS A_VERIFIER [ANIMATEUR]");
        assertThat(judged(Places.unknown().setSurfaceM2Hundredths(39_99)).get(1))
                .isEqualTo("COWORKING NON [SURFACE]");
    }

    @Test
    void tellsWhatWasFoundBesideWhatIsRequired() {
        assertThat(functions(Places.ideal().setVentilatedSpace(null).setOwnerAgreement(false))
                        .getFirst()
                        .getChecks())
                .containsExactly(
                        new ConditionJugee("SURFACE", Reponse.OUI, SEVENTY_TWO, SEVENTY_TWO, Unite.METRES_CARRES),
                        new ConditionJugee("ESPACE_VENTILE", Reponse.INCONNU, null, null, Unite.OUI_NON),
                        new ConditionJugee("ACCORD_PROPRIETAIRE", Reponse.NON, null, null, Unite.OUI_NON));
    }

    static Stream<Arguments> justUnder() {
        return Stream.of(
                arguments(Places.ideal().setSurfaceM2Hundredths(71_99), "FABLAB NON [SURFACE]"),
                arguments(Places.ideal().setVentilatedSpace(false), "FABLAB NON [ESPACE_VENTILE]"),
                arguments(Places.ideal().setSurfaceM2Hundredths(39_99), "COWORKING NON [SURFACE]"),
                arguments(Places.ideal().setMeasuredMbitsHundredths(29_99), "COWORKING NON [DEBIT]"),
                arguments(Places.ideal().setOwnerAgreement(false), "COWORKING NON [ACCORD_PROPRIETAIRE]"),
                arguments(Places.ideal().setStepFreeAccess(false), "COWORKING NON [ACCES_PLAIN_PIED]"),
                arguments(Places.ideal().setAnimateurEtpHundredths(49), "ACCOMPAGNEMENT_PROJETS NON [ANIMATEUR]"));
    }

    @ParameterizedTest
    @MethodSource("justUnder")
    void namesTheOneConditionThatIsJustMissed(Hosting.Builder place, String judged) {
        assertThat(judged(place)).contains(judged);
    }

    @Test
    void asksForAClosedSpaceToTeleworkAndTakesWhatIsFilledTodayAsOffered() {
        assertThat(judged(Places.ideal().setClosedSpace(false)))
                .contains("COWORKING POSSIBLE []", "TELETRAVAIL NON [ESPACE_CLOS]");
        assertThat(judged(Places.unknown(Fonction.FABLAB))).startsWith("FABLAB OFFERTE []");
    }

    /** Each function, whether it is to be had, and the conditions that keep it from it. */
    private static List<String> judged(Hosting.Builder place) {
        return functions(place).stream()
                .map(judged -> judged.getFonction() + " " + judged.getDisponibilite() + " " + judged.getConditions())
                .toList();
    }

    private static List<FonctionJugee> functions(Hosting.Builder place) {
        return Functions.of(
                        SiegeKind.SALLE,
                        place.build(),
                        Places.RULES.conversion().functions())
                .judged();
    }

    private static final ConditionJugee SURFACE = condition("SURFACE", "72.000000");
    private static final ConditionJugee DEBIT = condition("DEBIT", "30.000000");
    private static final ConditionJugee ANIMATEUR = condition("ANIMATEUR", "0.500000");

    @Test
    void meetsEachConditionByJustWhatIsRequired() {
        List<ConditionJugee> conditions = new ArrayList<>(List.of(SURFACE, DEBIT, ANIMATEUR));
        Stream.of("ACCORD_PROPRIETAIRE", "ACCES_PLAIN_PIED", "ESPACE_CLOS", "ESPACE_VENTILE")
                .forEach(code -> conditions.add(condition(code, null)));

        assertThat(SupposedHosting.meeting(Places.unknown().build(), conditions))
                .isEqualTo(Places.ideal().build());
    }

    @Test
    void missesOneConditionByAHundredthAndLeavesTheOthersAndThePlaceAsTheyAre() {
        assertThat(SupposedHosting.failing(Places.ideal().build(), SURFACE))
                .isEqualTo(Places.ideal().setSurfaceM2Hundredths(71_99).build());
        assertThat(SupposedHosting.failing(Places.ideal().build(), ANIMATEUR))
                .isEqualTo(Places.ideal().setAnimateurEtpHundredths(49).build());
        assertThat(SupposedHosting.failing(Places.ideal().build(), condition("ESPACE_CLOS", null)))
                .isEqualTo(Places.ideal().setClosedSpace(false).build());

        Hosting place = Places.unknown().build();

        SupposedHosting.meeting(place, List.of(SURFACE));

        assertThat(place).isEqualTo(Places.unknown().build());
    }

    @Test
    void roundsWhatIsRequiredUpToAHundredthAndCannotMissNothing() {
        assertThat(SupposedHosting.met(condition("SURFACE", "40.001000"))).isEqualTo("40.01");
        assertThat(SupposedHosting.missed(condition("SURFACE", "40.001000"))).isEqualTo("40.00");
        assertThat(SupposedHosting.met(condition("ESPACE_CLOS", null))).isNull();
        assertThat(SupposedHosting.missed(condition("ESPACE_CLOS", null))).isNull();

        assertThat(SupposedHosting.mayFail(condition("SURFACE", "0.000000"))).isFalse();
        assertThat(SupposedHosting.mayFail(SURFACE)).isTrue();
        assertThat(SupposedHosting.mayFail(condition("ESPACE_CLOS", null))).isTrue();
    }

    private static ConditionJugee condition(String code, @Nullable String required) {
        return new ConditionJugee(
                code, Reponse.INCONNU, null, required == null ? null : new BigDecimal(required), Unite.OUI_NON);
    }
}
