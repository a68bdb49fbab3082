package fr.passerelle.calendar.solver.search;

import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.heuristic.selector.move.factory.MoveIteratorFactoryConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.localsearch.decider.acceptor.LocalSearchAcceptorConfig;
import ai.timefold.solver.core.config.localsearch.decider.forager.LocalSearchForagerConfig;
import ai.timefold.solver.core.config.solver.EnvironmentMode;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.monitoring.MonitoringConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The best calendar that so many steps find: each takes some calls out and puts them back, and is kept where the answer is no worse than
 * before, or than it was a while ago (late acceptance). A step is one move that was tried, kept or not.
 */
public final class TourSearch {

    private TourSearch() {}

    /**
     * One placement a call, null where it is held by nobody: never worse than what it starts from, and the same to the same arguments.
     *
     * @param start one a call, null where it is held by nobody
     */
    public static List<@Nullable CallPlacement> improve(
            RoundRules rules, List<@Nullable CallPlacement> start, int steps, long seed) {
        return improve(rules, start, steps, seed, EnvironmentMode.NO_ASSERT);
    }

    static List<@Nullable CallPlacement> improve(
            RoundRules rules, List<@Nullable CallPlacement> start, int steps, long seed, EnvironmentMode mode) {
        if (start.isEmpty()) {
            return start;
        }
        List<List<Integer>> days = Recreation.slotsOfDays(rules);
        List<TourCall> calls = IntStream.range(0, start.size())
                .mapToObj(call -> new TourCall(call, new PlacementRange(rules.patterns(call), days), start.get(call)))
                .toList();
        TourPlanning best = SolverFactory.<TourPlanning>create(
                        config(mode, rules, steps).withRandomSeed(seed))
                .buildSolver()
                .solve(new TourPlanning(calls, new Recreation(rules), new PlacedCalls(rules)));
        List<@Nullable CallPlacement> placements = new ArrayList<>();
        best.calls().forEach(call -> placements.add(call.placement()));
        return placements;
    }

    private static SolverConfig config(EnvironmentMode mode, RoundRules rules, int steps) {
        return new SolverConfig()
                .withEnvironmentMode(mode)
                .withMonitoringConfig(new MonitoringConfig().withSolverMetricList(List.of()))
                .withSolutionClass(TourPlanning.class)
                .withEntityClasses(TourCall.class)
                .withEasyScoreCalculatorClass(CallScore.class)
                .withPhases(new LocalSearchPhaseConfig()
                        .withMoveSelectorConfig(
                                new MoveIteratorFactoryConfig().withMoveIteratorFactoryClass(RuinMoves.class))
                        .withAcceptorConfig(
                                new LocalSearchAcceptorConfig().withLateAcceptanceSize(memory(rules, steps)))
                        .withForagerConfig(new LocalSearchForagerConfig().withAcceptedCountLimit(1))
                        .withTerminationConfig(new TerminationConfig().withMoveCountLimit((long) steps)));
    }

    /** How long ago: as many answers as there are steps a visit. */
    private static int memory(RoundRules rules, int steps) {
        int visits = IntStream.range(0, rules.calls())
                .map(call ->
                        rules.patterns(call).stream().mapToInt(List::size).max().orElse(0))
                .sum();
        return Math.max(1, steps / Math.max(1, visits));
    }
}
