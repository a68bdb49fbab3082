package fr.passerelle.rules.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.rules.conversion.Seating.ProposedSeat;
import fr.passerelle.rules.frequentation.EpciFacts;
import fr.passerelle.rules.frequentation.Seeds;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.event.Marge;
import fr.passerelle.schemas.event.Plan;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** What holds of the margins of any EPCI: measured again from its facts, under a barème whose text says another number. */
class MargesPropertiesTest {

    private static final int CASES = 20;

    @RepeatedTest(CASES)
    void theProposalHoldsAllOverTheMarginAndNoFarther(RepetitionInfo repetition) {
        EpciFacts facts = new AnyFacts(Seeds.random(repetition)).facts();
        Plan plan = plan(facts, Facts.BAREME);

        assertThat(plan.getMarges()).isNotEmpty().allSatisfy(marge -> {
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

        assertThat(plan.getMarges()).allSatisfy(marge -> {
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
