package fr.passerelle.rules.explanation;

import fr.passerelle.schemas.event.CauseChangement;
import fr.passerelle.schemas.event.Changement;
import fr.passerelle.schemas.event.NatureChangement;
import fr.passerelle.schemas.event.ValeurChangee;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How conversions, or plans, are compared, and what their conclusion is made of. */
record ComparedKind<T>(String type, Function<T, String> id, Function<T, String> epci, List<Aspect<T>> aspects) {

    Optional<Changement> change(@Nullable T was, @Nullable T is) {
        if (was == null || is == null) {
            return gone(was, is);
        }
        List<Aspect<T>> changed = Aspect.changed(aspects, was, is);
        return changed.isEmpty() ? Optional.empty() : Optional.of(modified(changed, was, is));
    }

    private Changement modified(List<Aspect<T>> changed, T was, T is) {
        return told(
                is,
                NatureChangement.MODIFIE,
                changed.stream().map(aspect -> aspect.told(was, is)).toList(),
                Causes.of(changed, was, is));
    }

    private Optional<Changement> gone(@Nullable T was, @Nullable T is) {
        return is == null
                ? Optional.ofNullable(was).map(old -> told(old, NatureChangement.RETIRE, List.of(), List.of()))
                : Optional.of(told(is, NatureChangement.AJOUTE, List.of(), List.of()));
    }

    private Changement told(T of, NatureChangement nature, List<ValeurChangee> values, List<CauseChangement> causes) {
        return new Changement(type, id.apply(of), epci.apply(of), nature, values, causes);
    }
}
