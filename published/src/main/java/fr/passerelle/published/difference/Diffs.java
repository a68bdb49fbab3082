package fr.passerelle.published.difference;

import fr.passerelle.published.decision.KnownDecision;
import fr.passerelle.published.decision.KnownDecisions;
import fr.passerelle.published.replay.Replay;
import fr.passerelle.published.replay.Replays;
import fr.passerelle.published.result.Results;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.Runs;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.fault.RunRefused;
import java.util.List;
import org.springframework.stereotype.Component;

/** Compares replays with the runs that they replay up to. */
@Component
public class Diffs {

    private final Replays replays;
    private final Runs runs;
    private final Results results;
    private final KnownDecisions decisions;

    Diffs(Replays replays, Runs runs, Results results, KnownDecisions decisions) {
        this.decisions = decisions;
        this.replays = replays;
        this.runs = runs;
        this.results = results;
    }

    /**
     * What a replay finds otherwise.
     *
     * @throws RunRefused when there is no such replay, or it has no results
     */
    public Diff of(long no) {
        Replay replay = replays.get(no);
        if (replay.state() != Replay.State.COMPLETED) {
            throw new RunRefused(
                    "Le rejeu " + replay.id() + " n'a pas de résultats à comparer : il n'est pas terminé, ou"
                            + " il est écarté (« ./passerelle replay show " + replay.id() + " »).");
        }
        Run base = runs.get(replay.baseRun());
        ProposalPair pair = pair(replay);
        ProposalComparison compared = new ProposalComparison(pair.before(), pair.after(), decided());
        List<EpciDiff> epcis = compared.epcis();
        return new Diff(
                replay,
                base,
                Baremes.read(base.baremeText()),
                Baremes.read(replay.baremeText()),
                compared.changes(),
                epcis,
                compared.epciIds().size() - epcis.size(),
                compared.euros(),
                compared.names().all());
    }

    /** What was proposed, and what a completed replay proposes, of what it is about. */
    public ProposalPair pair(Replay replay) {
        Narrowing scope = new Narrowing(replay.scope());
        return new ProposalPair(
                scope.of(results.proposals(replay.baseRun())),
                scope.of(results.in(replay.namespace()).proposals(replay.no())));
    }

    private List<KnownDecision> decided() {
        return decisions.all().stream().filter(KnownDecision::journalled).toList();
    }
}
