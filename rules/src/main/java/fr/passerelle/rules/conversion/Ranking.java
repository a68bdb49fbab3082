package fr.passerelle.rules.conversion;

import fr.passerelle.rules.frequentation.Distance;
import fr.passerelle.schemas.bareme.JeuDeRegles.ConversionRule;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Fonction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The places of an EPCI in the order of the comparison (RULES 4.3). Who is first decides, and is found without putting the others in
 * order: ranks are counted only when they are told, which is never in a trial. One thread.
 */
final class Ranking {

    private final List<Candidate> candidates;
    private final List<Candidate> others;
    private final List<Candidate> first;
    private final List<Candidate> heldBack;
    private @Nullable List<Ranked> ranked;

    Ranking(List<Candidate> contenders) {
        this.candidates = standing(contenders, PlaceCandidature::isCandidate);
        this.others = standing(contenders, standing -> !standing.isCandidate());
        this.first = candidates.isEmpty() ? List.of() : tiedFirst(candidates);
        this.heldBack = standing(others, PlaceCandidature::isHeldBack);
    }

    private static List<Candidate> standing(List<Candidate> contenders, Predicate<PlaceCandidature> where) {
        return contenders.stream()
                .filter(contender -> where.test(contender.standing()))
                .toList();
    }

    /** How many of them are candidates. */
    int candidates() {
        return candidates.size();
    }

    /** How many would be candidates, did their data not hold them back. */
    int heldBack() {
        return heldBack.size();
    }

    /**
     * Where a place that is held back would be of the first rank: those, and the candidates of the first rank, in the order of the
     * comparison; else none.
     */
    List<Candidate> undecided() {
        if (candidates.isEmpty() || heldBack.isEmpty()) {
            return List.of();
        }
        List<Candidate> before = standing(
                tiedFirst(Stream.concat(candidates.stream(), heldBack.stream()).toList()),
                PlaceCandidature::isHeldBack);
        return before.isEmpty()
                ? List.of()
                : Stream.concat(before.stream(), first.stream())
                        .sorted(Candidate.ORDER)
                        .toList();
    }

    /** Candidates of the first rank, in any order: one, or several that tie; none where there is no candidate. */
    List<Candidate> first() {
        return first;
    }

    /** What a choice compares, by rank: all that tie for the first, else the first and the one behind it, if any. */
    List<Candidate> foremost() {
        return first.size() == 1
                ? Stream.concat(first.stream(), second().stream()).toList()
                : first.stream().sorted(Candidate.ORDER).toList();
    }

    /** What of their merits separates the first candidate from the second; empty where only a score can. */
    Optional<Finding> separation() {
        return first.size() == 1
                ? second().flatMap(second -> first.getFirst().merits().separatedFrom(second.merits()))
                : Optional.empty();
    }

    private Optional<Candidate> second() {
        return candidates.stream()
                .filter(contender -> contender != first.getFirst())
                .min(Candidate.ORDER);
    }

    /** All of them with their ranks: candidates in order, then the others by identifier. */
    List<Ranked> ranked() {
        if (ranked == null) {
            ranked = Stream.concat(
                            rankedCandidates().stream(),
                            others.stream().sorted(Candidate.BY_ID).map(contender -> new Ranked(contender, null)))
                    .toList();
        }
        return ranked;
    }

    /** All of them. */
    Stream<Candidate> all() {
        return Stream.concat(candidates.stream(), others.stream());
    }

    /** The first, and those that tie with it, share a rank; then the same of those that are left. */
    private List<Ranked> rankedCandidates() {
        List<Ranked> counted = new ArrayList<>(candidates.size());
        List<Candidate> left = candidates.stream().sorted(Candidate.ORDER).toList();
        while (!left.isEmpty()) {
            int rank = counted.size() + 1;
            List<Candidate> tied = tiedFirst(left);
            tied.forEach(contender -> counted.add(new Ranked(contender, rank)));
            left = left.stream()
                    .filter(contender -> tied.stream().noneMatch(one -> one == contender))
                    .toList();
        }
        return counted;
    }

    /**
     * The first and all that tie with it, beyond the second too: otherwise a third, weaker candidate between two that tie would undo their
     * tie. Where several have the first's score, tying with any of them is enough, so that no identifier ever decides.
     */
    private static List<Candidate> tiedFirst(List<Candidate> contenders) {
        Candidate best = Collections.min(contenders, Candidate.ORDER);
        List<Candidate> level = contenders.stream().filter(best::isLevelWith).toList();
        return contenders.stream()
                .filter(contender -> level.stream().anyMatch(contender::tiesWith))
                .toList();
    }

    /** A place as the comparison of an EPCI's places takes it. */
    record Candidate(PlaceCandidature standing, Merits merits) {

        /** By identifier, a room before a site of the same one. */
        static final Comparator<Candidate> BY_ID = Comparator.comparing(Candidate::id)
                .thenComparing(contender -> contender.place().kind());

        /** Merits, then score. A site after rooms, and identifiers last, only so that the same facts always give the same order. */
        static final Comparator<Candidate> ORDER = Comparator.comparing(Candidate::merits, Merits.ORDER)
                .thenComparing(contender -> contender.place().score(), Comparator.nullsLast(Comparator.reverseOrder()))
                .thenComparing(BY_ID);

        Place place() {
            return standing.place();
        }

        private String id() {
            return place().id();
        }

        /** Nothing of the order tells them apart, not even the score. */
        boolean isLevelWith(Candidate other) {
            return merits.areLevelWith(other.merits)
                    && Objects.equals(place().score(), other.place().score());
        }

        /**
         * Nothing separates them: the same merits, and bounds that overlap or touch. A site has neither score nor bounds: there is nothing to
         * compare with a room's or another site's, so that nothing separates them either and the EPCI chooses.
         */
        boolean tiesWith(Candidate other) {
            return merits.areLevelWith(other.merits) && !(isAbove(other) || other.isAbove(this));
        }

        private boolean isAbove(Candidate other) {
            Integer low = place().low();
            Integer high = other.place().high();
            return low != null && high != null && low > high;
        }
    }

    /**
     * What orders a place among the candidates before its score (RULES 4.3).
     *
     * @param wanted functions confirmed that the EPCI wants
     * @param population inhabitants of the EPCI within the radius
     * @param steps the same in whole steps
     */
    record Merits(int wanted, int confirmed, int population, int steps) {

        /** The greatest first. */
        static final Comparator<Merits> ORDER = Merits::behind;

        private int behind(Merits other) {
            int order = Integer.compare(other.wanted, wanted);
            order = order == 0 ? Integer.compare(other.confirmed, confirmed) : order;
            return order == 0 ? Integer.compare(other.steps, steps) : order;
        }

        /** Whether nothing separates it from another. */
        boolean areLevelWith(Merits other) {
            return behind(other) == 0;
        }

        /** What separates it from another; empty where only a score can. */
        Optional<Finding> separatedFrom(Merits other) {
            if (wanted != other.wanted) {
                return Optional.of(Finding.FONCTIONS_VOULUES);
            }
            if (confirmed != other.confirmed) {
                return Optional.of(Finding.FONCTIONS_CONFIRMEES);
            }
            return steps == other.steps ? Optional.empty() : Optional.of(Finding.POPULATION);
        }
    }

    /**
     * A place with its rank among the candidates.
     *
     * @param rank among the candidates, from 1, equal where nothing separates them; null for a place that is no candidate
     */
    record Ranked(Candidate contender, @Nullable Integer rank) {}

    /** What the order of candidates looks at in each place of an EPCI (RULES 4.3). */
    static final class Comparison {

        private final EpciDescribed epci;
        private final ConversionRule rules;
        /** By commune: what lives around it is the same for every place there. */
        private final Map<String, Integer> populations = new HashMap<>();

        Comparison(EpciDescribed epci, ConversionRule rules) {
            this.epci = epci;
            this.rules = rules;
        }

        Candidate contender(PlaceCandidature placeCandidature) {
            Place place = placeCandidature.place();
            int population = populations.computeIfAbsent(place.insee(), this::populationAround);
            return new Candidate(
                    placeCandidature,
                    new Merits(
                            wanted(place), place.confirmed().size(), population, population / rules.populationStep()));
        }

        private int wanted(Place place) {
            List<Fonction> wanted = epci.getIntercommunalite() == null
                    ? List.of()
                    : epci.getIntercommunalite().getFunctionsWanted();
            return Math.toIntExact(
                    place.confirmed().stream().filter(wanted::contains).count());
        }

        /** Inhabitants of the EPCI's communes whose centroid lies within the radius of the place's commune's. */
        private int populationAround(String insee) {
            return Math.toIntExact(epci.getCommunes().stream()
                    .filter(commune -> commune.getInsee().equals(insee))
                    .mapToLong(this::populationAround)
                    .sum());
        }

        private long populationAround(Commune centre) {
            return epci.getCommunes().stream()
                    .filter(commune -> Distance.metres(centre, commune) <= rules.populationRadiusMetres())
                    .mapToLong(Commune::getPopulation)
                    .sum();
        }
    }
}
