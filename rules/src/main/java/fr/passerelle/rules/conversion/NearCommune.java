package fr.passerelle.rules.conversion;

import fr.passerelle.rules.trace.Rule;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.RegleEssayee;
import fr.passerelle.schemas.event.Unite;
import java.math.BigDecimal;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A commune with the metres to its nearest point, absent where there is none at all. */
record NearCommune(Commune commune, OptionalLong today, OptionalLong proposed, int radiusMetres) {

    boolean isToday() {
        return within(today);
    }

    boolean isProposed() {
        return within(proposed);
    }

    private boolean within(OptionalLong metres) {
        return metres.isPresent() && metres.getAsLong() <= radiusMetres;
    }

    RegleEssayee step() {
        return Steps.passed(
                Rule.PROXIMITE,
                Steps.commune(commune.getInsee()),
                outcome().name(),
                Steps.whole("population", commune.getPopulation(), Unite.HABITANTS),
                Steps.number("distance_aujourdhui", decimal(today), Unite.METRES),
                Steps.number("distance_proposee", decimal(proposed), Unite.METRES),
                Steps.whole("rayon", radiusMetres, Unite.METRES));
    }

    private Finding outcome() {
        if (isToday()) {
            return isProposed() ? Finding.PROCHE : Finding.PERDUE;
        }
        return isProposed() ? Finding.GAGNEE : Finding.ELOIGNEE;
    }

    private static @Nullable BigDecimal decimal(OptionalLong metres) {
        return metres.isPresent() ? BigDecimal.valueOf(metres.getAsLong()) : null;
    }
}
