package fr.passerelle.rules.financing;

import fr.passerelle.schemas.event.EtudeState;
import fr.passerelle.schemas.event.Intercommunalite;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What an EPCI told of its project, perhaps nothing. */
record EpciProject(@Nullable Intercommunalite line) {

    /** An amount in euros, to the cent; null where it told none. */
    @Nullable
    BigDecimal amount(Function<Intercommunalite, @Nullable BigDecimal> field) {
        BigDecimal told = line == null ? null : field.apply(line);
        return told == null ? null : Cents.of(told);
    }

    /** Where its study stands; null where it told nothing of it. */
    @Nullable
    EtudeState etude() {
        return line == null ? null : line.getEtude();
    }

    /** Day on which its tiers lieu opens; null where it told none. */
    @Nullable
    LocalDate opening() {
        return line == null ? null : line.getOpening();
    }
}
