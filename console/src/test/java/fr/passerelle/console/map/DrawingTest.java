package fr.passerelle.console.map;

import static fr.passerelle.console.map.PlanExamples.commune;
import static fr.passerelle.console.map.PlanExamples.epci;
import static fr.passerelle.console.map.PlanExamples.etape;
import static fr.passerelle.console.map.PlanExamples.inventoried;
import static fr.passerelle.console.map.PlanExamples.published;
import static fr.passerelle.console.map.PlanExamples.room;
import static fr.passerelle.console.map.PlanExamples.seat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.passerelle.console.map.Maps.PlaceLocations;
import fr.passerelle.console.map.Mark.MarkCount;
import fr.passerelle.console.map.PixelGrid.NameLayout;
import fr.passerelle.console.map.PixelGrid.NameLayout.Asked;
import fr.passerelle.console.map.PixelGrid.PlaceName;
import fr.passerelle.console.map.PixelGrid.Spread;
import fr.passerelle.console.map.PixelGrid.Spread.Spot;
import fr.passerelle.console.map.RegionMap.Layer;
import fr.passerelle.console.map.RegionMap.MediationMap;
import fr.passerelle.console.map.RegionMap.MediationMap.MediationDrawing;
import fr.passerelle.console.map.Territory.Outlines;
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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class DrawingTest {

    @Test
    void putsTheNorthAtTheTop() {
        PixelGrid sheet = PixelGrid.of(new Envelope(0, 10, 0, 5), 120, 10);

        assertThat(sheet.height()).isEqualTo(70);
        assertThat(sheet.x(new Coordinate(0, 5))).isEqualTo(10);
        assertThat(sheet.y(new Coordinate(0, 5))).isEqualTo(10);
        assertThat(sheet.y(new Coordinate(0, 0))).isEqualTo(60);
    }

    @Test
    void writesASurfaceAsAPathAndNothingForNone() {
        PixelGrid sheet = PixelGrid.of(new Envelope(0, 10, 0, 5), 120, 10);
        Geometry square = new GeometryFactory().toGeometry(new Envelope(0, 1, 0, 1));

        assertThat(sheet.path(square)).isEqualTo("M10 60l0 -10 10 0 0 10 0 0z");

        assertThat(sheet.path(new GeometryFactory().createPolygon())).isEmpty();
        assertThat(sheet.path(Territory.NOWHERE)).isEmpty();
    }

    @Test
    void drawsAMarkAroundItsPoint() {
        assertThat(Mark.EX_AEQUO.at(100, 50)).isEqualTo("M100,40l10,17h-20z");
    }

    @Test
    void keepsDiscsApart() {
        Spread spread = new Spread();

        Spot first = spread.take(100, 100);
        Spot second = spread.take(101, 100);
        Spot far = spread.take(300, 100);

        assertThat(first).isEqualTo(new Spot(100, 100));
        assertThat(Math.hypot(second.x() - first.x(), second.y() - first.y())).isBetween(20.0, 34.0);
        assertThat(far).isEqualTo(new Spot(300, 100));
    }

    private final NameLayout layout = new NameLayout(PixelGrid.of(new Envelope(0, 100, 0, 100), 1000, 0), 20, 40);

    @Test
    void putsANameAboveItsPoint() {
        assertThat(layout.placed(List.of(new Asked("Laon", 500, 500))))
                .containsExactly(new PlaceName("Laon", 500, 490, "middle", true));
    }

    @Test
    void putsTheNextBelowWhereTheFirstIsInTheWay() {
        List<PlaceName> placed = layout.placed(List.of(new Asked("Laon", 500, 500), new Asked("Creil", 505, 492)));

        assertThat(placed).hasSize(2).element(1).satisfies(name -> {
            assertThat(name.text()).isEqualTo("Creil");
            assertThat(name.y()).isGreaterThan(492);
            assertThat(name.main()).isTrue();
        });
    }

    @Test
    void showsOnAScreenOnlyWhatHasNoRoomInLargeLetters() {
        List<Asked> names = List.of(
                new Asked("Nogent-sur-Oise", 500, 500),
                new Asked("Creil", 500, 530),
                new Asked("Montataire", 500, 470),
                new Asked("Villers-Saint-Paul", 500, 560));

        List<PlaceName> placed = layout.placed(names);

        assertThat(placed).extracting(PlaceName::text).hasSizeGreaterThan(2).startsWith("Nogent-sur-Oise");
        assertThat(placed)
                .extracting(PlaceName::main)
                .contains(true, false)
                .isSortedAccordingTo((one, other) -> Boolean.compare(other, one));
        assertThat(layout.placed(names)).isEqualTo(placed);
    }

    @Test
    void keepsFreeWhatIsToStayFreeAndTheEdge() {
        layout.keepFree(500, 480, 12);

        List<PlaceName> placed = layout.placed(
                List.of(new Asked("Laon", 500, 500), new Asked("Hirson", 995, 300), new Asked("Ault", 300, 2)));

        assertThat(placed).extracting(PlaceName::anchor).containsExactly("middle", "end", "middle");
        assertThat(placed.getFirst().y()).isGreaterThan(500);
        assertThat(placed.getLast().y()).isGreaterThan(20);
    }

    @Test
    void leavesOutWhatHasNoRoom() {
        List<Asked> crowd = IntStream.range(0, 40)
                .mapToObj(i -> new Asked("Bailleul-le-Soc " + i, 500, 500))
                .toList();

        assertThat(layout.placed(crowd)).hasSizeBetween(2, 8);
    }

    @Test
    void countsEachPlanOnceByWhatIsMostDecidedOfIt() {
        assertThat(MarkCount.of(List.of(
                        BarePlan.of("1").setSiege(seat("A")).setAInstruire(1).build(),
                        BarePlan.of("2")
                                .setExAequo(List.of(seat("B"), seat("C")))
                                .setExistingTiersLieu("La Fabrique")
                                .build(),
                        BarePlan.of("3").setAInstruire(1).setEtapes(2).build(),
                        BarePlan.of("4").setEtapes(2).build(),
                        BarePlan.of("5").setEtapes(1).build())))
                .containsExactly(
                        new MarkCount(Mark.TIERS_LIEU, 1),
                        new MarkCount(Mark.EX_AEQUO, 1),
                        new MarkCount(Mark.EXISTANT, 0),
                        new MarkCount(Mark.A_INSTRUIRE, 1),
                        new MarkCount(Mark.ETAPE_NOMADE, 2),
                        new MarkCount(Mark.AUCUNE, 0));
    }

    private static final EpciDescribed LAND =
            epci("1", commune("A", 0), commune("B", 0), commune("C", 0), commune("D", 0));

    @Test
    void showsTodayTheRoomsThatAreOpenWhoeverManagesThem() {
        MediationMap map = drawn(
                BarePlan.of("1"),
                List.of(),
                room("A").build(),
                autonomous("B"),
                room("C").setState(FrequentationState.FERMEE).build());

        assertThat(map.open()).isEqualTo(new Layer(Mark.ETAPE_NOMADE, "M0,0h0M0,0h0", 2));
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
    void keepsNoRoomOfACommuneThatClosesAndLeavesOutWhatNobodyCanLocate() {
        MediationMap map = drawn(BarePlan.of("1"), List.of(), autonomous("A"), autonomous("D"));

        assertThat(map.open().count()).isEqualTo(2);
        assertThat(map.kept().count()).isEqualTo(1);
        assertThat(drawn(BarePlan.of("1"), List.of(), room("nowhere").build()).open())
                .isEqualTo(new Layer(Mark.ETAPE_NOMADE, "", 0));
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

    /** Neighbours: Mers-les-Bains and Oust-Marest, and beside them Allenay. */
    private static final EpciDescribed COAST = outlined("247600588", "80533", "80613");

    private static final EpciDescribed INLAND = outlined("A", "80018");

    @Test
    void drawsEachCommuneAsItIs() {
        Territory territory = Territory.of(List.of(COAST, INLAND));

        assertThat(territory.communes()).containsOnlyKeys("80533", "80613", "80018");
        assertThat(land(territory.communes(), "80533").getArea()).isBetween(4.0, 10.0);
    }

    @Test
    void joinsTheCommunesOfAnEpci() {
        Territory territory = Territory.of(List.of(COAST, INLAND));

        Geometry coast = land(territory.epcis(), "247600588");
        double communes = Stream.of("80533", "80613")
                .mapToDouble(insee -> land(territory.communes(), insee).getArea())
                .sum();
        assertThat(coast.getArea()).isCloseTo(communes, within(1e-6));
        assertThat(coast.intersection(land(territory.epcis(), "A")).getArea()).isCloseTo(0, within(1e-6));
    }

    @Test
    void showsWhatAnEpciHasBeyondTheRegionAsFarAsItIsNear() {
        Territory territory = Territory.of(List.of(COAST, INLAND));

        assertThat(territory.beyond()).containsOnlyKeys("247600588");
        assertThat(territory.envelope(List.of("247600588")).getWidth())
                .isGreaterThan(land(territory.epcis(), "247600588")
                                .getEnvelopeInternal()
                                .getWidth()
                        + 1)
                .isLessThan(land(territory.beyond(), "247600588")
                                .getEnvelopeInternal()
                                .getWidth()
                        + 16);
        assertThat(territory.envelope(List.of("A")))
                .isEqualTo(land(territory.epcis(), "A").getEnvelopeInternal());
    }

    @Test
    void putsADiscWhereItKnowsNoOutline() {
        Territory territory = Territory.of(List.of(outlined("A", "99001"), outlined("B")));

        assertThat(land(territory.epcis(), "A").getArea()).isCloseTo(Math.PI * 1.5 * 1.5, within(0.2));
        assertThat(territory.epcis()).containsOnlyKeys("A");
        assertThat(territory.envelope(territory.epcis().keySet()).getWidth()).isCloseTo(3, within(1e-6));
    }

    private static Geometry land(Map<String, Geometry> lands, String code) {
        return Objects.requireNonNull(lands.get(code));
    }

    private static EpciDescribed outlined(String siren, String... communes) {
        return PlanExamples.epci(
                siren,
                Stream.of(communes)
                        .map(insee -> PlanExamples.commune(insee, 10))
                        .toArray(Commune[]::new));
    }

    private static final Path FACTS = Path.of("../sources/src/main/resources/facts/communes-picardie.csv");

    /** Of the three départements, as public statistics have it. */
    private static final double SQUARE_KILOMETRES = 19_399;

    private final Outlines outlines = Outlines.SHIPPED;

    @Test
    void hasEachCommuneOfTheFactsAndNoOther() throws IOException {
        Set<String> communes = Files.readString(FACTS)
                .lines()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .collect(Collectors.toSet());

        assertThat(outlines.communes()).hasSize(2248).containsOnlyKeys(communes);
        assertThat(outlines.beyond()).containsOnlyKeys("200069672", "200069722", "247600588");
    }

    @Test
    void letsNeighboursMeetWithoutOverlapOrGap() {
        Geometry[] communes = outlines.communes().values().toArray(Geometry[]::new);

        assertThat(CoverageValidator.isValid(communes)).isTrue();
        assertThat(communes).allMatch(commune -> commune.isValid() && !commune.isEmpty());
        double sum = outlines.communes().values().stream()
                .mapToDouble(Geometry::getArea)
                .sum();
        assertThat(region().getArea()).isCloseTo(sum, within(1e-9));
    }

    @Test
    void isAsLargeAsTheRegionIsAndMeetsWhatIsBeyondAtTheEdge() {
        Geometry region = new Plane(2.8, 49.5).of(region());

        assertThat(region.getArea()).isCloseTo(SQUARE_KILOMETRES, within(SQUARE_KILOMETRES / 100));

        Geometry beyond = Objects.requireNonNull(outlines.beyond().get("247600588"));

        assertThat(beyond.touches(region())).isTrue();
        assertThat(beyond.intersection(region()).getLength()).isPositive();
    }

    private Geometry region() {
        return CoverageUnion.union(outlines.communes().values().toArray(Geometry[]::new));
    }
}
