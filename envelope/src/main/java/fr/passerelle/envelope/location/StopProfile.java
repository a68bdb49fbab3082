package fr.passerelle.envelope.location;

import java.util.ArrayList;
import java.util.List;

/**
 * What each number of stops reaches in one EPCI.
 *
 * @param fewest stops that it needs whatever is asked for
 * @param levels from that number on, up to all its hosts
 */
record StopProfile(int fewest, List<StopLevel> levels) {

    static StopProfile of(StopModel model) {
        int fewest = model.area().fewestStops();
        List<StopLevel> levels = new ArrayList<>();
        for (int stops = fewest; stops <= model.area().hosts().size(); stops++) {
            levels.add(isSettled(model, levels, stops) ? oneMore(levels.getLast()) : model.level(stops));
        }
        return new StopProfile(fewest, levels);
    }

    /** With one stop less all that is reachable was reached, and all of today's rule were in: nothing is left but to move one more. */
    private static boolean isSettled(StopModel model, List<StopLevel> levels, int stops) {
        return !levels.isEmpty()
                && levels.getLast().near() == model.reachable()
                && levels.getLast().moved() == stops - 1 - model.area().byRule().size();
    }

    private static StopLevel oneMore(StopLevel level) {
        return new StopLevel(level.near(), level.bound(), level.moved() + 1, level.proven());
    }

    /** The most stops: all its hosts. */
    int most() {
        return fewest + levels.size() - 1;
    }

    StopLevel of(int stops) {
        return levels.get(stops - fewest);
    }
}
