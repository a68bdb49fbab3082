package fr.passerelle.rules.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.rules.explanation.Contrefactuels.Conclusion;
import fr.passerelle.rules.frequentation.EpciFacts;
import fr.passerelle.rules.frequentation.RoomFacts;
import fr.passerelle.rules.frequentation.Seeds;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.event.Contrefactuel;
import fr.passerelle.schemas.event.Levier;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.SiteDescribed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** What holds of the counterfactuals of any EPCI. */
class ContrefactuelsPropertiesTest {

    private static final int CASES = 50;
    private static final Bareme BAREME = Baremes.load("2017-05");

    @RepeatedTest(CASES)
    void applyingOneToTheInputsAltersTheConclusionAsItTells(RepetitionInfo repetition) {
        AnyFacts any = new AnyFacts(Seeds.random(repetition));
        Plan before = plan(any.facts());

        assertThat(before.getContrefactuels()).allSatisfy(told -> {
            Conclusion after = Conclusion.of(plan(new Applied(any).whole(told)));
            assertThat(after).isNotEqualTo(Conclusion.of(before));
            assertThat(after.of(told.getOn())).isEqualTo(told.getAfter());
            assertThat(after.seat()).isEqualTo(told.getSeatAfter());
        });
    }

    @RepeatedTest(CASES)
    void onePresenceOrOneMonthLessAltersNothing(RepetitionInfo repetition) {
        AnyFacts any = new AnyFacts(Seeds.random(repetition));
        Plan before = plan(any.facts());

        assertThat(before.getContrefactuels())
                .filteredOn(told -> told.getLevier() == Levier.PRESENCES || told.getLevier() == Levier.MOIS_RENDUS)
                .allSatisfy(told -> assertThat(Conclusion.of(plan(new Applied(any).oneLess(told))))
                        .isEqualTo(Conclusion.of(before)));
    }

    @RepeatedTest(CASES)
    void theyComeInAStableOrderWhateverThatOfTheFacts(RepetitionInfo repetition) {
        Random random = Seeds.random(repetition);
        EpciFacts facts = new AnyFacts(random).facts();
        List<RoomFacts> rooms = new ArrayList<>(facts.rooms());
        List<SiteDescribed> sites = new ArrayList<>(facts.sites());
        Collections.shuffle(rooms, random);
        Collections.shuffle(sites, random);

        List<Contrefactuel> told = plan(facts).getContrefactuels();
        EpciFacts shuffled = new EpciFacts(facts.siren(), facts.epci(), rooms, sites, facts.decisions());

        assertThat(plan(shuffled)).isEqualTo(plan(facts));
        assertThat(told).extracting(Contrefactuel::getOn).isSorted();
        assertThat(told)
                .extracting(
                        one -> one.getOn() + one.getLevier() + one.getAmount().signum())
                .doesNotHaveDuplicates();
    }

    private static Plan plan(EpciFacts facts) {
        return EpciResults.of(facts, Facts.AS_OF, BAREME).plan().orElseThrow();
    }
}
