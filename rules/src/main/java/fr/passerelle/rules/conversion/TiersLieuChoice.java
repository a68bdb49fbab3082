package fr.passerelle.rules.conversion;

import static fr.passerelle.rules.trace.Steps.text;
import static fr.passerelle.rules.trace.Steps.whole;

import fr.passerelle.rules.conversion.PlaceCandidature.Verdict;
import fr.passerelle.rules.conversion.Ranking.Candidate;
import fr.passerelle.rules.conversion.Ranking.Comparison;
import fr.passerelle.rules.conversion.Ranking.Merits;
import fr.passerelle.rules.conversion.Ranking.Ranked;
import fr.passerelle.rules.trace.Rule;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.bareme.JeuDeRegles;
import fr.passerelle.schemas.bareme.JeuDeRegles.ConversionRule;
import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Operande;
import fr.passerelle.schemas.event.RegleEssayee;
import fr.passerelle.schemas.event.SiegeKind;
import fr.passerelle.schemas.event.Unite;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How the search for the seat of an EPCI's tiers lieu went.
 *
 * @param ranking every room of the region and site, compared
 * @param tried the rules tried: the last of them decides
 */
record TiersLieuChoice(Ranking ranking, List<RuleTrial<Choice>> tried) {

    private static final int COMPARED = 2;

    static TiersLieuChoice of(EpciDescribed epci, Stream<PlaceCandidature> places, JeuDeRegles rules) {
        Comparison comparison = new Comparison(epci, rules.conversion());
        return of(epci, places.map(comparison::contender).toList(), rules);
    }

    static TiersLieuChoice of(EpciDescribed epci, List<Candidate> contenders, JeuDeRegles rules) {
        Ranking ranking = new Ranking(contenders);
        return new TiersLieuChoice(ranking, new Rules(epci, ranking, rules.conversion()).tried());
    }

    Choice choice() {
        return tried.getLast().conclusion().orElseThrow();
    }

    /** The rules tried, on the EPCI. */
    List<RegleEssayee> trace(EpciDescribed epci) {
        return RuleTrial.steps(Steps.epci(epci.getEpci()), tried, tried.getLast());
    }

    boolean isNone() {
        return !(choice() instanceof Choice.Seat);
    }

    boolean is(Place place) {
        return choice() instanceof Choice.Seat seat && seat.place().is(place);
    }

    /** Where the choice leaves a place: a candidate gets the rule that decided, on itself; another stays where it stood. */
    PlaceCandidature concluded(PlaceCandidature placeCandidature) {
        if (!placeCandidature.isCandidate()) {
            return placeCandidature;
        }
        Verdict verdict = choice().on(placeCandidature.place());
        return placeCandidature.then(verdict, step(placeCandidature.place(), verdict));
    }

    private RegleEssayee step(Place place, Verdict verdict) {
        RuleTrial<Choice> deciding = tried.getLast();
        Operande[] looked = Stream.concat(
                        Stream.of(rank(place)), Arrays.stream(deciding.looked().get()))
                .toArray(Operande[]::new);
        return Steps.decided(deciding.rule(), place.on(), verdict.reason().name(), looked);
    }

    private Operande rank(Place place) {
        return ranking.ranked().stream()
                .filter(ranked -> ranked.contender().place().is(place))
                .map(Ranked::rank)
                .findFirst()
                .map(rank -> Steps.whole("rang", rank, Unite.RANG))
                .orElseThrow();
    }

    /**
     * How many places are compared, what orders the first two, and the numbers that it was counted with: the rank of the place in the
     * comparison ends each name, from 1.
     */
    static Operande[] ofTheOrder(String counted, int count, List<Candidate> foremost, ConversionRule rules) {
        return Stream.of(
                        Stream.of(whole(counted, count, Unite.LIEUX)),
                        IntStream.range(0, Math.min(COMPARED, foremost.size()))
                                .boxed()
                                .flatMap(i -> merits(foremost.get(i), "_" + (i + 1))),
                        Stream.of(
                                whole("rayon_population", rules.populationRadiusMetres(), Unite.METRES),
                                whole("pas_population", rules.populationStep(), Unite.HABITANTS)))
                .flatMap(operands -> operands)
                .toArray(Operande[]::new);
    }

    /** Places with their scores and bounds; null where a site has none. */
    static Operande[] ofBounds(List<Place> places) {
        return IntStream.range(0, places.size())
                .boxed()
                .flatMap(i -> bounds(places.get(i), "_" + (i + 1)))
                .toArray(Operande[]::new);
    }

    private static Stream<Operande> merits(Candidate contender, String nth) {
        Merits merits = contender.merits();
        return Stream.of(
                text("lieu" + nth, contender.place().on(), Unite.CODE),
                whole("fonctions_voulues" + nth, merits.wanted(), Unite.FONCTIONS),
                whole("fonctions_confirmees" + nth, merits.confirmed(), Unite.FONCTIONS),
                whole("population" + nth, merits.population(), Unite.HABITANTS));
    }

    private static Stream<Operande> bounds(Place place, String nth) {
        return Stream.of(
                text("lieu" + nth, place.on(), Unite.CODE),
                whole("note" + nth, place.score(), Unite.POINTS),
                whole("borne_basse" + nth, place.low(), Unite.POINTS),
                whole("borne_haute" + nth, place.high(), Unite.POINTS));
    }

    /** The search for the seat of an EPCI's tiers lieu (RULES 4.3 and 4.4). Each rule finds its step and what it concludes in one go. */
    private record Rules(EpciDescribed epci, Ranking ranking, ConversionRule rules) {

        /** The first that concludes decides, and those after it are not tried; the last always concludes. */
        private static final List<Function<Rules, RuleTrial<Choice>>> BOOK = List.of(
                Rules::itHasOneAlready,
                Rules::howManyAreAllowed,
                Rules::whatThereIsToCompare,
                Rules::whetherItsDataHoldTheFirstBack,
                Rules::whatSeparatesTheFirstTwo,
                Rules::whetherBoundsOverlap);

        /** The rules tried, in order: the last of them is the one that concludes. */
        List<RuleTrial<Choice>> tried() {
            List<RuleTrial<Choice>> tried = new ArrayList<>();
            for (Function<Rules, RuleTrial<Choice>> rule : BOOK) {
                tried.add(rule.apply(this));
                if (tried.getLast().conclusion().isPresent()) {
                    break;
                }
            }
            return List.copyOf(tried);
        }

        private RuleTrial<Choice> itHasOneAlready() {
            String existing = epci.getIntercommunalite() == null
                    ? null
                    : epci.getIntercommunalite().getExistingTiersLieu();
            return noneIf(
                    existing != null,
                    Rule.TIERS_LIEU_EXISTANT,
                    ProposalReason.TIERS_LIEU_EXISTANT,
                    Finding.AUCUN_TIERS_LIEU_EXISTANT,
                    text("tiers_lieu_existant", existing, Unite.CODE));
        }

        private RuleTrial<Choice> howManyAreAllowed() {
            return noneIf(
                    rules.maxTiersLieux() == 0,
                    Rule.TIERS_LIEUX_MAXIMUM,
                    ProposalReason.AUCUN_TIERS_LIEU_PREVU,
                    Finding.TIERS_LIEU_PREVU,
                    whole("tiers_lieux_maximum", rules.maxTiersLieux(), Unite.LIEUX));
        }

        /** A site stands where an EPCI has no room of the region left: the network that it succeeds to was there. */
        private RuleTrial<Choice> whatThereIsToCompare() {
            return noneIf(
                    ranking.all().findAny().isEmpty(),
                    Rule.SALLES_DE_LA_REGION,
                    ProposalReason.AUCUNE_SALLE_DE_LA_REGION,
                    Finding.LIEUX_A_COMPARER,
                    whole("salles", count(SiegeKind.SALLE), Unite.SALLES),
                    whole("sites", count(SiegeKind.SITE), Unite.LIEUX));
        }

        private RuleTrial<Choice> whetherItsDataHoldTheFirstBack() {
            List<Candidate> undecided = ranking.undecided();
            Supplier<Operande[]> told = () -> ofTheOrder("a_instruire", ranking.heldBack(), undecided, rules);
            return RuleTrial.of(
                    !undecided.isEmpty(),
                    Rule.PREMIERE_A_INSTRUIRE,
                    new Choice.Undecided(bySubject(undecided)),
                    ProposalReason.PREMIERE_A_INSTRUIRE,
                    Finding.AUCUNE_A_INSTRUIRE_EN_TETE,
                    told);
        }

        private RuleTrial<Choice> whatSeparatesTheFirstTwo() {
            Supplier<Operande[]> told = () -> ofTheOrder("candidates", ranking.candidates(), ranking.foremost(), rules);
            return switch (ranking.candidates()) {
                case 0 ->
                    RuleTrial.concluded(
                            Rule.ORDRE_DES_CANDIDATES,
                            new Choice.None(ProposalReason.AUCUNE_CANDIDATE),
                            ProposalReason.AUCUNE_CANDIDATE,
                            told);
                case 1 -> seat(Rule.ORDRE_DES_CANDIDATES, Finding.SEULE_CANDIDATE, told);
                default ->
                    ranking.separation()
                            .map(key -> seat(Rule.ORDRE_DES_CANDIDATES, key, told))
                            .orElseGet(() -> RuleTrial.passed(Rule.ORDRE_DES_CANDIDATES, Finding.NOTE.name(), told));
            };
        }

        private RuleTrial<Choice> whetherBoundsOverlap() {
            Map<String, Place> first = bySubject(ranking.first());
            Supplier<Operande[]> told = () ->
                    ofBounds(ranking.foremost().stream().map(Candidate::place).toList());
            return first.size() == 1
                    ? seat(Rule.EX_AEQUO, Finding.FOURCHETTES_DISJOINTES, told)
                    : RuleTrial.concluded(Rule.EX_AEQUO, new Choice.ExAequo(first), ProposalReason.EX_AEQUO, told);
        }

        private static Map<String, Place> bySubject(List<Candidate> contenders) {
            Map<String, Place> places = new HashMap<>();
            contenders.forEach(contender -> places.put(contender.place().on(), contender.place()));
            return places;
        }

        private RuleTrial<Choice> seat(Rule rule, Finding finding, Supplier<Operande[]> looked) {
            Place seat = ranking.first().getFirst().place();
            return RuleTrial.concluded(rule, new Choice.Seat(seat), finding, looked);
        }

        private static RuleTrial<Choice> noneIf(
                boolean none, Rule rule, ProposalReason reason, Finding otherwise, Operande... operands) {
            return RuleTrial.of(none, rule, new Choice.None(reason), reason, otherwise, () -> operands);
        }

        private long count(SiegeKind kind) {
            return ranking.all()
                    .filter(contender -> contender.place().kind() == kind)
                    .count();
        }
    }

    /** How the search for the seat of an EPCI's tiers lieu ends. */
    sealed interface Choice {

        /** No tiers lieu is proposed. */
        record None(ProposalReason reason) implements Choice {}

        /** A place is proposed. */
        record Seat(Place place) implements Choice {}

        /** What is missing of the first leaves the seat to nobody: those that tie there and the first candidates, by subject. */
        record Undecided(Map<String, Place> places) implements Choice {}

        /** Nothing separates the first ones, by subject: the EPCI chooses. */
        record ExAequo(Map<String, Place> places) implements Choice {}

        /** Why the plan has a tiers lieu, or none. */
        default ProposalReason reason() {
            return switch (this) {
                case None none -> none.reason;
                case Seat seat -> ProposalReason.TIERS_LIEU_PROPOSE;
                case Undecided held -> ProposalReason.PREMIERE_A_INSTRUIRE;
                case ExAequo tied -> ProposalReason.EX_AEQUO;
            };
        }

        /** Where it leaves a candidate. */
        default Verdict on(Place candidate) {
            return switch (this) {
                case Seat seat
                when candidate.is(seat.place) -> new Verdict(Candidature.RETENUE, ProposalReason.PREMIERE_CANDIDATE);
                case ExAequo tied
                when tied.places.containsKey(candidate.on()) ->
                    new Verdict(Candidature.EX_AEQUO, ProposalReason.EX_AEQUO);
                default -> new Verdict(Candidature.CANDIDATE, ofAnother());
            };
        }

        private ProposalReason ofAnother() {
            return switch (this) {
                case None none -> none.reason;
                case Seat seat ->
                    seat.place.kind() == SiegeKind.SITE
                            ? ProposalReason.SITE_RETENU
                            : ProposalReason.AUTRE_SALLE_RETENUE;
                case Undecided held -> ProposalReason.AUTRE_A_INSTRUIRE;
                case ExAequo tied -> ProposalReason.AUTRES_EX_AEQUO;
            };
        }
    }
}
