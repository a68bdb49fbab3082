package fr.passerelle.envelope.solver;

import fr.passerelle.envelope.rule.Certificate;
import fr.passerelle.envelope.rule.Programme;
import fr.passerelle.envelope.solver.ExactSearch.End;
import fr.passerelle.schemas.event.Critere;
import fr.passerelle.schemas.event.Niveau;
import fr.passerelle.schemas.event.Preuve;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The levels of a value, one after the other: each is sought with those before held by a row, then, where that proves nothing soon, with all
 * levels so far as one number in their order, which hides no proof of those before from the relaxation.
 */
public record LevelSearch(ExactSearch search) {

    /**
     * What the levels came to.
     *
     * @param choosing what was asked, with each level held
     * @param programme one of the answers that reach them
     */
    record Reached(Choosing choosing, Programme programme, List<Niveau> niveaux) {

        /** Whether nothing reaches more: else others may reach more under the same rows. */
        boolean isProven() {
            return niveaux.stream().allMatch(niveau -> niveau.getValue() == niveau.getBound());
        }
    }

    /**
     * The best on all levels in their order; empty where no answer may be, or none was found before the limit.
     *
     * @param start an answer to begin from, which stands where the solver stops before it finds another
     */
    Optional<Reached> best(Choosing choosing, Optional<Programme> start) {
        List<Critere> levels = choosing.envelope().valeur().levels();
        Optional<Programme> last = start;
        Choosing held = choosing;
        List<Long> bounds = new ArrayList<>();
        for (int count = 1; count <= levels.size(); count++) {
            LevelsInOrder order = new LevelsInOrder(choosing.envelope(), levels.subList(0, count));
            Critere level = levels.get(count - 1);
            End end = search.brief().greatest(held, model -> model.value(level), last);
            if (!(end instanceof End.Impossible) && !(end instanceof End.Answer answer && answer.isProven())) {
                last = order.better(end, last);
                end = search.greatest(choosing, model -> model.sum(order::value), last);
            }
            last = order.better(end, last);
            if (end instanceof End.Impossible || last.isEmpty()) {
                return Optional.empty();
            }
            bounds.add(bound(order, end));
            long value = order.last(last.orElseThrow());
            held = held.and(model -> model.model().addGreaterOrEqual(model.value(level), value));
        }
        return last.map(programme -> reached(choosing, programme, bounds));
    }

    /** What is left of the last of some levels, once those before are proven; else all that could be given at most. */
    private long bound(LevelsInOrder order, End end) {
        return end instanceof End.Answer answer
                        && (search.preuve() == Preuve.OPTIMAL || order.levels().size() == 1)
                ? order.last(answer.programme()) + answer.bound() - answer.value()
                : order.most();
    }

    private static Reached reached(Choosing choosing, Programme programme, List<Long> bounds) {
        List<Niveau> niveaux = new ArrayList<>();
        Choosing held = choosing;
        for (Critere level : choosing.envelope().valeur().levels()) {
            long value = Certificate.value(choosing.envelope(), programme, level);
            niveaux.add(new Niveau(level, value, Math.max(value, bounds.get(niveaux.size()))));
            held = held.and(model -> model.model().addGreaterOrEqual(model.value(level), value));
        }
        return new Reached(held, programme, List.copyOf(niveaux));
    }
}
