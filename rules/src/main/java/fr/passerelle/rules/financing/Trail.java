package fr.passerelle.rules.financing;

import fr.passerelle.schemas.event.RegleEssayee;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The steps of one line, in the order in which the rules were tried.
 *
 * @param deciding which of them decided the amount, from 0
 */
record Trail(List<AidStep> steps, int deciding) {

    /** Stopped at its gate. */
    static Trail stopped(Gate gate) {
        return new Trail(List.of(gate.step()), 0);
    }

    /** Without a cost: its base, which is unknown, decides. */
    static Trail unknown(Gate gate, AidStep base) {
        return new Trail(List.of(gate.step(), base), 1);
    }

    /** From its base to what its rule gives. */
    static Trail of(Gate gate, AidStep base, Award award) {
        List<AidStep> steps = new ArrayList<>(List.of(gate.step(), base));
        steps.addAll(award.steps());
        return new Trail(List.copyOf(steps), 2 + award.decidingStep());
    }

    /** Ends with what stays with the EPCI. */
    Trail with(AidStep left) {
        List<AidStep> all = new ArrayList<>(steps);
        all.add(left);
        return new Trail(List.copyOf(all), deciding);
    }

    List<RegleEssayee> written(String on) {
        return IntStream.range(0, steps.size())
                .mapToObj(i -> steps.get(i).written(on, i == deciding))
                .toList();
    }
}
