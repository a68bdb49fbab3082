package fr.passerelle.rules.conversion;

import fr.passerelle.rules.conversion.Ranking.Candidate;
import fr.passerelle.rules.conversion.Ranking.Merits;
import fr.passerelle.rules.conversion.Ranking.Ranked;
import fr.passerelle.rules.conversion.TiersLieuChoice.Choice;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.Concurrent;
import fr.passerelle.schemas.event.Disponibilite;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Fonction;
import fr.passerelle.schemas.event.FonctionJugee;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.Siege;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The seat of an EPCI's tiers lieu, as its plan tells it.
 *
 * @param functions those of the seat that are OFFERTE or POSSIBLE, in the order of the enum
 * @param candidates every room of the region and site, in the order of the comparison
 */
public record Seating(
        ProposedSeat proposed, List<Fonction> functions, List<Concurrent> candidates, ProposalReason reason) {

    /** A place as a plan compares it; empty where it does not. */
    public static Optional<Concurrent> compared(Plan plan, Siege place) {
        return plan.getCandidates().stream()
                .filter(one -> Steps.seat(one.getSiege()).equals(Steps.seat(place)))
                .findFirst();
    }

    /** Whether a place may be the seat as it stands: it is a candidate, and the choice may leave it there. */
    public static boolean isInTheRunning(Candidature standing) {
        return switch (standing) {
            case RETENUE, EX_AEQUO, CANDIDATE -> true;
            case A_INSTRUIRE, SOUS_LE_SEUIL, FONCTIONS_INSUFFISANTES, DONNEES_INSUFFISANTES, REFUS_PROPRIETAIRE ->
                false;
        };
    }

    /** Functions that nothing is left to verify of, OFFERTE or POSSIBLE, in their order. */
    public static List<Fonction> confirmed(List<FonctionJugee> judged) {
        return judged.stream()
                .filter(fonction -> fonction.getDisponibilite() == Disponibilite.OFFERTE
                        || fonction.getDisponibilite() == Disponibilite.POSSIBLE)
                .map(FonctionJugee::getFonction)
                .toList();
    }

    static Seating of(EpciDescribed epci, TiersLieuChoice search) {
        Choice choice = search.choice();
        return new Seating(
                ProposedSeat.of(epci, choice),
                choice instanceof Choice.Seat seat ? seat.place().confirmed() : List.of(),
                search.ranking().ranked().stream()
                        .map(ranked -> concurrent(epci, ranked, search))
                        .toList(),
                choice.reason());
    }

    private static Concurrent concurrent(EpciDescribed epci, Ranked ranked, TiersLieuChoice choice) {
        PlaceCandidature standing = choice.concluded(ranked.contender().standing());
        Place place = standing.place();
        Merits merits = ranked.contender().merits();
        return Concurrent.newBuilder()
                .setSiege(ProposedSeat.siege(epci, place))
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

    /** The place proposed; empty where none is. */
    public Optional<Siege> seat() {
        return Optional.ofNullable(proposed.seat());
    }

    /**
     * What a plan proposes: what has to hold under another threshold or weight. What each room becomes follows from the seat: the room that
     * is the seat a tiers lieu, every other one an étape.
     *
     * @param seat the place proposed; null where none is
     * @param exAequo places that nothing separates, by identifier, when the EPCI has to choose; else empty
     * @param undecided places whose data leave the seat to nobody, and the first candidates, by identifier; else empty
     */
    public record ProposedSeat(@Nullable Siege seat, List<Siege> exAequo, List<Siege> undecided) {

        private static final Comparator<Siege> BY_ID =
                Comparator.comparing(Siege::getId).thenComparing(Siege::getKind);

        /** As a plan tells it. */
        public static ProposedSeat of(Plan plan) {
            return new ProposedSeat(plan.getSiege(), plan.getExAequo(), plan.getUndecided());
        }

        private static ProposedSeat of(EpciDescribed epci, Choice choice) {
            return switch (choice) {
                case Choice.None none -> new ProposedSeat(null, List.of(), List.of());
                case Choice.Seat seat -> new ProposedSeat(siege(epci, seat.place()), List.of(), List.of());
                case Choice.ExAequo tied -> new ProposedSeat(null, sieges(epci, tied.places()), List.of());
                case Choice.Undecided held -> new ProposedSeat(null, List.of(), sieges(epci, held.places()));
            };
        }

        private static List<Siege> sieges(EpciDescribed epci, Map<String, Place> places) {
            return places.values().stream()
                    .map(place -> siege(epci, place))
                    .sorted(BY_ID)
                    .toList();
        }

        private static Siege siege(EpciDescribed epci, Place place) {
            return new Siege(
                    place.kind(), place.id(), place.name(), place.insee(), Hosts.communeName(epci, place.insee()));
        }
    }

    /**
     * What a plan concludes, without why: what a counterfactual has to alter.
     *
     * @param candidatures where each room of the region and each site stands, by subject
     */
    public record Conclusion(ProposedSeat proposed, Map<String, Candidature> candidatures) {

        /** As a plan tells it. */
        public static Conclusion of(Plan plan) {
            return new Conclusion(
                    ProposedSeat.of(plan),
                    plan.getCandidates().stream()
                            .collect(Collectors.toMap(
                                    place -> Steps.seat(place.getSiege()), Concurrent::getCandidature)));
        }

        static Conclusion of(EpciDescribed epci, TiersLieuChoice search) {
            Choice choice = search.choice();
            return new Conclusion(
                    ProposedSeat.of(epci, choice),
                    search.ranking()
                            .all()
                            .map(Candidate::standing)
                            .collect(Collectors.toMap(
                                    standing -> standing.place().on(),
                                    standing -> standing.isCandidate()
                                            ? choice.on(standing.place()).candidature()
                                            : standing.candidature())));
        }

        /** Identifier of the seat proposed; null where none is. */
        public @Nullable String seat() {
            return proposed.seat() == null ? null : proposed.seat().getId();
        }

        /** Where a place stands; null for one that the plan does not compare. */
        public @Nullable Candidature of(String subject) {
            return candidatures.get(subject);
        }
    }
}
