package fr.passerelle.console.figure;

import static fr.passerelle.console.map.PlanExamples.commune;
import static fr.passerelle.console.map.PlanExamples.epci;
import static fr.passerelle.console.map.PlanExamples.etape;
import static fr.passerelle.console.map.PlanExamples.inventoried;
import static fr.passerelle.console.map.PlanExamples.near;
import static fr.passerelle.console.map.PlanExamples.published;
import static fr.passerelle.console.map.PlanExamples.room;
import static fr.passerelle.console.map.PlanExamples.seat;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.figure.AreaFigures.EtapeCount;
import fr.passerelle.console.figure.AreaFigures.OpeningHours;
import fr.passerelle.console.figure.AreaFigures.SynthesisArea;
import fr.passerelle.console.map.Mark;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.rules.conversion.Departement;
import fr.passerelle.rules.explanation.BarePlan;
import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.ConversionKind;
import fr.passerelle.schemas.event.FrequentationState;
import fr.passerelle.schemas.event.Payeur;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.PlanRoom;
import fr.passerelle.schemas.event.RoomInventoried;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
                .containsExactly(2, 3, 2L, 1, 1);
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

        AreaFigures.Animation animation = AreaFigures.of(plan, published(List.of(plan), etapes, List.of()))
                .animation();

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
                epci("1", commune("02001", 100)),
                epci("2", commune("60001", 100), commune("80001", 100)),
                epci("3", commune("80002", 100)));

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
    void losesTheInhabitantsThatNoRoundedShareShowsAndNobodyElse() {
        AreaFigures figures = ofRegion(near(90_000, 89_999));

        assertThat(figures.near()).isEqualTo(figures.nearToday()).isEqualTo("90.0");
        assertThat(figures.lost()).isEqualTo(1);

        assertThat(ofRegion(near(90_000, 90_000)).lost()).isZero();
        assertThat(ofRegion(near(90_000, 91_000)).lost()).isZero();

        assertThat(ofRegion(BarePlan.of("1").build()).near()).isZero();
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

    private static final Plan THREE_ROOMS = BarePlan.of("1")
            .setRooms(List.of(
                    becoming("A", Candidature.SOUS_LE_SEUIL),
                    becoming("B", Candidature.A_INSTRUIRE),
                    becoming("C", Candidature.CANDIDATE)))
            .setEtapes(2)
            .build();

    private final EtapeCount count = EtapeCount.of(List.of(THREE_ROOMS));

    @Test
    void countsOneAPlaceTheRoomsThatShareThemAndTheirMarks() {
        assertThat(count.all()).isEqualTo(2);
        assertThat(count.rooms()).isEqualTo(3);
        assertThat(count.byMark()).isEqualTo(Map.of(Mark.ETAPE_NOMADE, 2, Mark.A_INSTRUIRE, 1));
        assertThat(count.marked()).isEqualTo(2);
        assertThat(count.otherwise()).isEqualTo(1);
        assertThat(EtapeCount.of(List.of(BarePlan.of("1").build()))).isEqualTo(new EtapeCount(0, 0, Map.of()));
    }

    private static PlanRoom becoming(String id, Candidature candidature) {
        return room(id).setKind(ConversionKind.ETAPE_NOMADE)
                .setCandidature(candidature)
                .build();
    }

    private static final Departement AISNE = Departement.of("02001");
    private static final Departement OISE = Departement.of("60001");
    private static final Departement SOMME = Departement.of("80001");

    private static final PublishedResults OF_THREE = published(
            List.of(
                    BarePlan.of("1").setName("CC de l'Omois").build(),
                    BarePlan.of("2").setName("CC de l'Est").build(),
                    BarePlan.of("3").setName("CC de l'Étang").build()),
            List.of(),
            List.of(),
            epci("1", commune("02001", 900)),
            epci("2", commune("02002", 100), commune("80001", 500)),
            epci("3", commune("80002", 700)),
            epci("4", commune("60001", 300)));

    @Test
    void listsTheRegionByNameAsFrenchSortsThem() {
        SynthesisArea region = SynthesisArea.region(OF_THREE);

        assertThat(region.plans())
                .extracting(Plan::getName)
                .containsExactly("CC de l'Est", "CC de l'Étang", "CC de l'Omois");
        assertThat(region.epcis()).containsExactly("1", "2", "3", "4");
        assertThat(region.crossings()).isEmpty();
    }

    @Test
    void countsAnEpciWholeWhereMostOfItsInhabitantsLive() {
        assertThat(SynthesisArea.of(AISNE, OF_THREE).plans())
                .extracting(Plan::getEpci)
                .containsExactly("1");
        assertThat(SynthesisArea.of(SOMME, OF_THREE).plans())
                .extracting(Plan::getEpci)
                .containsExactly("2", "3");
    }

    @Test
    void tellsInBothDepartementsOfAnEpciThatHasAPartInEach() {
        assertThat(SynthesisArea.of(AISNE, OF_THREE).crossings())
                .isEqualTo(SynthesisArea.of(SOMME, OF_THREE).crossings())
                .singleElement()
                .satisfies(crossing -> {
                    assertThat(crossing.counted()).isEqualTo(SOMME);
                    assertThat(crossing.parts()).containsExactly(AISNE, SOMME);
                });
    }

    @Test
    void holdsAnEpciWithoutAPlanAndHasNoSheetOfItsDepartement() {
        assertThat(SynthesisArea.of(OISE, OF_THREE))
                .isEqualTo(new SynthesisArea(OISE, Set.of("4"), List.of(), List.of()));
        assertThat(SynthesisArea.departements(OF_THREE)).containsExactly(AISNE, SOMME);
    }
}
