package fr.passerelle.rules.financing;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.rules.conversion.Places;
import fr.passerelle.rules.conversion.ScoredRoom;
import fr.passerelle.rules.explanation.reevaluation.Reevaluation;
import fr.passerelle.rules.frequentation.EpciFacts;
import fr.passerelle.rules.frequentation.Seeds;
import fr.passerelle.rules.trace.Rule;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.contract.Partitions;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.ConversionKind;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.FrequentationState;
import fr.passerelle.schemas.event.Gestion;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.RegleEssayee;
import fr.passerelle.schemas.event.SiteDescribed;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is proposed to an EPCI, and what holds of any proposal under any reading of the règlement. */
class EpciProposalTest {

    private static final AnyEpci ANY = new AnyEpci(new Random(1));

    @Test
    void proposesNothingOutsideAnEpciNorToOneWithoutRooms() {
        EpciDescribed nobody = EpciDescribed.newBuilder(ANY.epci())
                .setEpci(Partitions.WITHOUT_EPCI)
                .build();

        assertThat(propose(nobody, ANY.rooms())).isEqualTo(new EpciProposal(List.of(), Optional.empty()));
        assertThat(propose(ANY.epci(), List.of()).plan()).isEmpty();
    }

    @Test
    void marksAPlanAsADemonstrationWhenOneOfItsRoomsIs() {
        ScoredRoom real = autonomous("S-1");

        assertThat(plan(real).getDemonstration()).isFalse();
        assertThat(plan(real, autonomous("DEMO-1")).getDemonstration()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"DEMO-P-1, true", "P-1, false"})
    void marksAPlanAsADemonstrationWhenOneOfItsSitesIs(String site, boolean marked) {
        EpciFacts facts = Places.facts(ANY.epci(), Places.site(site));

        assertThat(EpciProposal.of(facts, List.of(autonomous("S-1")), Places.AS_OF, Reglements.BAREME)
                        .plan()
                        .orElseThrow()
                        .getDemonstration())
                .isEqualTo(marked);
    }

    @Test
    void offersTheStudyToAnEpciThatHasAutonomousOrClosedRoomsOnly() {
        EpciProposal proposal = propose(withCosts(), List.of(autonomous("S-1"), closed("S-2")));

        Plan plan = proposal.plan().orElseThrow();
        assertThat(proposal.conversions()).isEmpty();
        assertThat(plan.getRooms())
                .hasSize(2)
                .allSatisfy(room -> assertThat(room.getKind()).isNull());
        assertThat(plan.getReasons()).containsExactly("AUCUNE_SALLE_DE_LA_REGION");
        assertThat(plan.getAidTotal()).isEqualTo("10000.00");
        assertThat(plan.getLeftTotal()).isEqualTo("4000.00");
    }

    @Test
    void offersTheStudyWhereAllRoomsAreClosedOrAllAreAutonomous() {
        assertThat(financed(closed("S-1")).getAid().getFirst().getAid()).isEqualTo("10000.00");
        assertThat(financed(autonomous("S-1")).getAid().getFirst().getAid()).isEqualTo("10000.00");
    }

    @Test
    void showsTheCommunesInDeficitOfAccessAndTheFicheAction() {
        EpciDescribed epci = EpciDescribed.newBuilder(ANY.epci())
                .setFicheAction("Fiche 7")
                .setCommunes(List.of(commune("60002", true), commune("60001", true), commune("60003", false)))
                .build();

        Plan plan = propose(epci, List.of(autonomous("S-1"))).plan().orElseThrow();

        assertThat(plan.getAccessDeficit()).containsExactly("60001", "60002");
        assertThat(plan.getFicheAction()).isEqualTo("Fiche 7");
    }

    private static Commune commune(String insee, boolean deficit) {
        return new Commune(insee, "Commune", 100, 49.4, 2.8, deficit);
    }

    private static ScoredRoom autonomous(String id) {
        return Places.scored(Places.room(id).setGestion(Gestion.COMMUNALE_AUTONOME), 60);
    }

    private static ScoredRoom closed(String id) {
        return Places.scored(Places.room(id), Places.unscored(id, FrequentationState.FERMEE));
    }

    private static Plan financed(ScoredRoom room) {
        return propose(withCosts(), List.of(room)).plan().orElseThrow();
    }

    private static EpciDescribed withCosts() {
        return EpciDescribed.newBuilder(ANY.epci())
                .setIntercommunalite(Projects.caseOne().build())
                .build();
    }

    private static Plan plan(ScoredRoom... rooms) {
        return propose(ANY.epci(), List.of(rooms)).plan().orElseThrow();
    }

    private static EpciProposal propose(EpciDescribed epci, List<ScoredRoom> rooms) {
        return EpciProposal.of(Places.facts(epci), rooms, Places.AS_OF, Reglements.BAREME);
    }

    private static final int CASES = 300;

    private static final Set<Rule> OF_THE_SEAT = EnumSet.of(
            Rule.NOTE_EXISTANTE, Rule.SEUIL,
            Rule.FONCTIONS_SUFFISANTES, Rule.ACCORD_ET_ACCES,
            Rule.TIERS_LIEU_EXISTANT, Rule.TIERS_LIEUX_MAXIMUM,
            Rule.ORDRE_DES_CANDIDATES, Rule.EX_AEQUO);

    @RepeatedTest(CASES)
    void doesNotDependOnTheOrderOfRoomsAndSites(RepetitionInfo repetition) throws IOException {
        Random random = Seeds.random(repetition);
        Case any = Case.of(repetition);
        List<ScoredRoom> rooms = new ArrayList<>(any.rooms());
        List<SiteDescribed> sites = new ArrayList<>(any.sites());
        Collections.shuffle(rooms, random);
        Collections.shuffle(sites, random);

        EpciProposal proposal = EpciProposal.of(Projects.facts(any.epci(), sites), rooms, Places.AS_OF, any.bareme());

        assertThat(proposal).isEqualTo(any.proposal());
        assertThat(bytes(proposal)).isEqualTo(bytes(any.proposal()));
    }

    @RepeatedTest(CASES)
    void comparesEachOpenRoomOfTheRegionAndEachSite(RepetitionInfo repetition) {
        Case any = Case.of(repetition);

        assertThat(any.plan().getCandidates())
                .extracting(place ->
                        place.getSiege().getKind() + " " + place.getSiege().getId())
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                any.proposal().conversions().stream().map(room -> "SALLE " + room.getRoomId()),
                                any.sites().stream().map(site -> "SITE " + site.getSiteId()))
                        .toList());
    }

    @RepeatedTest(CASES)
    void decidesOnceWhetherARoomIsTheSeat(RepetitionInfo repetition) {
        assertThat(Case.of(repetition).proposal().conversions()).allSatisfy(conversion -> {
            List<RegleEssayee> deciding = conversion.getTrace().stream()
                    .filter(step -> step.getDecides() && OF_THE_SEAT.contains(Rule.valueOf(step.getRule())))
                    .toList();
            assertThat(deciding).hasSize(1);
            assertThat(deciding.getFirst().getOutcome().equals("PREMIERE_CANDIDATE"))
                    .isEqualTo(conversion.getKind() == ConversionKind.TIERS_LIEU);
            assertThat(conversion.getReasons()).contains(deciding.getFirst().getOutcome());
        });
    }

    @RepeatedTest(CASES)
    void convertsEachOpenRoomOfTheRegionAndNoOther(RepetitionInfo repetition) {
        assertThat(Case.of(repetition).plan().getRooms())
                .allSatisfy(room -> assertThat(room.getKind() != null)
                        .isEqualTo(
                                room.getGestion() == Gestion.REGION && room.getState() != FrequentationState.FERMEE));
    }

    @RepeatedTest(CASES)
    void neverAidsAboveTheCeilingNorTheCost(RepetitionInfo repetition) {
        Case any = Case.of(repetition);
        Financing financing = new Financing(
                any.bareme().reglement(), AnyEpci.SIREN, any.epci().getIntercommunalite());

        assertThat(any.plan().getAid()).hasSize(5).allSatisfy(line -> {
            if (line.getAid() != null) {
                assertThat(line.getAid())
                        .isBetween(
                                BigDecimal.ZERO,
                                financing.line(line.getLine()).rule().most())
                        .isLessThanOrEqualTo(line.getCeiling());
            }
            if (line.getCost() != null) {
                assertThat(line.getAid().add(line.getLeft())).isLessThanOrEqualTo(line.getCost());
                assertThat(line.getLeft()).isNotNegative();
            }
        });
    }

    @RepeatedTest(CASES)
    void givesEachConclusionCountAndEuroAgainFromItsStepsAlone(RepetitionInfo repetition) {
        Case any = Case.of(repetition);
        List<Conversion> conversions = any.proposal().conversions();
        List<Frequentation> scores =
                any.rooms().stream().map(ScoredRoom::frequentation).toList();

        assertThat(Reevaluation.ofProposal(any.plan(), conversions, scores)).isEmpty();
        assertThat(conversions).extracting(Conversion::getRoomId).isSorted();
        assertThat(conversions)
                .allMatch(one -> one.getKind() != ConversionKind.TIERS_LIEU || one.getLow() >= 50)
                .allMatch(one -> one.getKind() != ConversionKind.ETAPE_NOMADE || one.getSessionsAMonth() > 0);
        assertThat(any.plan().getSiege() == null || any.plan().getFunctions().size() >= 2)
                .isTrue();
        assertThat(any.plan().getAid())
                .allSatisfy(line -> assertThat(line.getTrace())
                        .filteredOn(RegleEssayee::getDecides)
                        .hasSize(1));
    }

    private static List<ByteBuffer> bytes(EpciProposal proposal) throws IOException {
        List<ByteBuffer> bytes = new ArrayList<>();
        for (Conversion conversion : proposal.conversions()) {
            bytes.add(Conversion.getEncoder().encode(conversion));
        }
        bytes.add(Plan.getEncoder().encode(proposal.plan().orElseThrow()));
        return bytes;
    }

    private record Case(EpciDescribed epci, List<ScoredRoom> rooms, List<SiteDescribed> sites, Bareme bareme) {

        static Case of(RepetitionInfo repetition) {
            AnyEpci any = new AnyEpci(Seeds.random(repetition));
            return new Case(any.epci(), any.rooms(), any.sites(), any.bareme());
        }

        EpciProposal proposal() {
            return EpciProposal.of(Projects.facts(epci, sites), rooms, Places.AS_OF, bareme);
        }

        Plan plan() {
            return proposal().plan().orElseThrow();
        }
    }
}
