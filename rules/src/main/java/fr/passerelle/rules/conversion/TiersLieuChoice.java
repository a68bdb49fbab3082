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
record TiersLieuChoice(Ranking ranking, List<Tried<Choice>> tried) {

    static TiersLieuChoice of(EpciDescribed epci, Stream<Standing<?>> places, JeuDeRegles rules) {
        Comparison comparison = new Comparison(epci, rules.conversion());
        return of(epci, places.map(comparison::contender).toList(), rules);
    }

    static TiersLieuChoice of(EpciDescribed epci, List<Contender> contenders, JeuDeRegles rules) {
        Ranking ranking = Ranking.of(contenders);
        return new TiersLieuChoice(ranking, new SeatRules(epci, ranking, rules.conversion()).tried());
    }

    Choice choice() {
        return tried.getLast().conclusion().orElseThrow();
    }

    /** The rules tried, on the EPCI. */
    List<RegleEssayee> trace(EpciDescribed epci) {
        return Tried.steps(Steps.epci(epci.getEpci()), tried, tried.getLast());
    }

    boolean isNone() {
        return !(choice() instanceof Choice.Seat);
    }

    boolean is(Place place) {
        return choice() instanceof Choice.Seat seat && seat.place().is(place);
    }

    /** Where the choice leaves a place: a candidate gets the rule that decided, on itself; another stays where it stood. */
    <P extends Place> Standing<P> concluded(Standing<P> standing) {
        if (!standing.isCandidate()) {
            return standing;
        }
        Verdict verdict = choice().on(standing.place());
        return standing.then(verdict, step(standing.place(), verdict));
    }

    private RegleEssayee step(Place place, Verdict verdict) {
        Tried<Choice> deciding = tried.getLast();
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
}
