package fr.passerelle.envelope.solver;

import com.google.ortools.sat.Literal;
import fr.passerelle.envelope.solver.ExactSearch.End;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Who of those that wait enters in some answer or other: one search more than answers needed to show them all. */
record EntrySearch(ExactSearch search) {

    /** SIRENs of those that enter. */
    Set<String> entering(Choosing choosing, Collection<WaitingEpci> waiting) {
        Set<String> sirens = new TreeSet<>();
        List<WaitingEpci> others = new ArrayList<>(waiting);
        while (!others.isEmpty() && search.any(choosing.and(some(others))) instanceof End.Answer answer) {
            others.stream().filter(each -> each.enters(answer.programme())).forEach(each -> sirens.add(each.siren()));
            others.removeIf(each -> sirens.contains(each.siren()));
        }
        return sirens;
    }

    private static Choosing.Condition some(List<WaitingEpci> waiting) {
        List<WaitingEpci> sought = List.copyOf(waiting);
        return model -> model.model()
                .addBoolOr(sought.stream()
                        .flatMap(each -> each.entries(model).stream())
                        .toArray(Literal[]::new));
    }
}
