package fr.passerelle.console.figure;

import static fr.passerelle.console.map.PlanExamples.inventoried;
import static fr.passerelle.console.map.PlanExamples.published;
import static fr.passerelle.console.map.PlanExamples.room;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.figure.AreaFigures.OpeningHours;
import fr.passerelle.rules.explanation.BarePlan;
import fr.passerelle.schemas.event.FrequentationState;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.PlanRoom;
import fr.passerelle.schemas.event.RoomInventoried;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OpeningHoursTest {

    private static final PlanRoom OPEN = room("A").build();

    @Test
    void prefersRealHoursToDeclaredOnesAndRoundsAMonthDown() {
        RoomInventoried both = inventoried("A")
                .setWeeklyHoursRealHundredths(3_500)
                .setWeeklyHoursDeclaredHundredths(4_000)
                .build();

        assertThat(of(List.of(both), OPEN)).isEqualTo(new OpeningHours(1, 151));
    }

    @Test
    void countsNoRoomThatIsClosedOrSaysNothing() {
        RoomInventoried closed =
                inventoried("B").setWeeklyHoursDeclaredHundredths(1_200).build();

        assertThat(of(
                        List.of(inventoried("A").build(), closed),
                        OPEN,
                        room("B").setState(FrequentationState.FERMEE).build(),
                        room("C").build()))
                .isEqualTo(new OpeningHours(0, 0));
    }

    private static OpeningHours of(List<RoomInventoried> inventory, PlanRoom... rooms) {
        List<Plan> plans = Stream.of(rooms)
                .map(room ->
                        BarePlan.of(room.getRoomId()).setRooms(List.of(room)).build())
                .toList();
        return OpeningHours.of(plans, published(plans, List.of(), inventory));
    }
}
