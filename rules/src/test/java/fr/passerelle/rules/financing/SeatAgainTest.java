package fr.passerelle.rules.financing;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.rules.conversion.ScoredRoom;
import fr.passerelle.rules.frequentation.EpciFacts;
import fr.passerelle.rules.frequentation.Seeds;
import fr.passerelle.rules.trace.Rule;
import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.ConversionKind;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.RegleEssayee;
import fr.passerelle.schemas.event.Siege;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** The events of any EPCI give its seat again, with nothing but themselves. */
class SeatAgainTest {

    private static final int CASES = 500;
    private static final YearMonth AS_OF = YearMonth.of(2017, 10);
    private static final Set<Candidature> RANKED =
            EnumSet.of(Candidature.CANDIDATE, Candidature.RETENUE, Candidature.EX_AEQUO);
    private static final Set<String> OF_THE_SEAT = Stream.of(
                    Rule.NOTE_EXISTANTE,
                    Rule.SEUIL,
                    Rule.FONCTIONS_SUFFISANTES,
                    Rule.TIERS_LIEU_EXISTANT,
                    Rule.TIERS_LIEUX_MAXIMUM,
                    Rule.ORDRE_DES_CANDIDATES,
                    Rule.EX_AEQUO)
            .map(Rule::name)
            .collect(Collectors.toSet());

    @RepeatedTest(CASES)
    void findsTheSeatAndThoseThatTieAgain(RepetitionInfo repetition) {
        EpciProposal proposal = any(repetition);
        Plan plan = proposal.plan().orElseThrow();

        List<String> first = new SeatAgain(plan, proposal.conversions()).first();

        assertThat(first)
                .containsExactlyInAnyOrderElementsOf(with(plan, EnumSet.of(Candidature.RETENUE, Candidature.EX_AEQUO)));
        assertThat(plan.getSiege() != null).isEqualTo(first.size() == 1);
        assertThat(plan.getExAequo()).hasSize(first.size() == 1 ? 0 : first.size());
        assertThat(plan.getTiersLieu())
                .isEqualTo(
                        Optional.ofNullable(plan.getSiege()).map(Siege::getId).orElse(null));
    }

    @RepeatedTest(CASES)
    void findsWhereEachPlaceStandsAgain(RepetitionInfo repetition) {
        EpciProposal proposal = any(repetition);
        Plan plan = proposal.plan().orElseThrow();
        SeatAgain again = new SeatAgain(plan, proposal.conversions());

        assertThat(plan.getCandidates()).allSatisfy(place -> {
            boolean ranked = RANKED.contains(place.getCandidature());
            assertThat(again.standing(place)).isEqualTo(ranked ? Candidature.CANDIDATE : place.getCandidature());
            assertThat(place.getRank() != null).isEqualTo(ranked);
        });
    }

    @RepeatedTest(CASES)
    void decidesOnceOnEachRoom(RepetitionInfo repetition) {
        assertThat(any(repetition).conversions()).allSatisfy(conversion -> {
            List<RegleEssayee> deciding = conversion.getTrace().stream()
                    .filter(step -> step.getDecides() && OF_THE_SEAT.contains(step.getRule()))
                    .toList();
            assertThat(deciding).hasSize(1);
            assertThat(deciding.getFirst().getOutcome().equals("PREMIERE_CANDIDATE"))
                    .isEqualTo(conversion.getKind() == ConversionKind.TIERS_LIEU);
            assertThat(conversion.getReasons()).contains(deciding.getFirst().getOutcome());
        });
    }

    private static List<String> with(Plan plan, Set<Candidature> candidatures) {
        return plan.getCandidates().stream()
                .filter(place -> candidatures.contains(place.getCandidature()))
                .map(SeatAgain::on)
                .toList();
    }

    private static EpciProposal any(RepetitionInfo repetition) {
        AnyEpci any = new AnyEpci(Seeds.random(repetition));
        EpciFacts facts = Projects.facts(any.epci(), any.sites());
        List<ScoredRoom> rooms = any.rooms();
        return EpciProposal.of(facts, rooms, AS_OF, any.bareme());
    }
}
