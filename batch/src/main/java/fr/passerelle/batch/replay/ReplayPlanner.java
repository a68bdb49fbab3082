package fr.passerelle.batch.replay;

import fr.passerelle.batch.run.JournalCounts;
import fr.passerelle.journal.FramedSlice.JournalSlice;
import fr.passerelle.published.decision.KeptText.StepMotive;
import fr.passerelle.published.replay.Replay;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.Runs;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.fault.RunRefused;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Freezes what a replay will be, and says whether it still is that. */
@Component
public class ReplayPlanner {

    /**
     * What a replay is asked to be.
     *
     * @param bareme identifier of a shipped barème, or path of a file
     * @param epcis SIREN of those to replay; empty for the whole region, unless rooms are given
     * @param rooms identifiers of rooms: their EPCIs are replayed
     * @param run number of the run up to which it replays; null for the current one
     * @param asOf month, YYYY-MM; null for that of the run
     */
    public record Request(
            String bareme,
            List<String> epcis,
            List<String> rooms,
            @Nullable Long run,
            @Nullable String asOf,
            StepMotive motive) {}

    private static final int DIGITS = 12;

    private final JdbcClient jdbc;
    private final Runs runs;
    private final Scopes scopes;
    private final ReplayWriter writer;
    private final JournalCounts counts;

    ReplayPlanner(JdbcClient jdbc, Runs runs, Scopes scopes, ReplayWriter writer, JournalCounts counts) {
        this.counts = counts;
        this.jdbc = jdbc;
        this.runs = runs;
        this.scopes = scopes;
        this.writer = writer;
    }

    /**
     * Plans a replay and keeps it.
     *
     * @throws RunRefused when run, EPCI or room is not known
     * @throws IllegalArgumentException when there is no such barème
     */
    public Replay plan(Request asked) {
        Bareme bareme = Baremes.load(asked.bareme());
        requireOwnName(bareme);
        Run base = base(asked.run());
        long head = counts.headOf(base.no());
        Replay.Scope scope = scopes.of(asked.epcis(), asked.rooms(), head);
        String asOf = asked.asOf() == null ? Objects.requireNonNull(base.asOf()) : asked.asOf();
        Replay.Manifest manifest = manifest(head, scope);
        return writer.keep(new ReplayPlan(bareme, asOf, base.no(), scope, manifest, asked.motive()));
    }

    /** Whether data came to the journal since: the replay runs, and can no longer be put in force. */
    public boolean hasGrown(Replay replay) {
        return counts.hasAfter(replay.manifest().head());
    }

    /**
     * Checks that a replay still is what was planned.
     *
     * @throws RunRefused naming what is not: plan, barème, scope or journal
     */
    void require(Replay replay) {
        if (!ReplayPlan.hashOf(replay).equals(replay.manifestHash())) {
            throw refused(replay, "son plan n'est plus celui qui a été figé (portée, mois, barème ou manifeste)");
        }
        requireBareme(replay);
        scopes.require(replay.scope(), replay.manifest().head());
        if (counts.head() < replay.manifest().head()) {
            throw refused(
                    replay,
                    "le journal finit au rang " + counts.head() + ", avant la fin du plan ("
                            + replay.manifest().head() + ") : la base a été restaurée");
        }
        Replay.Manifest now = manifest(replay.manifest().head(), replay.scope());
        if (!now.equals(replay.manifest())) {
            throw refused(
                    replay,
                    "le journal a bougé : sa tranche a " + now.total() + " enregistrements au lieu de "
                            + replay.manifest().total() + ", ou en a d'autres");
        }
    }

    private Replay.Manifest manifest(long head, Replay.Scope scope) {
        JournalSlice.Extent extent = new JournalSlice(jdbc, head, scope.epcis()).measure();
        return new Replay.Manifest(head, extent.records(), extent.sha256());
    }

    private static void requireBareme(Replay replay) {
        requireBareme(replay, Baremes.read(replay.baremeText()));
        if (Baremes.shipped().contains(replay.baremeId())) {
            requireBareme(replay, Baremes.load(replay.baremeId()));
        }
    }

    private static void requireBareme(Replay replay, Bareme now) {
        if (!now.sha256().equals(replay.baremeHash())) {
            throw refused(
                    replay,
                    "le barème " + replay.baremeId() + " a changé depuis (empreinte "
                            + now.sha256().substring(0, DIGITS) + " au lieu de "
                            + replay.baremeHash().substring(0, DIGITS) + ")");
        }
    }

    /** Else nobody could tell later whether the shipped one changed. */
    private static void requireOwnName(Bareme bareme) {
        if (Baremes.shipped().contains(bareme.id())
                && !Baremes.load(bareme.id()).sha256().equals(bareme.sha256())) {
            throw new RunRefused("Ce fichier se dit le barème livré " + bareme.id()
                    + " sans en avoir le contenu : donnez-lui un autre identifiant, puis recommencez.");
        }
    }

    private Run base(@Nullable Long asked) {
        Run run = asked == null
                ? runs.currentRun()
                        .orElseThrow(() -> new RunRefused("Aucune exécution n'est publiée : il n'y a rien à rejouer"
                                + " (« ./passerelle nightly … » d'abord)."))
                : runs.get(asked);
        if (run.state() != Run.State.PUBLISHED) {
            throw new RunRefused("L'exécution " + run.id() + " n'est pas publiée : un rejeu va jusqu'à une exécution"
                    + " publiée (« ./passerelle runs » les montre).");
        }
        return run;
    }

    private static RunRefused refused(Replay replay, String why) {
        return new RunRefused("Le rejeu " + replay.id() + " ne peut plus être exécuté : " + why
                + ". Écartez-le (« ./passerelle replay discard " + replay.id() + " ») et préparez-en un autre.");
    }
}
