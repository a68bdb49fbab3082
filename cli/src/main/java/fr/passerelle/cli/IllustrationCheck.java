package fr.passerelle.cli;

import fr.passerelle.published.replay.Replay;
import fr.passerelle.published.run.Run;
import java.util.Optional;

/**
 * Whether the barème of a replay may be put in force: one that only illustrates is, on a reconstruction alone, by who accepts what it is.
 *
 * @param base run that it replays up to, whose data are those that it would be in force on
 */
record IllustrationCheck(Replay replay, Run base) {

    /** Why it may not, and what to do, in French; empty where it may. */
    Optional<String> refusal(boolean accepted) {
        if (!replay.isIllustration() || accepted && replay.mayHoldOn(base)) {
            return Optional.empty();
        }
        return Optional.of("Le barème « " + replay.baremeId() + " » du rejeu " + replay.id()
                + " est une illustration, que rien n'a votée : " + toDo());
    }

    private String toDo() {
        return replay.mayHoldOn(base)
                ? "pour le mettre en vigueur sur ces données reconstituées, ajoutez --illustration."
                : "il ne se met pas en vigueur sur des données réelles. « ./passerelle replay diff " + replay.id()
                        + " » montre ce qu'il changerait ; préparez un rejeu sous un barème voté.";
    }
}
