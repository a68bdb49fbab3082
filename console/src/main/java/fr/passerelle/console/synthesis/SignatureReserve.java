package fr.passerelle.console.synthesis;

import fr.passerelle.console.figure.SynthesisArea;
import fr.passerelle.console.home.PendingTasks;
import fr.passerelle.rules.explanation.SigningObstacle;
import fr.passerelle.schemas.event.Plan;
import java.util.Arrays;
import java.util.List;

/**
 * What one obstacle keeps from being signed.
 *
 * @param lines the first EPCIs that it is of, by name
 * @param others how many more there are
 */
record SignatureReserve(SigningObstacle obstacle, List<Line> lines, int others) {

    /** So many fit on a side of paper under each obstacle. */
    private static final int TOLD = 6;

    /**
     * An EPCI.
     *
     * @param told the places that it is about, or the fall; empty where it is the whole plan
     */
    record Line(String siren, String name, String told) {}

    /** All that hold of the plans of an area. */
    static List<SignatureReserve> of(SynthesisArea area) {
        return Arrays.stream(SigningObstacle.values())
                .map(obstacle -> of(obstacle, obstacle.among(area.plans())))
                .filter(reserve -> !reserve.lines().isEmpty())
                .toList();
    }

    private static SignatureReserve of(SigningObstacle obstacle, List<Plan> plans) {
        return new SignatureReserve(
                obstacle,
                plans.stream()
                        .limit(TOLD)
                        .map(plan -> new Line(plan.getEpci(), plan.getName(), told(obstacle, plan)))
                        .toList(),
                Math.max(0, plans.size() - TOLD));
    }

    private static String told(SigningObstacle obstacle, Plan plan) {
        return obstacle == SigningObstacle.PROXIMITE
                ? PendingTasks.fall(plan)
                : String.join(", ", obstacle.places(plan));
    }

    /** How many EPCIs it is of. */
    public int epcis() {
        return lines.size() + others;
    }
}
