package fr.passerelle.rules.frequentation;

import static fr.passerelle.rules.frequentation.Rooms.AS_OF;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.rules.conversion.Places;
import fr.passerelle.rules.frequentation.Population.Groups;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Gestion;
import fr.passerelle.schemas.event.RoomInventoried;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PopulationTest {

    private static final int RADIUS = 10_000;

    /** 0.09 degrees of latitude are 10,007.6 m, 0.0899 are 9,996.4 m. */
    private static final Commune A = new Commune("02001", "A", 500, 49d, 3d, null);

    private static final Commune NEAR_A = new Commune("02002", "Near A", 100, 49.0899d, 3d, null);
    private static final Commune FAR = new Commune("02003", "Far", 1000, 48.91d, 3d, null);
    private static final Commune B = new Commune("02004", "B", 70, 49.1798d, 3d, null);

    @Test
    void givesEachCommuneToTheNearestGroupWithinTheRadius() {
        Population population = population(Rooms.in("S1", "02001"));

        assertThat(served(population, "S1")).isEqualByComparingTo("600");
        assertThat(served(population, "S2")).isNull();
    }

    @Test
    void givesACommuneAtEqualDistanceToTheLowestInseeCode() {
        Population population = population(Rooms.in("S1", "02001"), Rooms.in("S2", "02004"));

        assertThat(Distance.metres(NEAR_A, A)).isEqualTo(Distance.metres(NEAR_A, B));
        assertThat(served(population, "S1")).isEqualByComparingTo("600");
        assertThat(served(population, "S2")).isEqualByComparingTo("70");
    }

    @Test
    void servesACommuneThatLiesOnTheRadiusItself() {
        int metres = Math.toIntExact(Distance.metres(NEAR_A, A));

        assertThat(new Groups(List.of(A), metres).served(List.of(NEAR_A))).containsOnlyKeys("02001");
        assertThat(new Groups(List.of(A), metres - 1).served(List.of(NEAR_A))).isEmpty();
    }

    @Test
    void prefersTheLowestInseeCodeInWhateverOrderTheGroupsCome() {
        assertThat(new Groups(List.of(B, A), RADIUS).served(List.of(NEAR_A))).containsOnlyKeys("02001");
    }

    @Test
    void countsAGroupsOwnCommuneWhateverIsNear() {
        Population population = Population.of(
                epci(A, new Commune("02000", "Same place", 9, 49d, 3d, null)),
                List.of(Rooms.in("S1", "02001"), Rooms.in("S2", "02000")),
                AS_OF,
                RADIUS);

        assertThat(served(population, "S1")).isEqualByComparingTo("500");
        assertThat(served(population, "S2")).isEqualByComparingTo("9");
    }

    @Test
    void sharesAGroupAmongItsOpenRoomsAutonomousOnesIncluded() {
        RoomInventoried autonomous = Rooms.in("S2", "02001");
        autonomous.setGestion(Gestion.COMMUNALE_AUTONOME);
        RoomInventoried closed = Rooms.in("S3", "02001");
        closed.setClosed(LocalDate.of(2017, 10, 1));
        Population population = population(Rooms.in("S1", "02001"), autonomous, Rooms.in("S4", "02001"), closed);

        assertThat(served(population, "S1")).hasToString("200.000000");
        assertThat(served(population, "S2")).hasToString("200.000000");
        assertThat(served(population, "S3")).isNull();
    }

    @Test
    void knowsNothingOfARoomWhoseCommuneIsNotOfTheEpci() {
        assertThat(served(population(Rooms.in("S1", "60001")), "S1")).isNull();
    }

    @Test
    void doesNotDependOnTheOrderOfRooms() {
        RoomInventoried one = Rooms.in("S1", "02001");
        RoomInventoried other = Rooms.in("S2", "02004");

        assertThat(Stream.of(one, other).map(population(one, other)::servedBy))
                .containsExactlyElementsOf(Stream.of(one, other)
                        .map(population(other, one)::servedBy)
                        .toList());
    }

    private static @Nullable BigDecimal served(Population population, String roomId) {
        return population.servedBy(Rooms.in(roomId, "02001")).inhabitants();
    }

    private static Population population(RoomInventoried... rooms) {
        return Population.of(epci(FAR, B, NEAR_A, A), List.of(rooms), AS_OF, RADIUS);
    }

    private static EpciDescribed epci(Commune... communes) {
        return Places.epci().setCommunes(List.of(communes)).build();
    }
}
