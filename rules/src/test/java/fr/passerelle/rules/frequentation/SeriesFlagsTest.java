package fr.passerelle.rules.frequentation;

import static fr.passerelle.rules.frequentation.Records.month;
import static fr.passerelle.rules.frequentation.Records.session;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.rules.frequentation.SeriesSigns.CopiedSample;
import fr.passerelle.rules.frequentation.SeriesSigns.StructuralBreak;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.bareme.JeuDeRegles.Signalements;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the series of a room's months shows beside its score. */
class SeriesFlagsTest {

    private static final Signalements OF_2017 =
            Baremes.load("2017-05").jeuDeRegles().signalements();
    private static final CopiedSample COPIED = new CopiedSample(OF_2017);
    private static final StructuralBreak BROKEN = new StructuralBreak(OF_2017);
    private static final YearMonth FIRST = YearMonth.parse("2016-01");
    private static final int MISSING = -1;

    @Test
    void seesThreeEqualMonths() {
        assertThat(COPIED.isIn(months(31, 30, 30, 30))).isTrue();
        assertThat(COPIED.isIn(months(30, 30, 31, 30))).isFalse();
    }

    @Test
    void takesSmallCountsAndZerosForChance() {
        assertThat(COPIED.isIn(months(29, 29, 29, 0, 0, 0))).isFalse();
    }

    @Test
    void doesNotJoinEqualMonthsAcrossAMissingOne() {
        assertThat(COPIED.isIn(months(30, 30, MISSING, 30, 30))).isFalse();
    }

    @Test
    void takesEqualMonthsOfSessionsForWhatTheyAre() {
        Lines register = register(30, 30);
        register.add(session("2016-03-15", 30));

        assertThat(COPIED.isIn(months(register, 3))).isFalse();
    }

    @Test
    void seesMediansThatDifferFourfold() {
        assertThat(BROKEN.isIn(months(10, 10, 10, 10, 10, 10, 40, 40, 40, 40, 40, 40)))
                .isTrue();
        assertThat(BROKEN.isIn(months(40, 40, 40, 40, 40, 40, 10, 10, 10, 10, 10, 10)))
                .isTrue();
        assertThat(BROKEN.isIn(months(10, 10, 10, 10, 10, 10, 39, 39, 39, 39, 39, 39)))
                .isFalse();
    }

    @Test
    void isNotMovedByOneMonthThatStandsOut() {
        assertThat(BROKEN.isIn(months(10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 900)))
                .isFalse();
    }

    @Test
    void seesNoBreakWhereNobodyEverCame() {
        assertThat(BROKEN.isIn(months(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))).isFalse();
    }

    @Test
    void seesNoBreakAcrossMissingMonthsNorInAShortWindow() {
        assertThat(BROKEN.isIn(months(10, 10, 10, 10, 10, 10, MISSING, 40, 40, 40, 40, 40)))
                .isFalse();
        assertThat(BROKEN.isIn(months(10, 40))).isFalse();
    }

    @Test
    void takesItsThresholdsFromTheBareme() {
        Signalements lax = new Signalements(4, 50, 3, 3, 90, BigDecimal.ZERO, BigDecimal.ZERO, 0, 0);

        assertThat(new CopiedSample(lax).isIn(months(50, 50, 50))).isFalse();
        assertThat(new CopiedSample(lax).isIn(months(49, 49, 49, 49))).isFalse();
        assertThat(new CopiedSample(lax).isIn(months(50, 50, 50, 50))).isTrue();
        assertThat(new StructuralBreak(lax).isIn(months(1, 30, 99, 89, 90, 200)))
                .as("an odd number of months has its median in the middle: 30 and 90")
                .isTrue();
        assertThat(new StructuralBreak(lax).isIn(months(1, 30, 99, 80, 89, 200)))
                .isFalse();
    }

    private static List<MonthFigures> months(int... presences) {
        return months(register(presences), presences.length);
    }

    private static List<MonthFigures> months(Lines register, int length) {
        Window window = new Window(FIRST.plusMonths(length - 1L), length);
        return FinestGrain.months(
                register.register(),
                new OpenDays(Rooms.alwaysOpen(), register.register().closures()),
                window);
    }

    private static Lines register(int... presences) {
        Lines register = new Lines();
        YearMonth month = FIRST;
        for (int count : Arrays.stream(presences).boxed().toList()) {
            if (count != MISSING) {
                register.add(month(month.toString(), count));
            }
            month = month.plusMonths(1);
        }
        return register;
    }
}
