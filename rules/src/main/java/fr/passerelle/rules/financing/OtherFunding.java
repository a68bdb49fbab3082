package fr.passerelle.rules.financing;

import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.Operande;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Funding by others: what neither stays with the EPCI nor is paid by the region.
 *
 * @param euros from 0
 * @param deducted whether it also leaves the base of the aid
 * @param operands what it is read from
 */
public record OtherFunding(BigDecimal euros, boolean deducted, List<Operande> operands) {

    /** What others pay of a line of a plan, euros from 0; empty where its cost or its aid is not known. */
    public static Optional<BigDecimal> of(AidLine line) {
        return Stream.of(line.getCost(), line.getAid(), line.getLeft()).anyMatch(Objects::isNull)
                ? Optional.empty()
                : Optional.of(line.getCost().subtract(line.getAid()).subtract(line.getLeft()));
    }

    static OtherFunding nothing() {
        return new OtherFunding(Cents.ZERO, false, List.of());
    }

    /** Other public aid to the investment; null where none was told. */
    static OtherFunding otherAid(@Nullable BigDecimal told) {
        return new OtherFunding(Cents.orZero(told), false, List.of(Steps.euros("autres_aides", told)));
    }

    /** Receipts count only where the règlement deducts them: then from the base and from what is left. */
    static OtherFunding receipts(boolean deducted, @Nullable BigDecimal told) {
        Operande rule = Steps.answer("recettes_deduites", deducted);
        return deducted
                ? new OtherFunding(Cents.orZero(told), true, List.of(rule, Steps.euros("recettes", told)))
                : new OtherFunding(Cents.ZERO, true, List.of(rule));
    }

    BigDecimal base(BigDecimal cost) {
        return deducted ? Cents.minus(cost, euros) : cost;
    }

    /** The cost, and what is deducted from it to make the base. */
    Operande[] ofTheBase(@Nullable BigDecimal cost) {
        return deducted ? with(cost) : new Operande[] {Steps.euros("cout", cost)};
    }

    /** The cost, and what covers a part of it. */
    Operande[] with(@Nullable BigDecimal cost, Operande... more) {
        return Stream.of(Stream.of(Steps.euros("cout", cost)), operands.stream(), Stream.of(more))
                .flatMap(all -> all)
                .toArray(Operande[]::new);
    }
}
