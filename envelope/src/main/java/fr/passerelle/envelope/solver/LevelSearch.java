package fr.passerelle.envelope.solver;

import fr.passerelle.envelope.rule.Certificate;
import fr.passerelle.envelope.rule.Envelope;
import fr.passerelle.envelope.rule.Envelope.Programme;
import fr.passerelle.envelope.rule.EpciChoices;
import fr.passerelle.envelope.rule.FundingOption;
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
final class LevelSearch {

    private LevelSearch() {}

    /** What the levels came to, with one of the answers that reach them, and what was asked with each of them held. */
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
    static Optional<Reached> best(ExactSearch search, Choosing choosing, Optional<Programme> start) {
        List<Critere> levels = choosing.envelope().valeur().levels();
        Optional<Programme> last = start;
        Choosing held = choosing;
        List<Long> bounds = new ArrayList<>();
        for (int count = 1; count <= levels.size(); count++) {
            Order order = new Order(choosing.envelope(), levels.subList(0, count));
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
            bounds.add(bound(order, end, search.preuve()));
            long value = order.last(last.orElseThrow());
            held = held.and(model -> model.model().addGreaterOrEqual(model.value(level), value));
        }
        return last.map(programme -> reached(choosing, programme, bounds));
    }

    /** What is left of the last of some levels, once those before are proven; else all that could be given at most. */
    private static long bound(Order order, End end, Preuve preuve) {
        return end instanceof End.Answer answer
                        && (preuve == Preuve.OPTIMAL || order.levels().size() == 1)
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

    /** Levels as one number that orders answers as they do: one unit of a level is more than all that those after it could give. */
    private record Order(Envelope envelope, List<Critere> levels) {

        /** What an option adds to it, with what was notified. */
        long value(EpciChoices epci, FundingOption option) {
            long value = 0;
            for (Critere level : levels) {
                value = Math.addExact(Math.multiplyExact(value, most(level) + 1), epci.value(option, level));
            }
            return value;
        }

        /** The answer of a search, unless another is better: one that was stopped may be worse than what it began from. */
        Optional<Programme> better(End end, Optional<Programme> other) {
            return end instanceof End.Answer answer
                            && other.filter(before -> isBetter(before, answer.programme()))
                                    .isEmpty()
                    ? Optional.of(answer.programme())
                    : other;
        }

        private boolean isBetter(Programme one, Programme other) {
            return levels.stream()
                    .map(level -> Long.compare(
                            Certificate.value(envelope, one, level), Certificate.value(envelope, other, level)))
                    .filter(compared -> compared != 0)
                    .findFirst()
                    .filter(compared -> compared > 0)
                    .isPresent();
        }

        long last(Programme programme) {
            return Certificate.value(envelope, programme, levels.getLast());
        }

        /** What the last level could reach at most, whatever the others take. */
        long most() {
            return most(levels.getLast());
        }

        private long most(Critere level) {
            return envelope.epcis().stream()
                    .mapToLong(epci -> epci.options().stream()
                            .mapToLong(option -> epci.value(option, level))
                            .max()
                            .orElse(0))
                    .sum();
        }
    }
}
