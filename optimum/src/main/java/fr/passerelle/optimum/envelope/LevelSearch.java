package fr.passerelle.optimum.envelope;

import fr.passerelle.optimum.envelope.ExactSearch.End;
import fr.passerelle.rules.envelope.Certificate;
import fr.passerelle.rules.envelope.Envelope;
import fr.passerelle.rules.envelope.Programme;
import fr.passerelle.schemas.event.Critere;
import fr.passerelle.schemas.event.Niveau;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The levels of a value, one after the other: each is brought to its greatest, then held while the next is sought. */
record LevelSearch(ExactSearch search) {

    /**
     * What the levels came to.
     *
     * @param choosing what was asked, with each level held
     * @param programme one of the answers that reach them
     */
    record Reached(Choosing choosing, Programme programme, List<Niveau> niveaux) {}

    /**
     * The best on all levels in their order; empty where no answer may be, or none was found before the limit.
     *
     * @param start an answer to begin from, which stands where the solver stops before it finds another
     */
    Optional<Reached> best(Choosing choosing, Optional<Programme> start) {
        Choosing held = choosing;
        Optional<Programme> last = start;
        List<Niveau> niveaux = new ArrayList<>();
        for (Critere level : choosing.envelope().valeur().levels()) {
            End end = search.greatest(held, model -> model.value(level).build(), last);
            last = end instanceof End.Answer answer ? Optional.of(answer.programme()) : last;
            if (end instanceof End.Impossible || last.isEmpty()) {
                return Optional.empty();
            }
            Programme programme = last.orElseThrow();
            long value = Certificate.value(choosing.envelope(), programme, level);
            long bound = end instanceof End.Answer answer ? answer.bound() : most(choosing.envelope(), level);
            niveaux.add(new Niveau(level, value, bound));
            held = held.and(model -> model.model().addGreaterOrEqual(model.value(level), value));
        }
        return Optional.of(new Reached(held, last.orElseThrow(), List.copyOf(niveaux)));
    }

    /** What each EPCI could give at most, whatever the others take. */
    private static long most(Envelope envelope, Critere level) {
        return envelope.epcis().stream()
                .mapToLong(epci -> epci.options().stream()
                        .mapToLong(option -> epci.value(option, level))
                        .max()
                        .orElse(0))
                .sum();
    }
}
