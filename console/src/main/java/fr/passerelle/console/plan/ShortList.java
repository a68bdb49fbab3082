package fr.passerelle.console.plan;

import java.util.List;

/**
 * The beginning of a list, so that an EPCI with many rooms has a page as light as one with few.
 *
 * @param left how many more there are
 */
public record ShortList<T>(List<T> items, int left) {

    private static final int MOST = 15;

    /** The first ones, or all of them where somebody asked for it. */
    static <T> ShortList<T> of(List<T> all, boolean whole) {
        int shown = whole ? all.size() : Math.min(MOST, all.size());
        return new ShortList<>(all.subList(0, shown), all.size() - shown);
    }

    /** How many there are in the whole list. */
    public int total() {
        return items.size() + left;
    }

    /** Whether there is nothing. */
    public boolean isEmpty() {
        return items.isEmpty();
    }
}
