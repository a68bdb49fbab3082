package fr.passerelle.rules.conversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.passerelle.schemas.event.ConditionJugee;
import fr.passerelle.schemas.event.Hosting;
import fr.passerelle.schemas.event.Reponse;
import fr.passerelle.schemas.event.Unite;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SupposedHostingTest {

    private static final ConditionJugee SURFACE = condition("SURFACE", "72.000000");
    private static final ConditionJugee DEBIT = condition("DEBIT", "30.000000");
    private static final ConditionJugee ANIMATEUR = condition("ANIMATEUR", "0.500000");

    @Test
    void meetsEachConditionByJustWhatIsRequired() {
        Hosting met = SupposedHosting.meeting(
                Places.unknown().build(),
                List.of(
                        SURFACE,
                        DEBIT,
                        ANIMATEUR,
                        condition("ACCORD_PROPRIETAIRE", null),
                        condition("ACCES_PLAIN_PIED", null),
                        condition("ESPACE_CLOS", null),
                        condition("ESPACE_VENTILE", null)));

        assertThat(met).isEqualTo(Places.ideal().build());
    }

    @Test
    void missesOneConditionByAHundredthAndLeavesTheOthers() {
        assertThat(SupposedHosting.failing(Places.ideal().build(), SURFACE))
                .isEqualTo(Places.ideal().setSurfaceM2Hundredths(71_99).build());
        assertThat(SupposedHosting.failing(Places.ideal().build(), ANIMATEUR))
                .isEqualTo(Places.ideal().setAnimateurEtpHundredths(49).build());
        assertThat(SupposedHosting.failing(Places.ideal().build(), condition("ESPACE_CLOS", null)))
                .isEqualTo(Places.ideal().setClosedSpace(false).build());
    }

    @Test
    void leavesThePlaceItStartsFromAsItIs() {
        Hosting place = Places.unknown().build();

        SupposedHosting.meeting(place, List.of(SURFACE));

        assertThat(place).isEqualTo(Places.unknown().build());
    }

    @Test
    void roundsWhatIsRequiredUpToAHundredth() {
        assertThat(SupposedHosting.met(condition("SURFACE", "40.001000"))).isEqualTo("40.01");
        assertThat(SupposedHosting.missed(condition("SURFACE", "40.001000"))).isEqualTo("40.00");
        assertThat(SupposedHosting.met(condition("ESPACE_CLOS", null))).isNull();
        assertThat(SupposedHosting.missed(condition("ESPACE_CLOS", null))).isNull();
    }

    @Test
    void cannotMissARequirementOfNothing() {
        ConditionJugee nothing = condition("SURFACE", "0.000000");

        assertThat(SupposedHosting.mayFail(nothing)).isFalse();
        assertThat(SupposedHosting.mayFail(SURFACE)).isTrue();
        assertThat(SupposedHosting.mayFail(condition("ESPACE_CLOS", null))).isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SupposedHosting.failing(Places.ideal().build(), nothing));
    }

    private static ConditionJugee condition(String code, @Nullable String required) {
        return new ConditionJugee(
                code, Reponse.INCONNU, null, required == null ? null : new BigDecimal(required), Unite.OUI_NON);
    }
}
