package fr.passerelle.console.programme;

import fr.passerelle.schemas.event.ChoixEpci;
import java.math.BigDecimal;
import java.util.List;

/**
 * An EPCI for which a scenario funds something, or for which something stands that was notified.
 *
 * @param cells one for each year, in order
 */
public record ProgrammeRow(ChoixEpci choice, List<ProgrammeCell> cells) {

    static ProgrammeRow of(ChoixEpci choice, List<Integer> years) {
        return new ProgrammeRow(
                choice,
                years.stream().map(year -> ProgrammeCell.of(choice, year)).toList());
    }

    /** Euros that the scenario funds, over all years. */
    public BigDecimal total() {
        return cells.stream().map(ProgrammeCell::aid).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Euros that were notified, over all years. */
    public BigDecimal committed() {
        return cells.stream().map(ProgrammeCell::committed).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
