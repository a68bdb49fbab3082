package fr.passerelle.sheets.explanation;

import fr.passerelle.rules.financing.OtherFunding;
import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.Plan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The cost of a plan, shared by the region, by others and by the EPCI: each row of it adds up, and others have a column where they pay. */
public record SharedCost(Plan plan) {

    private static final int OTHERS = 3;

    /** Of the lines whose cost and aid are known, euros. */
    public BigDecimal cost() {
        return plan.getAid().stream()
                .filter(line -> OtherFunding.of(line).isPresent())
                .map(AidLine::getCost)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What others pay of these, euros. */
    public BigDecimal others() {
        return plan.getAid().stream()
                .map(OtherFunding::of)
                .flatMap(Optional::stream)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The cells of a row: name, cost, aid, others, then what is left and the rest of them; without the fourth where others pay nothing. */
    public List<String> cells(String... all) {
        List<String> cells = new ArrayList<>(List.of(all));
        if (others().signum() == 0) {
            cells.remove(OTHERS);
        }
        return cells;
    }
}
