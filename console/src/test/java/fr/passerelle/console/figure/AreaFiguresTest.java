package fr.passerelle.console.figure;

import static fr.passerelle.console.map.PlanExamples.epci;
import static fr.passerelle.console.map.PlanExamples.etape;
import static fr.passerelle.console.map.PlanExamples.inventoried;
import static fr.passerelle.console.map.PlanExamples.published;
import static fr.passerelle.console.map.PlanExamples.room;
import static fr.passerelle.console.map.PlanExamples.seat;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.figure.AreaFigures.OpeningHours;
import fr.passerelle.console.figure.AreaFigures.SynthesisArea;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.rules.explanation.BarePlan;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.FrequentationState;
import fr.passerelle.schemas.event.Payeur;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.PlanRoom;
import fr.passerelle.schemas.event.RoomInventoried;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AreaFiguresTest {

    @Test
    void addsUpThePlansOfAnArea() {
        Plan seated = BarePlan.of("1")
                .setRooms(List.of(
                        room("A").build(),
                        room("B").setState(FrequentationState.FERMEE).build()))
                .setSiege(seat("A"))
                .setSessionsAMonth(4)
                .setAidTotal(new BigDecimal("100.00"))
                .build();
        Plan existing = BarePlan.of("2")
                .setRooms(List.of(room("C").build()))
                .setExistingTiersLieu("La Fabrique")
                .setSessionsAMonth(2)
                .setAInstruire(1)
                .build();

        AreaFigures figures = ofRegion(seated, existing);

        assertThat(List.of(figures.epcis(), figures.rooms(), figures.open(), figures.tiersLieux(), figures.existing()))
                .containsExactly(2, 3, 2, 1, 1);
        assertThat(List.of(figures.sessions(), figures.toExamine(), figures.withoutCost()))
                .containsExactly(6, 1, 1);
        assertThat(figures.aid()).isEqualByComparingTo("100.00");
    }

    /** Each étape once, even where two rooms share it. */
    @Test
    void tellsWhatSessionsTakeAndHowManyEtapesNobodyPays() {
        Plan plan = BarePlan.of("1")
                .setRooms(
                        List.of(room("A").build(), room("B").build(), room("C").build()))
                .setAnimateursEtp(new BigDecimal("18.600000"))
                .build();
        List<Conversion> etapes = List.of(etape("A", "A"), etape("B", "A"), etape("C", "C"));
        etapes.subList(0, 2).forEach(etape -> etape.setPayeur(Payeur.A_TROUVER));
        PublishedResults published = published(List.of(plan), etapes, List.of());

        AreaFigures.Animation animation = AreaFigures.of(plan, published).animation();

        assertThat(animation.animateurs()).isEqualByComparingTo("18.6");
        assertThat(animation.oneAYear()).isEqualTo(35_000);
        assertThat(animation.cost()).isEqualByComparingTo("650000");
        assertThat(animation.unpaid()).isEqualTo(1);
    }

    @Test
    void addsUpOverTheDepartements() {
        PublishedResults published = published(
                List.of(
                        BarePlan.of("1").setEtapes(2).build(),
                        BarePlan.of("2").setEtapes(3).build(),
                        BarePlan.of("3").setEtapes(5).build()),
                List.of(),
                List.of(),
                epci("1", commune("02001")),
                epci("2", commune("60001"), commune("80001")),
                epci("3", commune("80002")));

        int sum = SynthesisArea.departements(published).stream()
                .map(departement -> AreaFigures.of(SynthesisArea.of(departement, published), published))
                .mapToInt(figures -> figures.etapes().all())
                .sum();

        assertThat(sum)
                .isEqualTo(AreaFigures.of(SynthesisArea.region(published), published)
                        .etapes()
                        .all())
                .isEqualTo(10);
    }

    @Test
    void losesTheInhabitantsThatNoRoundedShareShows() {
        AreaFigures figures = ofRegion(near(90_000, 89_999));

        assertThat(figures.near()).isEqualTo(figures.nearToday()).isEqualTo("90.0");
        assertThat(figures.lost()).isEqualTo(1);
    }

    @Test
    void losesNobodyWhereAsManyOrMoreAreNear() {
        assertThat(ofRegion(near(90_000, 90_000)).lost()).isZero();
        assertThat(ofRegion(near(90_000, 91_000)).lost()).isZero();
    }

    @Test
    void sharesNothingWhereNobodyLives() {
        assertThat(ofRegion(BarePlan.of("1").build()).near()).isZero();
    }

    private static Plan near(int today, int proposed) {
        return BarePlan.of("1")
                .setPopulation(100_000)
                .setProximiteToday(today)
                .setProximiteProposed(proposed)
                .build();
    }

    private static Commune commune(String insee) {
        return new Commune(insee, insee, 100, 49.0, 2.0, null);
    }

    private static AreaFigures ofRegion(Plan... plans) {
        PublishedResults published = published(plans);
        return AreaFigures.of(SynthesisArea.region(published), published);
    }

    @ParameterizedTest
    @CsvSource({"0,0,0.0", "0,9,0.0", "9,9,100.0", "1,3,33.3", "4,1000,0.4", "1,10000,0.1", "9999,10000,99.9"})
    void takesNeitherALittleForNothingNorTheMostForAll(int part, int whole, String percent) {
        assertThat(AreaFigures.percentage(part, whole)).isEqualTo(percent);
    }

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
