package fr.passerelle.calendar.solver.search;

import ai.timefold.solver.core.api.score.director.ScoreDirector;
import ai.timefold.solver.core.impl.heuristic.move.AbstractMove;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls that are held elsewhere than before. Timefold has only begun what is to replace the class that this extends. */
@SuppressWarnings("deprecation")
final class RuinMove extends AbstractMove<TourPlanning> {

    private static final String PLACEMENT = "placement";

    private final Map<Integer, @Nullable CallPlacement> made;

    RuinMove(Map<Integer, @Nullable CallPlacement> made) {
        this.made = made;
    }

    @Override
    public boolean isMoveDoable(ScoreDirector<TourPlanning> director) {
        return true;
    }

    @Override
    protected void doMoveOnGenuineVariables(ScoreDirector<TourPlanning> director) {
        made.forEach((number, placement) -> {
            TourCall call = director.getWorkingSolution().calls().get(number);
            director.beforeVariableChanged(call, PLACEMENT);
            call.hold(placement);
            director.afterVariableChanged(call, PLACEMENT);
        });
    }
}
