package fr.passerelle.console.stream;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Places of those who follow the streams: so many in all, so many of them for one account, which leaves some to the others. */
@Component
class FollowerPlaces {

    static final int MOST = 12;
    static final int FOR_AN_ACCOUNT = 3;

    private final Map<String, Integer> taken = new HashMap<>();

    /** Takes a place for an account; false where it has all of its own, or all are taken. */
    synchronized boolean enter(String account) {
        int all = taken.values().stream().mapToInt(Integer::intValue).sum();
        boolean free = all < MOST && taken.getOrDefault(account, 0) < FOR_AN_ACCOUNT;
        if (free) {
            taken.merge(account, 1, Integer::sum);
        }
        return free;
    }

    /** Gives a place back. */
    synchronized void leave(String account) {
        taken.computeIfPresent(account, (id, places) -> places == 1 ? null : places - 1);
    }
}
