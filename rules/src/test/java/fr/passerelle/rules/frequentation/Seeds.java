package fr.passerelle.rules.frequentation;

import java.util.Random;
import org.junit.jupiter.api.RepetitionInfo;

/** Seeded generators: the seed is printed when a property has its first case, and {@code -Dpasserelle.seed} runs it again. */
public final class Seeds {

    private static final long SEED = Long.getLong("passerelle.seed", 20171031L);

    private Seeds() {}

    public static Random random(RepetitionInfo repetition) {
        long seed = SEED + repetition.getCurrentRepetition();
        if (repetition.getCurrentRepetition() == 1) {
            System.out.println("seed " + SEED);
        }
        return new Random(seed);
    }
}
