package fr.passerelle.calendar.solver.search;

import ai.timefold.solver.core.api.score.director.ScoreDirector;
import ai.timefold.solver.core.impl.heuristic.selector.move.factory.MoveIteratorFactory;
import java.util.Iterator;
import java.util.Random;
import java.util.stream.Stream;

/** Moves without end, each made of the calls as they then are. */
public final class RuinMoves implements MoveIteratorFactory<TourPlanning, RuinMove> {

    @Override
    public long getSize(ScoreDirector<TourPlanning> director) {
        return director.getWorkingSolution().calls().size();
    }

    @Override
    public Iterator<RuinMove> createOriginalMoveIterator(ScoreDirector<TourPlanning> director) {
        throw new UnsupportedOperationException("moves are made at random alone");
    }

    @Override
    public Iterator<RuinMove> createRandomMoveIterator(ScoreDirector<TourPlanning> director, Random random) {
        return Stream.generate(() -> next(director.getWorkingSolution(), random))
                .iterator();
    }

    private static RuinMove next(TourPlanning planning, Random random) {
        return new RuinMove(planning.recreation().next(planning.placed(), random));
    }
}
