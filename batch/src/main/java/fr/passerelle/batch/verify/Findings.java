package fr.passerelle.batch.verify;

import java.util.ArrayList;
import java.util.List;

/** The differences of one area as they are found: the first is kept, the others are counted. */
final class Findings {

    private final String area;
    private final List<String> first = new ArrayList<>();
    private long more;

    Findings(String area) {
        this.area = area;
    }

    void add(String difference) {
        if (first.isEmpty()) {
            first.add(difference);
        } else {
            more++;
        }
    }

    void addAll(List<String> differences) {
        differences.forEach(this::add);
    }

    boolean none() {
        return first.isEmpty();
    }

    Area area(String summary) {
        return new Area(area, summary, List.copyOf(first), more);
    }
}
