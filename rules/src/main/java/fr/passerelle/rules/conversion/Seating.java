package fr.passerelle.rules.conversion;

import fr.passerelle.rules.conversion.Hosts.Communes;
import fr.passerelle.rules.conversion.Ranking.Contender;
import fr.passerelle.rules.conversion.Ranking.Merits;
import fr.passerelle.rules.conversion.Ranking.Ranked;
import fr.passerelle.rules.conversion.TiersLieuChoice.Choice;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.Concurrent;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Fonction;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.Siege;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The seat of an EPCI's tiers lieu, as its plan tells it.
 *
 * @param seat the place proposed; empty where none is
 * @param functions those of the seat that are OFFERTE or POSSIBLE, in the order of the enum
 * @param exAequo places that nothing separates, by identifier, when the EPCI has to choose; else empty
 * @param undecided places whose data leave the seat to nobody, and the first candidates, by identifier; else empty
 * @param candidates every room of the region and site, in the order of the comparison
 * @param reason why there is a tiers lieu, or none
 */
public record Seating(
        Optional<Siege> seat,
        List<Fonction> functions,
        List<Siege> exAequo,
        List<Siege> undecided,
        List<Concurrent> candidates,
        ProposalReason reason) {

    /** A place as a plan compares it; empty where it does not. */
    public static Optional<Concurrent> compared(Plan plan, Siege place) {
        return plan.getCandidates().stream()
                .filter(one -> Steps.seat(one.getSiege()).equals(Steps.seat(place)))
                .findFirst();
    }

    static Seating of(EpciDescribed epci, TiersLieuChoice choice) {
        List<Concurrent> candidates = choice.ranking().ranked().stream()
                .map(ranked -> concurrent(epci, ranked, choice))
                .toList();
        Choice found = choice.choice();
        return new Seating(
                Outcome.seat(epci, found),
                found instanceof Choice.Seat seat ? seat.place().confirmed() : List.of(),
                Outcome.exAequo(epci, found),
                Outcome.undecided(epci, found),
                candidates,
                found.reason());
    }

    private static Concurrent concurrent(EpciDescribed epci, Ranked ranked, TiersLieuChoice choice) {
        PlaceCandidature<?> standing = choice.concluded(ranked.contender().standing());
        Place place = standing.place();
        Merits merits = ranked.contender().merits();
        return Concurrent.newBuilder()
                .setSiege(Outcome.siege(epci, place))
                .setCandidature(standing.candidature())
                .setRank(ranked.rank())
                .setFunctionsWanted(merits.wanted())
                .setFunctionsConfirmed(merits.confirmed())
                .setPopulation(merits.population())
                .setPopulationSteps(merits.steps())
                .setScore(place.score())
                .setLow(place.low())
                .setHigh(place.high())
                .setFonctions(place.fonctions())
                .setALever(place.toLift())
                .setReasons(
                        standing.reasons().stream().map(ProposalReason::name).toList())
                .build();
    }

    /**
     * Where the tiers lieu of an EPCI would be and where each place stands, without why: enough to see whether a supposition alters a
     * conclusion.
     *
     * @param seat the place proposed; empty where none is
     * @param exAequo places that nothing separates, by identifier, when the EPCI has to choose; else empty
     * @param undecided places whose data leave the seat to nobody, and the first candidates, by identifier; else empty
     * @param candidatures where each room of the region and each site stands, by subject
     * @param reason why there is a tiers lieu, or none
     */
    public record Outcome(
            Optional<Siege> seat,
            List<Siege> exAequo,
            List<Siege> undecided,
            Map<String, Candidature> candidatures,
            ProposalReason reason) {

        private static final Comparator<Siege> BY_ID =
                Comparator.comparing(Siege::getId).thenComparing(Siege::getKind);

        static Outcome of(EpciDescribed epci, TiersLieuChoice search) {
            Choice choice = search.choice();
            Map<String, Candidature> candidatures = new HashMap<>();
            search.ranking()
                    .all()
                    .map(Contender::standing)
                    .forEach(standing -> candidatures.put(standing.place().on(), stands(standing, choice)));
            return new Outcome(
                    seat(epci, choice), exAequo(epci, choice), undecided(epci, choice), candidatures, choice.reason());
        }

        private static Candidature stands(PlaceCandidature<?> standing, Choice choice) {
            return standing.isCandidate() ? choice.on(standing.place()).candidature() : standing.candidature();
        }

        /** The place that a choice proposes, as a plan tells it. */
        static Optional<Siege> seat(EpciDescribed epci, Choice choice) {
            return choice instanceof Choice.Seat seat ? Optional.of(siege(epci, seat.place())) : Optional.empty();
        }

        /** Places that nothing separates. */
        static List<Siege> exAequo(EpciDescribed epci, Choice choice) {
            return choice instanceof Choice.ExAequo tied
                    ? sieges(epci, tied.places().values())
                    : List.of();
        }

        /** Places between which what is missing leaves the seat to nobody. */
        static List<Siege> undecided(EpciDescribed epci, Choice choice) {
            return choice instanceof Choice.Undecided held
                    ? sieges(epci, held.places().values())
                    : List.of();
        }

        private static List<Siege> sieges(EpciDescribed epci, Collection<Place> places) {
            return places.stream().map(place -> siege(epci, place)).sorted(BY_ID).toList();
        }

        /** A place as a plan tells it. */
        static Siege siege(EpciDescribed epci, Place place) {
            return new Siege(place.kind(), place.id(), place.name(), place.insee(), Communes.name(epci, place.insee()));
        }
    }
}
