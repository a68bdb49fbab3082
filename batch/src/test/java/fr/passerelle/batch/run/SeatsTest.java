package fr.passerelle.batch.run;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.batch.run.Equations.Seats;
import fr.passerelle.local.fixture.ResultFixtures;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.ConversionKind;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.Siege;
import fr.passerelle.schemas.event.SiegeKind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SeatsTest {

    private static final String EPCI = "200000001";
    private static final Siege ROOM = new Siege(SiegeKind.SALLE, "S1", "Salle S1", "02001", "A");
    private static final Siege SITE = new Siege(SiegeKind.SITE, "S1", "Site S1", "02001", "A");

    @Test
    void findsNoGapWhereAPlanAndItsRoomsAgree() {
        assertThat(gaps(List.of(tiersLieu("S1"), etape("S2")), List.of(plan(ROOM))))
                .isEmpty();
        assertThat(gaps(List.of(etape("S1"), etape("S2")), List.of(plan(SITE)))).isEmpty();
        assertThat(gaps(List.of(etape("S1"), etape("S2")), List.of(plan(null, ROOM, SITE))))
                .isEmpty();
    }

    @Test
    void namesEachGapBetweenAPlanAndItsRooms() {
        assertThat(gaps(List.of(tiersLieu("S2"), tiersLieu("S1")), List.of(plan(ROOM))))
                .containsExactly("EPCI 200000001 : salles proposées comme tiers lieu [S1, S2], siège du plan [S1]");
        assertThat(gaps(List.of(tiersLieu("S1")), List.of(plan(SITE))))
                .containsExactly("EPCI 200000001 : salles proposées comme tiers lieu [S1], siège du plan []");
        assertThat(gaps(List.of(), List.of(plan(ROOM)))).hasSize(1);
        assertThat(gaps(List.of(tiersLieu("S1")), List.of())).hasSize(1);
        assertThat(gaps(List.of(), List.of(plan(SITE, ROOM, SITE))))
                .containsExactly("EPCI 200000001 : un tiers lieu proposé, et des lieux à départager");
    }

    private static List<String> gaps(List<Conversion> conversions, List<Plan> plans) {
        Seats seats = new Seats();
        conversions.forEach(seats::take);
        plans.forEach(seats::take);
        return seats.gaps();
    }

    private static Conversion tiersLieu(String room) {
        return ResultFixtures.conversion(room, EPCI, ConversionKind.TIERS_LIEU);
    }

    private static Conversion etape(String room) {
        return ResultFixtures.conversion(room, EPCI, ConversionKind.ETAPE_NOMADE);
    }

    private static Plan plan(@Nullable Siege seat, Siege... exAequo) {
        Plan plan = ResultFixtures.planOfEtape(EPCI, "S9");
        plan.setTiersLieu(seat == null ? null : seat.getId());
        plan.setSiege(seat);
        plan.setExAequo(List.of(exAequo));
        return plan;
    }
}
