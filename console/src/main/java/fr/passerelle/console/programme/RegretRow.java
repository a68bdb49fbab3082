package fr.passerelle.console.programme;

import fr.passerelle.schemas.event.EtapeImplantee;
import fr.passerelle.schemas.event.ImplantationEpci;
import java.util.List;

/**
 * Today's rule beside the best, for one EPCI.
 *
 * @param moved stops of the best that the rule does not have
 */
public record RegretRow(ImplantationEpci epci, List<EtapeImplantee> moved) {

    static RegretRow of(ImplantationEpci epci) {
        return new RegretRow(
                epci,
                epci.getEtapes().stream().filter(etape -> !etape.getByRule()).toList());
    }

    /** Inhabitants that the rule leaves farther than the best does. Negative where it does better: the best is that of all EPCIs. */
    public long regret() {
        return epci.getBest() - epci.getByRule();
    }
}
