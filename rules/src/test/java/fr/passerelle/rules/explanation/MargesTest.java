package fr.passerelle.rules.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.rules.conversion.Seating.ProposedSeat;
import fr.passerelle.rules.frequentation.EpciFacts;
import fr.passerelle.rules.frequentation.RoomFacts;
import fr.passerelle.rules.frequentation.RoomRegister;
import fr.passerelle.rules.frequentation.Seeds;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.event.IndicateurName;
import fr.passerelle.schemas.event.Marge;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.ReportedLine;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Computed by hand; then what holds of the margins of any EPCI: measured again from its facts, under a barème whose text says another number. */
class MargesTest {

    /** The threshold's and each weight's. */
    private static final int MARGES = 1 + IndicateurName.values().length;

    /**
     * Twelve months of 50, none of which both years have: usage (40) and regularite (10) are worth 100, the rest is unavailable. Low bound: 5 000 ÷ 100 = 50, just the
     * threshold. It stays at 50 down to 49.5, so up to a whole weight of 101 with 5 000 points, and falls with each point of a weight that counts.
     */
    @Test
    void tellsHowFarTheThresholdAndEachWeightMayGo() {
        List<ReportedLine> lines = new ArrayList<>(Facts.months(50, YearMonth.of(2015, 11), YearMonth.of(2016, 4)));
        lines.addAll(Facts.months(50, YearMonth.of(2017, 5), Facts.AS_OF));

        Plan plan = plan(Facts.register(lines.toArray(ReportedLine[]::new)));

        assertThat(plan.getTiersLieu()).isEqualTo("S-1");
        assertThat(plan.getMarges())
                .hasSize(MARGES)
                .startsWith(
                        new Marge("SEUIL", 50, 40, 60, 40, 50),
                        new Marge("USAGE", 40, 32, 48, 40, 48),
                        new Marge("OCCUPATION", 25, 20, 30, 20, 26),
                        new Marge("TENDANCE", 15, 12, 18, 12, 16),
                        new Marge("REGULARITE", 10, 8, 12, 10, 12),
                        new Marge("INSCRITS", 10, 8, 12, 8, 11));
        assertThat(Marges.holds(plan)).isFalse();
    }

    /** Usage 100, tendance 64, regularite 100: 5 960, a low bound of 60. */
    @Test
    void holdsWhereNothingWithinTheMarginChangesTheProposal() {
        Plan plan = plan(Facts.monthly(50));

        assertThat(plan.getMarges()).hasSize(MARGES).allSatisfy(marge -> {
            assertThat(marge.getHoldsFrom()).isEqualTo(marge.getFrom());
            assertThat(marge.getHoldsTo()).isEqualTo(marge.getTo());
        });
        assertThat(Marges.holds(plan)).isTrue();
    }

    @Test
    void saysOfAPlanThatItsBaremeIsAnIllustration() {
        Plan illustrated = EpciResults.of(
                        Facts.of(Facts.room("S-1", Facts.twoFunctions(), 50)), Facts.AS_OF, Baremes.load("2018-01"))
                .plan()
                .orElseThrow();

        assertThat(illustrated.getBaremeIllustration()).isTrue();
        assertThat(plan(Facts.monthly(50)).getBaremeIllustration()).isFalse();
    }

    private static Plan plan(RoomRegister register) {
        return Facts.plan(new RoomFacts(Facts.room("S-1", Facts.twoFunctions().build()), register));
    }

    private static final int CASES = 20;

    @RepeatedTest(CASES)
    void theProposalHoldsAllOverTheMarginAndNoFarther(RepetitionInfo repetition) {
        EpciFacts facts = new AnyFacts(Seeds.random(repetition)).facts();
        Plan plan = plan(facts, Facts.BAREME);

        assertThat(plan.getMarges()).hasSize(MARGES).allSatisfy(marge -> {
            assertThat(IntStream.rangeClosed(marge.getHoldsFrom(), marge.getHoldsTo()))
                    .allMatch(value -> holds(facts, plan, marge, value));
            assertThat(marge.getHoldsFrom() == marge.getFrom() || !holds(facts, plan, marge, marge.getHoldsFrom() - 1))
                    .isTrue();
            assertThat(marge.getHoldsTo() == marge.getTo() || !holds(facts, plan, marge, marge.getHoldsTo() + 1))
                    .isTrue();
        });
    }

    @RepeatedTest(CASES)
    void itLooksAFifthAround(RepetitionInfo repetition) {
        Plan plan = plan(new AnyFacts(Seeds.random(repetition)).facts(), Facts.BAREME);

        assertThat(plan.getMarges()).hasSize(MARGES).allSatisfy(marge -> {
            assertThat(5 * marge.getFrom()).isBetween(4 * marge.getValue(), 4 * marge.getValue() + 4);
            assertThat(5 * marge.getTo()).isBetween(6 * marge.getValue() - 4, 6 * marge.getValue());
        });
    }

    private static boolean holds(EpciFacts facts, Plan plan, Marge marge, int value) {
        return ProposedSeat.of(plan(facts, saying(marge.getParameter(), value))).equals(ProposedSeat.of(plan));
    }

    private static Bareme saying(String parameter, int value) {
        String before = parameter.equals("SEUIL")
                ? "(\n {2}seuil: \\{valeur: )\\d+"
                : "(\n {4}" + parameter + ":\n {6}poids: \\{valeur: )\\d+";
        Matcher found = Pattern.compile(before).matcher(Facts.BAREME.text());
        assertThat(found.find()).isTrue();
        return Baremes.read(found.replaceFirst("$1" + value));
    }

    private static Plan plan(EpciFacts facts, Bareme bareme) {
        return EpciResults.of(facts, Facts.AS_OF, bareme).plan().orElseThrow();
    }
}
