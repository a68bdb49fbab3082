package fr.passerelle.console.home;

import fr.passerelle.console.change.ChangeLine;
import java.text.Collator;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What changed for one EPCI.
 *
 * @param lines its plan first, then its rooms by name
 */
record ChangedEpci(String siren, String name, List<ChangeLine> lines) {

    private static final Comparator<String> FRENCH = Collator.getInstance(Locale.FRANCE)::compare;

    /** Those whose tiers lieu changed first, then those whose plan did, then by name. */
    static List<ChangedEpci> of(Collection<ChangeLine> lines) {
        return lines.stream()
                .sorted(Comparator.comparing(ChangeLine::plan).reversed().thenComparing(ChangeLine::name, FRENCH))
                .collect(Collectors.groupingBy(ChangeLine::siren, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(of -> new ChangedEpci(of.getFirst().siren(), of.getFirst().epci(), of))
                .sorted(Comparator.comparing(ChangedEpci::seat)
                        .thenComparing(ChangedEpci::plan)
                        .reversed()
                        .thenComparing(ChangedEpci::name, FRENCH))
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
