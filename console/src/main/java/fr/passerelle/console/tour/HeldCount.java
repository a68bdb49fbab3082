package fr.passerelle.console.tour;

import fr.passerelle.console.tour.SessionMonth.Outcome;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Sessions that were held, and who came to them. Unknown is never 0.
 *
 * @param sessions null where nobody told of any month
 * @param counted those at which somebody counted, from 0
 * @param presences at these; null where there are none
 */
public record HeldCount(
        @Nullable Integer sessions, int counted, @Nullable Integer presences) {

    static HeldCount of(Collection<SessionMonth> months) {
        List<Outcome> held = months.stream()
                .flatMap(month -> month.sessions().stream())
                .filter(Outcome::held)
                .toList();
        List<Integer> counts =
                held.stream().map(Outcome::presences).filter(Objects::nonNull).toList();
        return new HeldCount(
                months.isEmpty() ? null : held.size(),
                counts.size(),
                counts.isEmpty()
                        ? null
                        : counts.stream().mapToInt(Integer::intValue).sum());
    }
}
