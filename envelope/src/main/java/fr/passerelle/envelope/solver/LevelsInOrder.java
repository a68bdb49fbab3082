package fr.passerelle.envelope.solver;

import fr.passerelle.envelope.rule.Certificate;
import fr.passerelle.envelope.rule.Envelope;
import fr.passerelle.envelope.rule.EpciChoices;
import fr.passerelle.envelope.rule.FundingOption;
import fr.passerelle.envelope.rule.Programme;
import fr.passerelle.schemas.event.Critere;
import java.util.List;
import java.util.Optional;

/** Levels as one number that orders answers as they do: one unit of a level is more than all that those after it could give. */
record LevelsInOrder(Envelope envelope, List<Critere> levels) {

    /** What an option adds to it, with what was notified. */
    long value(EpciChoices epci, FundingOption option) {
        long value = 0;
        for (Critere level : levels) {
            value = Math.addExact(Math.multiplyExact(value, most(level) + 1), epci.value(option, level));
        }
        return value;
    }

    /** The answer of a search, unless another is better: one that was stopped may be worse than what it began from. */
    Optional<Programme> better(ExactSearch.End end, Optional<Programme> other) {
        return end instanceof ExactSearch.End.Answer answer
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

    /** What an answer reaches on the last level. */
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
