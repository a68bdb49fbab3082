package fr.passerelle.rules.conversion;

import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.bareme.JeuDeRegles;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Operande;
import fr.passerelle.schemas.event.RegleEssayee;
import fr.passerelle.schemas.event.Unite;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * How the search for the seat of an EPCI's tiers lieu went.
 *
 * @param ranking every room of the region and site, compared
 * @param tried the rules tried: the last of them decides
 */
record TiersLieuChoice(Ranking ranking, List<RuleTrial<Choice>> tried) {

    static TiersLieuChoice of(EpciDescribed epci, Stream<PlaceCandidature<?>> places, JeuDeRegles rules) {
        CandidateComparison comparison = new CandidateComparison(epci, rules.conversion());
        return of(epci, places.map(comparison::contender).toList(), rules);
    }

    static TiersLieuChoice of(EpciDescribed epci, List<PlaceContender> contenders, JeuDeRegles rules) {
        Ranking ranking = Ranking.of(contenders);
        return new TiersLieuChoice(ranking, new SeatRules(epci, ranking, rules.conversion()).tried());
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
    <P extends Place> PlaceCandidature<P> concluded(PlaceCandidature<P> placeCandidature) {
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
                .map(RankedPlace::rank)
                .findFirst()
                .map(rank -> Steps.whole("rang", rank, Unite.RANG))
                .orElseThrow();
    }
}
