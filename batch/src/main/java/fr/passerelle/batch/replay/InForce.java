package fr.passerelle.batch.replay;

import fr.passerelle.batch.nightly.LiveRuns;
import fr.passerelle.batch.run.JournalCounts;
import fr.passerelle.batch.run.RunOutcome;
import fr.passerelle.published.decision.KeptText.StepMotive;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.Runs;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.event.RunKind;
import fr.passerelle.schemas.fault.RunRefused;
import fr.passerelle.study.Studies;
import fr.passerelle.study.Study;
import fr.passerelle.study.life.StudyWriter;
import fr.passerelle.study.replay.ReplayManifest;
import fr.passerelle.study.replay.Replays;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Puts in force what a replay showed, and takes it back: by live runs that give the hash that is expected of them, or publish nothing. */
@Component
public record InForce(
        Replays replays, Studies studies, StudyWriter writer, Runs runs, JournalCounts journal, LiveRuns live) {

    /**
     * Puts the barème of a replay in force, for its month. A RunRefused, and nothing written, when it is not of the whole region, not
     * completed, or no longer on the facts that hold.
     */
    public RunOutcome put(long no, StepMotive by) {
        Study<ReplayManifest> replay = replays.get(no);
        return live.change(() -> shown(replay), run -> writer.record(replay, Study.Verb.ADOPT, by, run));
    }

    /**
     * Takes back what a replay put in force: the barème and the month of before, with the results of before. A RunRefused, and nothing
     * written, when it is not what is in force, or facts came since.
     */
    public RunOutcome rollBack(long no, StepMotive by) {
        Study<ReplayManifest> replay = replays.get(no);
        return live.change(() -> before(replay), run -> writer.record(replay, Study.Verb.ROLLBACK, by, run));
    }

    private LiveRuns.BaremeChange shown(Study<ReplayManifest> replay) {
        requireWhole(replay);
        Run current = current();
        if (journal.hasAfter(replay.question().slice().head())) {
            throw new RunRefused("Des données ont été inscrites au journal depuis que le rejeu " + replay.id()
                    + " a été préparé : ce qu'il montre n'est plus ce que le barème donnerait. Préparez-en un autre"
                    + " (« ./passerelle replay plan … »).");
        }
        if (replay.question().asOf().compareTo(Objects.requireNonNull(current.asOf())) < 0) {
            throw new RunRefused("Le mois du rejeu " + replay.id() + " ("
                    + replay.question().asOf()
                    + ") précède celui qui est en vigueur (" + current.asOf() + ") : préparez-en un autre pour ce"
                    + " mois-ci.");
        }
        String hash = Objects.requireNonNull(replay.answerHash(), "A completed replay has a hash");
        if (hash.equals(current.resultHash())) {
            throw new RunRefused("Les résultats du rejeu " + replay.id() + " sont déjà en vigueur (exécution "
                    + current.id() + ") : il n'y a rien à faire.");
        }
        return new LiveRuns.BaremeChange(
                ReplayManifest.bareme(replay), replay.question().asOf(), hash);
    }

    private static void requireWhole(Study<ReplayManifest> replay) {
        if (!ReplayManifest.isCompleted(replay)) {
            throw new RunRefused(
                    "Le rejeu " + replay.id() + " n'est pas terminé, ou il est écarté : seul un rejeu terminé"
                            + " se met en vigueur (« ./passerelle replay show " + replay.id() + " »).");
        }
        if (!replay.question().scope().wholeRegion()) {
            throw new RunRefused(
                    "Le rejeu " + replay.id() + " ne porte que sur une partie de la région : un barème vaut"
                            + " pour toute la région. Préparez un rejeu sans --epci ni --room.");
        }
    }

    private LiveRuns.BaremeChange before(Study<ReplayManifest> replay) {
        Run put = put(replay);
        if (journal.hasAfter(replay.question().slice().head())) {
            throw new RunRefused("Des données ont été inscrites au journal depuis la mise en vigueur du rejeu "
                    + replay.id() + " : les résultats d'avant ne valent plus. Préparez un rejeu sous l'ancien barème"
                    + " (« ./passerelle replay plan --bareme … --reason \"…\" »), puis mettez-le en vigueur.");
        }
        Run previous = runs.publishedBefore(put.no())
                .orElseThrow(() -> new RunRefused("Rien n'était publié avant l'exécution " + put.id()
                        + " : il n'y a pas de barème auquel revenir."));
        return new LiveRuns.BaremeChange(
                Baremes.read(previous.baremeText()),
                Objects.requireNonNull(previous.asOf(), "A published run has a month"),
                Objects.requireNonNull(previous.resultHash(), "A published run has a hash"));
    }

    /** The run that put a replay in force, where that still is what holds: a night since may have found the same. */
    private Run put(Study<ReplayManifest> replay) {
        return runs.all().stream()
                .filter(run -> run.kind() == RunKind.PUT_IN_FORCE && run.state() == Run.State.PUBLISHED)
                .findFirst()
                .filter(run -> isPut(replay, run))
                .filter(run -> Objects.equals(run.resultHash(), current().resultHash()))
                .orElseThrow(() -> new RunRefused("Le rejeu " + replay.id()
                        + " n'est pas ce qui est en vigueur : il n'y a rien à défaire. « ./passerelle runs » montre"
                        + " les exécutions."));
    }

    private boolean isPut(Study<ReplayManifest> replay, Run run) {
        return studies.steps(replay).stream()
                .anyMatch(step -> step.verb() == Study.Verb.ADOPT && Objects.equals(step.run(), run.no()));
    }

    private Run current() {
        return runs.requireCurrent("lancez d'abord « ./passerelle nightly … ».");
    }
}
