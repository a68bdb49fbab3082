package fr.passerelle.rules.economy;

import fr.passerelle.rules.frequentation.LargestRemainder;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.ConversionKind;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.Siege;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How what stays to an EPCI divides among communes: each line in cents, in proportion to what they weigh, by largest remainder, so that the
 * shares of a line add up to it. A simulation (choix du projet): nothing of it is in a score, an aid or a proposal.
 *
 * @param shares one a commune, by INSEE code; none where no commune weighs anything, or no line is known
 */
public record RemainderDivision(List<CommuneShare> shares) {

    static final Comparator<CommuneWeight> BY_INSEE = Comparator.comparing(CommuneWeight::insee);

    private static final int CENTS = 2;

    /** Divides among these communes, in whatever order they are told. */
    public static RemainderDivision of(Remainder remainder, Collection<CommuneWeight> communes) {
        List<CommuneWeight> ordered = communes.stream().sorted(BY_INSEE).toList();
        int[] weights = ordered.stream().mapToInt(CommuneWeight::weight).toArray();
        if (remainder.lines().isEmpty() || ordered.stream().allMatch(commune -> commune.weight() == 0)) {
            return new RemainderDivision(List.of());
        }
        Map<RemainderLine, long[]> parts = new EnumMap<>(RemainderLine.class);
        remainder
                .lines()
                .forEach((line, euros) -> parts.put(
                        line, LargestRemainder.split(euros.movePointRight(CENTS).longValueExact(), weights)));
        return new RemainderDivision(IntStream.range(0, weights.length)
                .mapToObj(i -> new CommuneShare(ordered.get(i), Collections.unmodifiableSortedMap(shares(parts, i))))
                .toList());
    }

    /** Divides among the others when one leaves: what stays is the same, and they pay its share. */
    public static RemainderDivision without(String insee, Remainder remainder, Collection<CommuneWeight> communes) {
        return of(
                remainder,
                communes.stream()
                        .filter(commune -> !commune.insee().equals(insee))
                        .toList());
    }

    private static SortedMap<RemainderLine, BigDecimal> shares(Map<RemainderLine, long[]> parts, int commune) {
        SortedMap<RemainderLine, BigDecimal> shares = new TreeMap<>();
        parts.forEach((line, cents) -> shares.put(line, BigDecimal.valueOf(cents[commune], CENTS)));
        return shares;
    }

    /** What stays to an EPCI, euros by line: those whose cost is known, each from 0. */
    public record Remainder(SortedMap<RemainderLine, BigDecimal> lines) {

        /** What a plan leaves it: costs less aid, and year 4. */
        public static Remainder of(Plan plan) {
            SortedMap<RemainderLine, BigDecimal> lines = new TreeMap<>();
            plan.getAid().stream()
                    .filter(line -> line.getCost() != null && line.getLeft() != null)
                    .forEach(line ->
                            lines.put(RemainderLine.valueOf(line.getLine().name()), line.getLeft()));
            Optional.ofNullable(plan.getYear4Cost()).ifPresent(cost -> lines.put(RemainderLine.ANNEE_4, cost));
            return new Remainder(Collections.unmodifiableSortedMap(lines));
        }
    }

    /** A line of what stays to an EPCI: those of the plan de financement, in its order, then the first year that nobody aids. */
    public enum RemainderLine {
        ETUDE,
        INVESTISSEMENT,
        FONCTIONNEMENT_1,
        FONCTIONNEMENT_2,
        FONCTIONNEMENT_3,
        /** Running, year 4: beside the plan, never in its total. */
        ANNEE_4
    }

    /** What a commune would pay of each line that is divided, to the cent, from 0. */
    public record CommuneShare(CommuneWeight commune, SortedMap<RemainderLine, BigDecimal> euros) {

        /** Over the plan, year 4 apart. */
        public BigDecimal total() {
            return euros.entrySet().stream()
                    .filter(line -> line.getKey() != RemainderLine.ANNEE_4)
                    .map(Map.Entry::getValue)
                    .reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
        }
    }

    /** What a commune, by its INSEE code, weighs in a division: from 0, in the unit of the key. */
    public record CommuneWeight(String insee, String name, int weight) {}

    /** What a remainder is divided by. Choix du projet: the communes choose their own, and no text gives one. */
    public enum DivisionKey {
        /** Inhabitants. */
        HABITANTS,
        /** Sessions a month, where they are held; the seat counts for as many as the étape that holds the most, for one where there is none (choix du projet). */
        SEANCES;

        /** What each of the communes of an EPCI weighs, from the conversions of its rooms: by INSEE code, whatever the order of the arguments. */
        public List<CommuneWeight> weights(
                Collection<Commune> communes, Plan plan, Collection<Conversion> conversions) {
            Map<String, Integer> weights = switch (this) {
                case HABITANTS ->
                    communes.stream().collect(Collectors.toMap(Commune::getInsee, Commune::getPopulation));
                case SEANCES -> sessions(plan, conversions);
            };
            return communes.stream()
                    .map(commune -> new CommuneWeight(
                            commune.getInsee(), commune.getName(), weights.getOrDefault(commune.getInsee(), 0)))
                    .sorted(RemainderDivision.BY_INSEE)
                    .toList();
        }

        private static Map<String, Integer> sessions(Plan plan, Collection<Conversion> conversions) {
            List<Conversion> etapes = conversions.stream()
                    .filter(conversion -> conversion.getKind() == ConversionKind.ETAPE_NOMADE)
                    .toList();
            int most = etapes.stream()
                    .mapToInt(Conversion::getSessionsAMonth)
                    .max()
                    .orElse(1);
            return Stream.concat(
                            etapes.stream()
                                    .map(etape -> Map.entry(etape.getHost().getInsee(), etape.getSessionsAMonth())),
                            Stream.ofNullable(plan.getSiege())
                                    .map(Siege::getInsee)
                                    .map(seat -> Map.entry(seat, most)))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Integer::sum));
        }
    }
}
