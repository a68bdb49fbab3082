package fr.passerelle.console.figure;

import fr.passerelle.console.map.Mark;
import fr.passerelle.console.map.Mark.MarkedPlace;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.place.NameOrder;
import fr.passerelle.rules.conversion.Departement;
import fr.passerelle.rules.conversion.Mediation;
import fr.passerelle.rules.conversion.SharedHosts;
import fr.passerelle.rules.frequentation.RoomOpening;
import fr.passerelle.schemas.bareme.JeuDeRegles.ConversionRule;
import fr.passerelle.schemas.event.ConversionKind;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Payeur;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.PlanRoom;
import fr.passerelle.schemas.event.RoomInventoried;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the region, or a part of it, stands, in numbers: sessions a month, euros of aid where costs are known, percent of the inhabitants of
 * its EPCIs who would be near a point of mediation, within so many kilometres as the barème says.
 */
public record AreaFigures(
        int epcis,
        int rooms,
        long open,
        OpeningHours hours,
        int tiersLieux,
        int existing,
        EtapeCount etapes,
        int sessions,
        Animation animation,
        int toExamine,
        BigDecimal aid,
        int withoutCost,
        BigDecimal kilometres,
        BigDecimal near,
        BigDecimal nearToday,
        int inhabitants,
        int inhabitantsToday) {

    private static final BigDecimal LEAST = new BigDecimal("0.1");
    private static final BigDecimal MOST = new BigDecimal("99.9");

    /** What holding sessions takes: animateurs, full-time equivalents, and what one costs, euros a year, as the barème says; 0 where it does not. */
    public record Animation(BigDecimal animateurs, int oneAYear, long unpaid) {

        private static Animation of(Collection<Plan> plans, PublishedResults published, ConversionRule rule) {
            return new Animation(
                    plans.stream().map(Plan::getAnimateursEtp).reduce(BigDecimal.ZERO, BigDecimal::add),
                    rule.animateur().costAYear(),
                    plans.stream()
                            .flatMap(plan -> plan.getRooms().stream())
                            .flatMap(room -> Stream.ofNullable(
                                    published.proposals().conversions().get(room.getRoomId())))
                            .filter(etape -> etape.getPayeur() == Payeur.A_TROUVER)
                            .flatMap(etape -> Stream.ofNullable(etape.getHost()))
                            .map(SharedHosts::ofHost)
                            .distinct()
                            .count());
        }

        /** All of them, euros a year: an order of magnitude, never a budget. */
        public BigDecimal cost() {
            return Mediation.cost(animateurs, BigDecimal.valueOf(oneAYear));
        }
    }

    public static AreaFigures of(SynthesisArea area, PublishedResults published) {
        Collection<Plan> plans = area.plans();
        ConversionRule rule = published.run().bareme().jeuDeRegles().conversion();
        return new AreaFigures(
                plans.size(),
                sum(plans, plan -> plan.getRooms().size()),
                plans.stream()
                        .flatMap(plan -> plan.getRooms().stream())
                        .filter(room -> RoomOpening.isOpen(room.getState()))
                        .count(),
                OpeningHours.of(plans, published),
                sum(plans, plan -> plan.getSiege() == null ? 0 : 1),
                sum(plans, plan -> plan.getExistingTiersLieu() == null ? 0 : 1),
                EtapeCount.of(plans),
                sum(plans, Plan::getSessionsAMonth),
                Animation.of(plans, published, rule),
                sum(plans, Plan::getAInstruire),
                plans.stream().map(Plan::getAidTotal).filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add),
                sum(plans, plan -> plan.getAidTotal() == null ? 1 : 0),
                new BigDecimal(rule.proximityRadiusMetres()).movePointLeft(3),
                share(plans, Plan::getProximiteProposed),
                share(plans, Plan::getProximiteToday),
                sum(plans, Plan::getProximiteProposed),
                sum(plans, Plan::getProximiteToday));
    }

    public static AreaFigures of(Plan plan, PublishedResults published) {
        return of(new SynthesisArea(null, Set.of(plan.getEpci()), List.of(plan), List.of()), published);
    }

    /** How many fewer inhabitants would be near a point of mediation than today; 0 where as many or more would. */
    public int lost() {
        return Math.max(0, inhabitantsToday - inhabitants);
    }

    private static int sum(Collection<Plan> plans, ToIntFunction<Plan> number) {
        return plans.stream().mapToInt(number).sum();
    }

    /** How much of a whole a part is, with one decimal: what is not nothing is never told as 0 %, nor what is not all as 100 %. */
    static BigDecimal percentage(int part, int whole) {
        BigDecimal rounded = new BigDecimal(part)
                .movePointRight(2)
                .divide(new BigDecimal(Math.max(whole, 1)), 1, RoundingMode.HALF_UP);
        return part > 0 && part < whole ? rounded.max(LEAST).min(MOST) : rounded;
    }

    private static BigDecimal share(Collection<Plan> plans, ToIntFunction<Plan> inhabitants) {
        return percentage(sum(plans, inhabitants), sum(plans, Plan::getPopulation));
    }

    /**
     * How long the rooms that are open today and say it are open: real hours where they are known, else those declared; of all of them together,
     * a month, a week's fifty-two times over twelve, rounded down.
     */
    public record OpeningHours(int rooms, long aMonth) {

        static OpeningHours of(Collection<Plan> plans, PublishedResults published) {
            List<Integer> hundredths = plans.stream()
                    .flatMap(plan -> plan.getRooms().stream())
                    .filter(room -> RoomOpening.isOpen(room.getState()))
                    .map(room -> published.rooms().get(room.getRoomId()))
                    .filter(Objects::nonNull)
                    .flatMap(OpeningHours::weekly)
                    .toList();
            long week = hundredths.stream().mapToLong(Integer::longValue).sum();
            return new OpeningHours(hundredths.size(), week * 52 / 12 / 100);
        }

        private static Stream<Integer> weekly(RoomInventoried room) {
            Integer real = room.getWeeklyHoursRealHundredths();
            return Stream.ofNullable(real == null ? room.getWeeklyHoursDeclaredHundredths() : real);
        }
    }

    /** The étapes of some plans, one a place as everywhere, and the rooms that share them, by the mark that a map shows, none where it is zero. */
    public record EtapeCount(int all, long rooms, Map<Mark, Integer> byMark) {

        public static EtapeCount of(Collection<Plan> plans) {
            return new EtapeCount(
                    plans.stream().mapToInt(Plan::getEtapes).sum(),
                    plans.stream().flatMap(EtapeCount::rooms).count(),
                    plans.stream()
                            .flatMap(EtapeCount::marks)
                            .collect(Collectors.toMap(Function.identity(), mark -> 1, Integer::sum, TreeMap::new)));
        }

        private static Stream<String> rooms(Plan plan) {
            return plan.getRooms().stream()
                    .filter(room -> room.getKind() == ConversionKind.ETAPE_NOMADE)
                    .map(PlanRoom::getRoomId);
        }

        private static Stream<Mark> marks(Plan plan) {
            Set<String> etapes = rooms(plan).collect(Collectors.toSet());
            return MarkedPlace.of(plan).stream()
                    .filter(place -> etapes.contains(place.id()))
                    .map(MarkedPlace::mark);
        }

        /** How many rooms a map shows as étapes. */
        public int marked() {
            return byMark.getOrDefault(Mark.ETAPE_NOMADE, 0);
        }

        /** How many keep the mark that they have while nobody has concluded on them: their étape is provisional. */
        public long otherwise() {
            return rooms - marked();
        }
    }

    /**
     * The region, without a département, or the EPCIs of which most inhabitants live in one: their SIRENs, those without a room too, and plans by name.
     *
     * @param crossings EPCIs that have a part in it and another elsewhere, by name; none for the region
     */
    public record SynthesisArea(
            @Nullable Departement departement, Set<String> epcis, List<Plan> plans, List<Crossing> crossings) {

        /** An EPCI of two départements or more, by code: it counts whole where most of its inhabitants live. */
        public record Crossing(String name, Departement counted, SortedSet<Departement> parts) {}

        public static SynthesisArea region(PublishedResults published) {
            Set<String> all = published.epcis().keySet();
            return new SynthesisArea(
                    null, all, plans(published.proposals().plans().values()), List.of());
        }

        /** Those where an EPCI with a plan counts, by code. */
        public static SortedSet<Departement> departements(PublishedResults published) {
            return published.epcis().values().stream()
                    .filter(epci -> published.proposals().plans().containsKey(epci.getEpci()))
                    .map(Departement::of)
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        /** A département. */
        public static SynthesisArea of(Departement departement, PublishedResults published) {
            Set<String> epcis = published.epcis().values().stream()
                    .filter(epci -> Departement.of(epci).equals(departement))
                    .map(EpciDescribed::getEpci)
                    .collect(Collectors.toCollection(TreeSet::new));
            List<Plan> plans = published.proposals().plans().values().stream()
                    .filter(plan -> epcis.contains(plan.getEpci()))
                    .toList();
            return new SynthesisArea(departement, epcis, plans(plans), crossings(departement, published));
        }

        private static List<Plan> plans(Collection<Plan> plans) {
            return plans.stream()
                    .sorted(NameOrder.by(Plan::getName, Plan::getEpci))
                    .toList();
        }

        private static List<Crossing> crossings(Departement departement, PublishedResults published) {
            return published.epcis().values().stream()
                    .sorted(NameOrder.by(EpciDescribed::getName, EpciDescribed::getEpci))
                    .map(epci -> new Crossing(epci.getName(), Departement.of(epci), Departement.all(epci)))
                    .filter(epci -> epci.parts().size() > 1 && epci.parts().contains(departement))
                    .toList();
        }
    }
}
