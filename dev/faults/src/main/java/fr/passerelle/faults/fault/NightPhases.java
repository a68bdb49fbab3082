package fr.passerelle.faults.fault;

import fr.passerelle.local.process.Poll;
import fr.passerelle.local.program.ProgramProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The phases of a night, the start of the program first, and how long each lasted when nothing disturbed it. */
public record NightPhases(List<Phase> all) {

    private static final Pattern LINE =
            Pattern.compile("(?m)^(\\p{L}[\\p{L} ]+) \\.{3,} \\p{L}+ \\((\\d+)(?:,(\\d))? s\\)");
    private static final String START = "Démarrage";
    private static final long SHORTEST = 60;
    private static final int TENTH = 100;

    /** A phase, which begins after the program has printed this line; the first after none. */
    public record Phase(String name, String after, long millis) {}

    /** As a night told them that took so long in all. */
    public static NightPhases of(String said, long wholeMillis) {
        var phases = new ArrayList<Phase>();
        var lines = LINE.matcher(said);
        var before = START;
        while (lines.find()) {
            phases.add(new Phase(lines.group(1), before, millis(lines.group(2), lines.group(3))));
            before = lines.group(1);
        }
        var start = wholeMillis - phases.stream().mapToLong(Phase::millis).sum();
        phases.addFirst(new Phase(START, "", Math.max(SHORTEST, start)));
        return new NightPhases(phases);
    }

    private static long millis(String seconds, String tenths) {
        long whole = Long.parseLong(seconds) * 1000 + (tenths == null ? 0 : Long.parseLong(tenths) * TENTH);
        return Math.max(SHORTEST, whole);
    }

    /** A moment: half of them in any phase, since things happen in short ones; the others in a phase drawn by its length, the start of the program apart. */
    Moment draw(RandomGenerator dice) {
        return in(dice.nextBoolean() ? dice.nextInt(all.size()) : byLength(dice), dice);
    }

    private int byLength(RandomGenerator dice) {
        var left = dice.nextLong(all.stream().skip(1).mapToLong(Phase::millis).sum());
        var rank = 1;
        while (left >= all.get(rank).millis()) {
            left -= all.get(rank).millis();
            rank++;
        }
        return rank;
    }

    Moment draw(String name, RandomGenerator dice) {
        return in(rank(name), dice);
    }

    /** The second phase begins without a line that says so: it is reached by its time alone. */
    private Moment in(int rank, RandomGenerator dice) {
        var phase = all.get(rank);
        var within = dice.nextLong(phase.millis());
        if (rank < 2) {
            return new Moment(
                    rank, phase.name(), List.of(), rank * all.getFirst().millis() + within);
        }
        var since = all.subList(rank, all.size()).stream().map(Phase::after).toList();
        return new Moment(rank, phase.name(), since, within);
    }

    /** The rank of the phase of this name, from 0. */
    int rank(String name) {
        return IntStream.range(0, all.size())
                .filter(each -> all.get(each).name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /**
     * A moment of a night: so long after a phase, whose rank is from 0, began.
     *
     * @param since names of the phase before and of those after: a program prints one when that phase ends, and a restart only those that it does
     */
    record Moment(int rank, String phase, List<String> since, long millis) {

        private static final Pattern ENDED = Pattern.compile("(?m)^(\\p{L}[\\p{L} ]+) \\.{3,} ");

        /** Waits for it; answers false when the command ended before. One that waits at a boundary has come that far: strikes are in the order of phases. */
        boolean await(ProgramProcess command) {
            if (!since.isEmpty()
                    && !command.says("(?m)^(("
                            + since.stream().map(Pattern::quote).collect(Collectors.joining("|"))
                            + ") |passerelle\\.pause-at=)")) {
                return false;
            }
            Poll.pause(Duration.ofMillis(millis));
            return command.isAlive();
        }

        /** What the command had done when it came. */
        static String reached(ProgramProcess command) {
            return ENDED.matcher(command.errors())
                    .results()
                    .reduce((before, after) -> after)
                    .map(last -> "après « " + last.group(1) + " »")
                    .orElse("au démarrage");
        }

        @Override
        public String toString() {
            return phase + " + " + millis + " ms";
        }
    }
}
