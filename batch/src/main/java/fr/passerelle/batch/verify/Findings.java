package fr.passerelle.batch.verify;

import java.util.ArrayList;
import java.util.List;

/** The differences of one area as they are found: the first is kept, the others are counted. */
public final class Findings {

    private final String area;
    private final List<String> first = new ArrayList<>();
    private long more;

    public Findings(String area) {
        this.area = area;
    }

    public void add(String difference) {
        if (first.isEmpty()) {
            first.add(difference);
        } else {
            more++;
        }
    }

    public void addAll(List<String> differences) {
        differences.forEach(this::add);
    }

    public boolean none() {
        return first.isEmpty();
    }

    public Area area(String summary) {
        return new Area(area, summary, List.copyOf(first), more);
    }

    /**
     * One area that a verification compared, in French: what was looked at and how much of it; the first difference, none when all agrees; how
     * many more there are.
     */
    public record Area(String name, String summary, List<String> first, long more) {

        /** Whether nothing differs. */
        public boolean agrees() {
            return first.isEmpty();
        }

        /** How many things differ, from 0. */
        public long differences() {
            return first.size() + more;
        }
    }
}
