package fr.passerelle.rules.explanation;

import fr.passerelle.schemas.event.CauseChangement;
import fr.passerelle.schemas.event.Changement;
import fr.passerelle.schemas.event.NatureChangement;
import fr.passerelle.schemas.event.ValeurChangee;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How conversions, or plans, are compared: what their conclusion is made of, and how to find what made it change. */
record ComparedKind<T>(
        String type,
        Function<T, String> id,
        Function<T, String> epci,
        List<Aspect<T>> aspects,
        BiFunction<T, T, List<CauseChangement>> why) {

    Optional<Changement> change(@Nullable T was, @Nullable T is) {
        if (was == null || is == null) {
            return gone(was, is);
        }
        List<ValeurChangee> values = Aspect.changed(aspects, was, is);
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(told(is, NatureChangement.MODIFIE, values, why.apply(was, is)));
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
