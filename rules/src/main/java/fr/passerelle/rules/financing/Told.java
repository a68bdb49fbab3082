package fr.passerelle.rules.financing;

import fr.passerelle.schemas.event.EtudeState;
import fr.passerelle.schemas.event.Intercommunalite;
import java.math.BigDecimal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What an EPCI told of its project, perhaps nothing. */
record Told(@Nullable Intercommunalite line) {

    /** An amount in euros, to the cent; null where it told none. */
    @Nullable
    BigDecimal amount(Function<Intercommunalite, @Nullable BigDecimal> field) {
        BigDecimal told = line == null ? null : field.apply(line);
        return told == null ? null : Cents.of(told);
    }

    /** An amount that is nothing unless it is told. */
    BigDecimal amountOrZero(Function<Intercommunalite, @Nullable BigDecimal> field) {
        BigDecimal told = amount(field);
        return told == null ? Cents.ZERO : told;
    }

    boolean etudeIs(EtudeState state) {
        return line != null && line.getEtude() == state;
    }
}
