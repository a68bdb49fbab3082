package fr.passerelle.rules.conversion;

import fr.passerelle.rules.frequentation.Distance;
import fr.passerelle.rules.trace.Rule;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.bareme.JeuDeRegles.AnimateurRule;
import fr.passerelle.schemas.bareme.JeuDeRegles.ConversionRule;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.ConversionKind;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Host;
import fr.passerelle.schemas.event.Operande;
import fr.passerelle.schemas.event.RegleEssayee;
import fr.passerelle.schemas.event.Siege;
import fr.passerelle.schemas.event.Unite;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the étapes of an EPCI come to (RULES 4.5, 4.7 and 4.8).
 *
 * @param sessionsAMonth over all its étapes
 * @param animateursEtp full-time equivalents that hold them, six places HALF_UP
 * @param tablets of one session; 0 without an étape
 * @param population inhabitants of its communes
 * @param proximiteToday inhabitants near a point of mediation today
 * @param proximiteProposed the same as proposed
 * @param flags stable codes of what is shown and decides nothing, in order
 * @param trace the rules tried, in order
 */
public record Mediation(
        int sessionsAMonth,
        BigDecimal animateursEtp,
        int tablets,
        int population,
        int proximiteToday,
        int proximiteProposed,
        List<String> flags,
        List<RegleEssayee> trace) {

    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);
    private static final int PLACES = 6;

    /** A fall of proximity: it needs a motive. */
    public static final String PROXIMITE_EN_BAISSE = "PROXIMITE_EN_BAISSE";

    private static final MathContext MAGNITUDE = new MathContext(2, RoundingMode.HALF_UP);

    /** What animateurs cost whoever employs them, euros a year, from the barème's cost of one: an order of magnitude, of two figures. */
    public static BigDecimal cost(BigDecimal etp, BigDecimal costAYear) {
        return etp.multiply(costAYear).round(MAGNITUDE);
    }

    /** @param rooms all the rooms of the EPCI, open, closed and autonomous */
    public static Mediation of(
            EpciDescribed epci, List<ScoredRoom> rooms, Conversions conversions, ConversionRule rules) {
        int sessions = held(conversions.list().stream()
                .mapToLong(Conversion::getSessionsAMonth)
                .sum());
        BigDecimal animateurs = animateurs(sessions, rules.animateur());
        Proximity proximity = Proximity.of(
                epci,
                insee(rooms.stream().filter(ScoredRoom::isOpen)),
                pointsProposed(rooms, conversions),
                rules.proximityRadiusMetres());
        return new Mediation(
                sessions,
                animateurs,
                conversions.list().stream().anyMatch(one -> one.getKind() == ConversionKind.ETAPE_NOMADE)
                        ? rules.groupSize()
                        : 0,
                proximity.population(),
                proximity.today(),
                proximity.proposed(),
                flags(proximity, conversions),
                PlaceCandidature.append(
                        proximity.trace(), step(epci.getEpci(), sessions, animateurs, rules.animateur())));
    }

    private static List<String> flags(Proximity proximity, Conversions conversions) {
        Stream<String> fall =
                proximity.proposed() < proximity.today() ? Stream.of(PROXIMITE_EN_BAISSE) : Stream.empty();
        Stream<String> above = conversions.list().stream()
                .flatMap(conversion -> conversion.getReasons().stream())
                .filter(ProposalReason.SEANCES_AU_DESSUS_DU_MAXIMUM.name()::equals)
                .distinct();
        return Stream.concat(fall, above).toList();
    }

    /**
     * Communes that have a point of mediation (RULES 4.7), a place where somebody helps with the digital: as proposed the seat, the hosts of
     * the étapes, and the rooms of communes that remain; today the rooms open at the as-of, whoever manages them. A public place of the EPCI is
     * one only as host of an étape, and a tiers lieu that the EPCI already has is none, since nobody told where it is.
     */
    private static Set<String> pointsProposed(List<ScoredRoom> rooms, Conversions conversions) {
        Stream<String> seat = conversions.seating().seat().map(Siege::getInsee).stream();
        Stream<String> hosts = conversions.list().stream()
                .flatMap(conversion -> Stream.ofNullable(conversion.getHost()))
                .map(Host::getInsee);
        Set<String> points = insee(rooms.stream().filter(ScoredRoom::remains));
        Stream.concat(seat, hosts).forEach(points::add);
        return points;
    }

    private static Set<String> insee(Stream<ScoredRoom> rooms) {
        return rooms.map(room -> room.room().getInsee()).collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * The animateurs that sessions need (RULES 4.8), full-time equivalents, six places HALF_UP, rounded once: sessions a month × hours of
     * one ÷ (hours of a year × share spent on sessions ÷ 12).
     */
    private static BigDecimal animateurs(int sessionsAMonth, AnimateurRule rule) {
        BigDecimal hours = BigDecimal.valueOf(sessionsAMonth).multiply(rule.hoursASession());
        BigDecimal yearOfOne = BigDecimal.valueOf(rule.hoursAYear()).multiply(rule.sessionShare());
        return hours.multiply(MONTHS).divide(yearOfOne, PLACES, RoundingMode.HALF_UP);
    }

    private static RegleEssayee step(String epci, int sessionsAMonth, BigDecimal etp, AnimateurRule rule) {
        Stream<Operande> looked = Stream.of(
                Steps.whole("seances", sessionsAMonth, Unite.SEANCES_PAR_MOIS),
                Steps.number("heures_par_seance", rule.hoursASession(), Unite.HEURES),
                Steps.whole("heures_par_an", rule.hoursAYear(), Unite.HEURES),
                Steps.number("part_en_seance", rule.sessionShare(), Unite.PART),
                Steps.number("mois_par_an", MONTHS, Unite.MOIS));
        Stream<Operande> cost = rule.costAYear() == 0
                ? Stream.empty()
                : Stream.of(Steps.whole("cout_par_an", rule.costAYear(), Unite.EUROS));
        return Steps.decided(
                Rule.ANIMATEURS,
                Steps.epci(epci),
                etp.toPlainString(),
                Stream.concat(looked, cost).toArray(Operande[]::new));
    }

    /**
     * How many inhabitants have a point of mediation near (RULES 4.7), between centroids of communes: those of a commune whose centroid lies within
     * the radius of the centroid of one that has a point.
     */
    private record Proximity(int population, int today, int proposed, List<RegleEssayee> trace) {

        /** By the INSEE codes of the communes that have a point. */
        static Proximity of(EpciDescribed epci, Set<String> today, Set<String> proposed, int radiusMetres) {
            List<NearCommune> communes = epci.getCommunes().stream()
                    .map(commune -> new NearCommune(
                            commune, nearest(commune, epci, today), nearest(commune, epci, proposed), radiusMetres))
                    .toList();
            int population = sum(communes.stream());
            int nearToday = sum(communes.stream().filter(NearCommune::isToday));
            int nearProposed = sum(communes.stream().filter(NearCommune::isProposed));
            List<RegleEssayee> trace =
                    new ArrayList<>(communes.stream().map(NearCommune::step).toList());
            trace.add(step(epci, population, nearToday, nearProposed));
            return new Proximity(population, nearToday, nearProposed, trace);
        }

        private static RegleEssayee step(EpciDescribed epci, int population, int today, int proposed) {
            Finding sense =
                    proposed == today ? Finding.EGALE : proposed < today ? Finding.EN_BAISSE : Finding.EN_HAUSSE;
            return Steps.decided(
                    Rule.PROXIMITE,
                    Steps.epci(epci.getEpci()),
                    sense.name(),
                    Steps.whole("population", population, Unite.HABITANTS),
                    Steps.whole("proches_aujourdhui", today, Unite.HABITANTS),
                    Steps.whole("proches_proposes", proposed, Unite.HABITANTS));
        }

        private static OptionalLong nearest(Commune from, EpciDescribed epci, Set<String> points) {
            return epci.getCommunes().stream()
                    .filter(commune -> points.contains(commune.getInsee()))
                    .mapToLong(commune -> Distance.metres(from, commune))
                    .min();
        }

        private static int sum(Stream<NearCommune> communes) {
            return held(
                    communes.mapToLong(near -> near.commune().getPopulation()).sum());
        }
    }

    /** A commune with the metres to its nearest point, absent where there is none at all. */
    private record NearCommune(Commune commune, OptionalLong today, OptionalLong proposed, int radiusMetres) {

        boolean isToday() {
            return within(today);
        }

        boolean isProposed() {
            return within(proposed);
        }

        private boolean within(OptionalLong metres) {
            return metres.isPresent() && metres.getAsLong() <= radiusMetres;
        }

        RegleEssayee step() {
            return Steps.passed(
                    Rule.PROXIMITE,
                    Steps.commune(commune.getInsee()),
                    outcome().name(),
                    Steps.whole("population", commune.getPopulation(), Unite.HABITANTS),
                    Steps.number("distance_aujourdhui", decimal(today), Unite.METRES),
                    Steps.number("distance_proposee", decimal(proposed), Unite.METRES),
                    Steps.whole("rayon", radiusMetres, Unite.METRES));
        }

        private Finding outcome() {
            return isToday()
                    ? isProposed() ? Finding.PROCHE : Finding.PERDUE
                    : isProposed() ? Finding.GAGNEE : Finding.ELOIGNEE;
        }

        private static @Nullable BigDecimal decimal(OptionalLong metres) {
            return metres.isPresent() ? BigDecimal.valueOf(metres.getAsLong()) : null;
        }
    }

    /** The count, or the greatest that an int holds: figures that no room can have end there, and never in a fault. */
    static int held(long count) {
        return (int) Math.min(count, Integer.MAX_VALUE);
    }
}
