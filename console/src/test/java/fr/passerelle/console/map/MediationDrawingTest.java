package fr.passerelle.console.map;

import static fr.passerelle.console.map.PlanExamples.epci;
import static fr.passerelle.console.map.PlanExamples.etape;
import static fr.passerelle.console.map.PlanExamples.inventoried;
import static fr.passerelle.console.map.PlanExamples.published;
import static fr.passerelle.console.map.PlanExamples.room;
import static fr.passerelle.console.map.PlanExamples.seat;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.map.Maps.PlaceLocations;
import fr.passerelle.console.map.RegionMap.MediationMap;
import fr.passerelle.console.map.RegionMap.MediationMap.MediationDrawing;
import fr.passerelle.console.map.RegionMap.MediationMap.Points;
import fr.passerelle.console.map.Territory.Plane;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.rules.explanation.BarePlan;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.FrequentationState;
import fr.passerelle.schemas.event.Gestion;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.PlanRoom;
import fr.passerelle.schemas.event.RoomInventoried;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;

class MediationDrawingTest {

    private static final EpciDescribed LAND = epci("1", commune("A"), commune("B"), commune("C"), commune("D"));

    @Test
    void showsTodayTheRoomsThatAreOpenWhoeverManagesThem() {
        MediationMap map = drawn(
                BarePlan.of("1"),
                List.of(),
                room("A").build(),
                autonomous("B"),
                room("C").setState(FrequentationState.FERMEE).build());

        assertThat(map.open()).isEqualTo(new Points("M0,0h0M0,0h0", 2));
    }

    @Test
    void countsAPlaceOnceAsSeatThenAsHostThenAsARoomThatRemains() {
        MediationMap map = drawn(
                BarePlan.of("1").setSiege(seat("A")),
                List.of(etape("C", "A"), etape("D", "B")),
                autonomous("A"),
                autonomous("B"),
                autonomous("C"),
                room("D").build());

        assertThat(List.of(map.seats().count(), map.hosts().count(), map.kept().count()))
                .containsExactly(1, 1, 1);
        assertThat(map.proposed()).isEqualTo(3);
    }

    @Test
    void keepsNoRoomOfACommuneThatAnnouncesItsClosingDay() {
        MediationMap map = drawn(BarePlan.of("1"), List.of(), autonomous("A"), autonomous("D"));

        assertThat(map.open().count()).isEqualTo(2);
        assertThat(map.kept().count()).isEqualTo(1);
    }

    @Test
    void leavesOutWhatNobodyCanLocate() {
        assertThat(drawn(BarePlan.of("1"), List.of(), room("nowhere").build()).open())
                .isEqualTo(new Points("", 0));
    }

    /** Room D announces its closing day. */
    private static MediationMap drawn(Plan.Builder plan, List<Conversion> conversions, PlanRoom... rooms) {
        List<RoomInventoried> inventory = List.of(
                inventoried("A").build(),
                inventoried("D").setClosed(LocalDate.of(2018, 1, 31)).build());
        PublishedResults published =
                published(List.of(plan.setRooms(List.of(rooms)).build()), conversions, inventory, LAND);
        return new MediationDrawing(
                        published,
                        new PlaceLocations(new Plane(2, 49), published.rooms(), List.of(LAND)),
                        PixelGrid.of(new Envelope(0, 10, 0, 0), 10, 0))
                .over(new RegionMap(10, 10, List.of(), "", List.of(), List.of()));
    }

    private static PlanRoom autonomous(String id) {
        return room(id).setGestion(Gestion.COMMUNALE_AUTONOME).build();
    }

    private static Commune commune(String insee) {
        return new Commune(insee, insee, 0, 49.0, 2.0, null);
    }
}
