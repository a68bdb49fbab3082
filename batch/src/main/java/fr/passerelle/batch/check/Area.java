package fr.passerelle.batch.check;

import java.util.List;

/**
 * One area that a verification compared.
 *
 * @param name what, in French
 * @param summary what was looked at and how much of it, in French
 * @param first the first difference of each kind that has one, in French; empty when all agrees
 * @param more differences after these, from 0
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
