package fr.passerelle.console.epci;

import fr.passerelle.console.map.Mark;
import fr.passerelle.console.reading.RunCache;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.place.NameOrder;
import fr.passerelle.rules.explanation.SigningObstacle;
import fr.passerelle.schemas.event.Concurrent;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.Siege;
import fr.passerelle.sheets.french.Codes;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntBiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Every EPCI that has a plan, as lists and maps show it. */
@Component
public class EpciRows {

    private final RunCache<Map<String, EpciRow>> rows = new RunCache<>(EpciRows::read);

    /** By SIREN, in the order of their names. */
    public Map<String, EpciRow> of(PublishedResults published) {
        return rows.of(published);
    }

    private static Map<String, EpciRow> read(PublishedResults published) {
        Map<String, List<Frequentation>> scores =
                published.proposals().scores().values().stream().collect(Collectors.groupingBy(Frequentation::getEpci));
        return published.proposals().plans().values().stream()
                .sorted(NameOrder.by(Plan::getName, Plan::getEpci))
                .map(plan -> row(plan, scores.getOrDefault(plan.getEpci(), List.of())))
                .collect(Collectors.toMap(
                        row -> row.plan().getEpci(), Function.identity(), (one, other) -> one, LinkedHashMap::new));
    }

    private static EpciRow row(Plan plan, List<Frequentation> scores) {
        int monthsMissing = scores.stream()
                .mapToInt(score -> score.getMonthsMissing().size())
                .sum();
        long roomsMissing = scores.stream()
                .filter(score -> !score.getMonthsMissing().isEmpty())
                .count();
        Set<PendingTask> waiting = EnumSet.allOf(PendingTask.class);
        waiting.removeIf(task -> task.things(plan, monthsMissing) <= 0);
        return new EpciRow(plan, Mark.of(plan), seats(plan), chosen(plan), monthsMissing, roomsMissing, waiting);
    }

    private static @Nullable Concurrent chosen(Plan plan) {
        return plan.getCandidates().stream()
                .filter(candidate -> candidate.getSiege().equals(plan.getSiege()))
                .findFirst()
                .orElse(null);
    }

    private static String seats(Plan plan) {
        return Stream.of(
                        Stream.ofNullable(plan.getSiege()).map(Siege::getName),
                        plan.getExAequo().stream().map(Siege::getName),
                        Stream.ofNullable(plan.getExistingTiersLieu()))
                .flatMap(names -> names)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
    }

    /** An EPCI in a list, with the name of the seat proposed, of those it chooses from, or of the tiers lieu it has, if any. */
    public record EpciRow(
            Plan plan,
            Mark mark,
            String seat,
            @Nullable Concurrent chosen,
            int monthsMissing,
            long roomsMissing,
            Set<PendingTask> waiting) {

        /** Level of need, in French. */
        public String need() {
            return Codes.outcome(plan.getBesoin().name());
        }
    }

    /** A task of a plan that waits for a human. */
    public enum PendingTask {
        /** Rooms whose bounds contain the threshold: nobody concludes without an examination. */
        A_INSTRUIRE((plan, missing) -> plan.getAInstruire()),
        /** Seats that nothing separates: the EPCI chooses. */
        EX_AEQUO((plan, missing) -> SigningObstacle.EX_AEQUO.in(plan) ? 1 : 0),
        /** High need, low use: a person has to examine. */
        EXAMEN((plan, missing) -> plan.getFlags().contains("EXAMEN_HUMAIN") ? 1 : 0),
        /** What was notified stays, and differs from what the rules now find. */
        ECART((plan, missing) -> plan.getEcarts().size()),
        /** Decisions that contradict each other. */
        CONFLIT((plan, missing) -> plan.getConflits().size()),
        /** Fewer inhabitants near mediation than today: it needs a motive. */
        PROXIMITE((plan, missing) -> SigningObstacle.PROXIMITE.in(plan) ? 1 : 0),
        /** Months that were not returned: to be asked for. */
        RELANCE((plan, missing) -> missing);

        private final ToIntBiFunction<Plan, Integer> things;

        PendingTask(ToIntBiFunction<Plan, Integer> things) {
            this.things = things;
        }

        /** How many things wait in a plan, and in so many months of its rooms that were not returned. */
        public int things(Plan plan, int monthsMissing) {
            return things.applyAsInt(plan, monthsMissing);
        }
    }
}
