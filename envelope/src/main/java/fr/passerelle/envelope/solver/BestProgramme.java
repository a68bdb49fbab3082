package fr.passerelle.envelope.solver;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.LinearArgument;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import fr.passerelle.envelope.rule.Certificate;
import fr.passerelle.envelope.rule.Envelope;
import fr.passerelle.envelope.rule.Envelope.Programme;
import fr.passerelle.envelope.rule.EpciChoices;
import fr.passerelle.envelope.rule.FundingOption;
import fr.passerelle.envelope.solver.ExactSearch.End;
import fr.passerelle.envelope.solver.LevelSearch.Reached;
import fr.passerelle.schemas.event.Niveau;
import fr.passerelle.schemas.event.Preuve;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The best answer to an envelope, which the certificate of the rules accepted, and the only one that is returned of those that are as good:
 * the one with the fewest changes against what was adopted, then, by SIREN, the one whose first EPCI takes the earliest of its options.
 */
record BestProgramme(Envelope envelope, Programme programme, List<Niveau> niveaux, Preuve preuve) {

    /** More than the options of any EPCI. */
    private static final long STRIDE = 1_000;

    /** Refuses what the rules do not: an answer that breaks one, or whose levels are not those that the solver told. */
    BestProgramme {
        Certificate certificate = Certificate.of(envelope, programme);
        if (!certificate.holds()) {
            throw new IllegalStateException("The solver's answer breaks the rules: " + certificate.breaches());
        }
        List<Long> told = niveaux.stream().map(Niveau::getValue).toList();
        if (!certificate.levels().equals(told)) {
            throw new IllegalStateException(
                    "The solver's levels are " + told + ", the rules' are " + certificate.levels());
        }
    }

    /** The best, with the fewest changes of the options kept, by SIREN; empty where none may be, or none was found before the limit. */
    static Optional<BestProgramme> of(
            ExactSearch search, Choosing choosing, Optional<Programme> start, Map<String, FundingOption> kept) {
        return LevelSearch.best(search, choosing, start)
                .map(reached -> new BestProgramme(
                        choosing.envelope(),
                        reached.isProven() ? unique(search, reached, kept) : reached.programme(),
                        reached.niveaux(),
                        search.preuve()));
    }

    /** Nothing for anybody, where that may be. */
    static Optional<Programme> nothing(Envelope envelope) {
        Programme nothing = new Programme(envelope.epcis().stream()
                .collect(Collectors.toMap(
                        EpciChoices::siren, epci -> FundingOption.NOTHING, (one, other) -> one, TreeMap::new)));
        return Optional.of(nothing)
                .filter(programme -> Certificate.of(envelope, programme).holds());
    }

    private static Programme unique(ExactSearch search, Reached reached, Map<String, FundingOption> kept) {
        if (kept.isEmpty()) {
            return earliest(search, reached.choosing(), reached.programme());
        }
        Function<ChoiceModel, LinearExprBuilder> same =
                model -> model.sum((epci, option) -> isKept(kept, epci, option));
        End end = search.greatest(
                reached.choosing(), model -> same.apply(model).build(), Optional.of(reached.programme()));
        return end instanceof End.Answer answer
                ? earliest(
                        search,
                        reached.choosing()
                                .and(model -> model.model().addGreaterOrEqual(same.apply(model), answer.value())),
                        answer.programme())
                : reached.programme();
    }

    private static long isKept(Map<String, FundingOption> kept, EpciChoices epci, FundingOption option) {
        FundingOption before = kept.get(epci.siren());
        return before != null && before.isSameAs(option) ? 1 : 0;
    }

    /** Each search proves that nobody before a place may be earlier, and brings the one of that place to its earliest option. */
    private static Programme earliest(ExactSearch search, Choosing choosing, Programme first) {
        Choosing held = choosing;
        Programme programme = first;
        int from = 0;
        while (search.greatest(held, earlier(programme, from), Optional.empty()) instanceof End.Answer answer) {
            programme = answer.programme();
            if (!answer.isProven()) {
                return programme;
            }
            int to = (int) (-answer.value() / STRIDE) + 1;
            held = held.and(same(programme, from, to));
            from = to;
        }
        return programme;
    }

    /** The choices of the EPCIs from a place up to another, by SIREN, no longer move. */
    private static Consumer<ChoiceModel> same(Programme programme, int from, int to) {
        return model -> {
            for (EpciChoices epci : model.envelope().epcis().subList(from, to)) {
                int option = epci.options().indexOf(programme.of(epci));
                model.model().addEquality(model.takes(epci, option), 1);
            }
        };
    }

    /** An answer with an earlier option of some EPCI, from a place on, those before it the same; the greatest changes the first EPCI. */
    private static Function<ChoiceModel, LinearArgument> earlier(Programme other, int from) {
        return model -> {
            LinearExprBuilder value = LinearExpr.newBuilder();
            List<Literal> places = new ArrayList<>();
            Literal same = model.model().trueLiteral();
            List<EpciChoices> epcis = model.envelope().epcis();
            for (int place = from; place < epcis.size(); place++) {
                EpciChoices epci = epcis.get(place);
                int current = epci.options().indexOf(other.of(epci));
                for (int option = 0; option < current; option++) {
                    BoolVar here = model.model().newBoolVar("");
                    model.model().addImplication(here, same);
                    model.model().addImplication(here, model.takes(epci, option));
                    value.addTerm(here, -(place * STRIDE + option));
                    places.add(here);
                }
                same = both(model, same, model.takes(epci, current));
            }
            model.model().addExactlyOne(places);
            return value;
        };
    }

    private static Literal both(ChoiceModel model, Literal one, Literal other) {
        BoolVar both = model.model().newBoolVar("");
        model.model().addImplication(both, one);
        model.model().addImplication(both, other);
        return both;
    }
}
