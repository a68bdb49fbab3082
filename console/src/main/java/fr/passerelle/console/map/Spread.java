package fr.passerelle.console.map;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Keeps numbered discs apart: each goes where it is, or to the nearest free place around. */
public final class Spread {

    private static final int APART = 22;
    private static final int DIRECTIONS = 8;
    private static final int RINGS = 6;

    private final List<Spot> taken = new ArrayList<>();

    /** A point, in pixels. */
    record Spot(int x, int y) {

        private boolean isClear(Spot other) {
            return Math.hypot(x - other.x, y - other.y) >= APART;
        }
    }

    /** Takes the place nearest to this one; that one itself where all around is taken. */
    Spot take(int x, int y) {
        Spot asked = new Spot(x, y);
        Spot spot = around(asked)
                .filter(one -> taken.stream().allMatch(one::isClear))
                .findFirst()
                .orElse(asked);
        taken.add(spot);
        return spot;
    }

    private static Stream<Spot> around(Spot centre) {
        return Stream.concat(
                Stream.of(centre),
                IntStream.rangeClosed(1, RINGS)
                        .boxed()
                        .flatMap(ring -> IntStream.range(0, DIRECTIONS)
                                .mapToObj(direction -> at(centre, ring * APART / 2, direction))));
    }

    private static Spot at(Spot centre, int distance, int direction) {
        double angle = 2 * Math.PI * direction / DIRECTIONS;
        return new Spot(
                centre.x() + (int) Math.round(distance * Math.cos(angle)),
                centre.y() + (int) Math.round(distance * Math.sin(angle)));
    }
}
