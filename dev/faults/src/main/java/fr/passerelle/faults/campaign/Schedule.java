package fr.passerelle.faults.campaign;

import fr.passerelle.faults.fault.Fault.Strike;
import fr.passerelle.faults.fault.Faults;
import fr.passerelle.faults.fault.NightPhases;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/** What is injected in each round, from the seed alone: several kills of the four processes, or another fault in its turn. */
record Schedule(long seed, List<String> faults) {

    private static final int MOST_KILLS = 4;
    /** Not the increment of SplittableRandom itself, with which the rounds would draw the same numbers, one later each. */
    private static final long SPREAD = 0xD1342543DE82EF95L;

    /** The strikes of a round, from 1. */
    List<Strike> of(int round, NightPhases phases) {
        var dice = new SplittableRandom(new SplittableRandom(seed).nextLong() ^ round * SPREAD);
        var kills = faults.stream().filter(Faults.KILLS::contains).toList();
        var others = faults.stream().filter(fault -> !kills.contains(fault)).toList();
        if (kills.isEmpty() || !others.isEmpty() && round % 2 == 0) {
            var turn = kills.isEmpty() ? round - 1 : round / 2 - 1;
            return List.of(new Faults(others.get(turn % others.size()), phases, dice).draw());
        }
        var first = dice.nextInt(kills.size());
        // A night can wait at one boundary alone: the other strikes that would are left out.
        var taken = new AtomicBoolean();
        return IntStream.range(0, 2 + dice.nextInt(MOST_KILLS - 1))
                .mapToObj(rank -> new Faults(kills.get((first + rank) % kills.size()), phases, dice).draw())
                .filter(strike -> !strike.fault().atBoundary() || taken.compareAndSet(false, true))
                .sorted(Comparator.comparingInt(Strike::phase))
                .toList();
    }
}
