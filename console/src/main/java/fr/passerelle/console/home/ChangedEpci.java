package fr.passerelle.console.home;

import fr.passerelle.console.change.ChangeLine;
import fr.passerelle.published.place.NameOrder;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What changed for one EPCI.
 *
 * @param lines its plan first, then its rooms by name
 */
record ChangedEpci(String siren, String name, List<ChangeLine> lines) {

    /** Those whose tiers lieu changed first, then those whose plan did, then by name. */
    static List<ChangedEpci> of(Collection<ChangeLine> lines) {
        return lines.stream()
                .sorted(Comparator.comparing(ChangeLine::plan)
                        .reversed()
                        .thenComparing(NameOrder.by(ChangeLine::name, ChangeLine::siren)))
                .collect(Collectors.groupingBy(ChangeLine::siren, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(of -> new ChangedEpci(of.getFirst().siren(), of.getFirst().epci(), of))
                .sorted(Comparator.comparing(ChangedEpci::seat)
                        .thenComparing(ChangedEpci::plan)
                        .reversed()
                        .thenComparing(NameOrder.by(ChangedEpci::name, ChangedEpci::siren)))
                .toList();
    }

    /** Whether its plan was withdrawn: it has no page any more. */
    public boolean gone() {
        return plan() && lines.getFirst().path() == null;
    }

    /** Whether its tiers lieu is among what changed. */
    boolean seat() {
        return lines.getFirst().seat();
    }

    /** Whether its plan is among what changed. */
    boolean plan() {
        return lines.getFirst().plan();
    }
}
