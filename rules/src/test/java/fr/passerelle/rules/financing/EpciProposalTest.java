package fr.passerelle.rules.financing;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.rules.conversion.Places;
import fr.passerelle.rules.conversion.ScoredRoom;
import fr.passerelle.schemas.contract.Partitions;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.FrequentationState;
import fr.passerelle.schemas.event.Gestion;
import fr.passerelle.schemas.event.Plan;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EpciProposalTest {

    private static final AnyEpci ANY = new AnyEpci(new Random(1));

    @Test
    void proposesNothingOutsideAnEpci() {
        EpciDescribed nobody = EpciDescribed.newBuilder(ANY.epci())
                .setEpci(Partitions.WITHOUT_EPCI)
                .build();

        assertThat(propose(nobody, ANY.rooms())).isEqualTo(new EpciProposal(List.of(), Optional.empty()));
    }

    @Test
    void proposesNothingToAnEpciWithoutRooms() {
        assertThat(propose(ANY.epci(), List.of()).plan()).isEmpty();
    }

    @Test
    void marksAPlanAsADemonstrationWhenOneOfItsRoomsIs() {
        ScoredRoom real = autonomous("S-1");

        assertThat(plan(real).getDemonstration()).isFalse();
        assertThat(plan(real, autonomous("DEMO-1")).getDemonstration()).isTrue();
    }

    @Test
    void marksAPlanAsADemonstrationWhenOneOfItsSitesIs() {
        List<ScoredRoom> rooms = List.of(autonomous("S-1"));
        EpciDescribed epci = ANY.epci();

        assertThat(EpciProposal.of(Places.facts(epci, Places.site("DEMO-P-1")), rooms, Places.AS_OF, Reglements.BAREME)
                        .plan())
                .hasValueSatisfying(plan -> assertThat(plan.getDemonstration()).isTrue());
        assertThat(EpciProposal.of(Places.facts(epci, Places.site("P-1")), rooms, Places.AS_OF, Reglements.BAREME)
                        .plan())
                .hasValueSatisfying(plan -> assertThat(plan.getDemonstration()).isFalse());
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
        return Commune.newBuilder()
                .setInsee(insee)
                .setName("Commune")
                .setPopulation(100)
                .setLatitude(49.4)
                .setLongitude(2.8)
                .setAccessDeficit(deficit)
                .build();
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
        return EpciProposal.of(Projects.facts(epci), rooms, Places.AS_OF, Reglements.BAREME);
    }
}
