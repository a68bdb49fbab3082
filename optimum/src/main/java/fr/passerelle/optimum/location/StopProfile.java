package fr.passerelle.optimum.location;

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
            levels.add(model.level(stops));
        }
        return new StopProfile(fewest, levels);
    }

    /** The most stops: all its hosts. */
    int most() {
        return fewest + levels.size() - 1;
    }

    StopLevel of(int stops) {
        return levels.get(stops - fewest);
    }
}
