package fr.passerelle.published.difference;

import fr.passerelle.published.Namespace;
import fr.passerelle.published.decision.KnownDecision;
import fr.passerelle.published.decision.KnownDecisions;
import fr.passerelle.published.replay.Replay;
import fr.passerelle.published.replay.Replays;
import fr.passerelle.published.result.Results;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.RunRefused;
import fr.passerelle.published.run.Runs;
import fr.passerelle.schemas.bareme.Baremes;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Compares replays with the runs that they replay up to. */
@Component
public class Diffs {

    private final Replays replays;
    private final Runs runs;
    private final Results results;
    private final KnownDecisions decisions;
    private final JdbcTemplate jdbc;

    Diffs(Replays replays, Runs runs, Results results, KnownDecisions decisions, JdbcTemplate jdbc) {
        this.jdbc = jdbc;
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
        Narrowing scope = new Narrowing(replay.scope());
        ProposalComparison compared = new ProposalComparison(
                scope.of(results.proposals(base.no())),
                scope.of(new Results(jdbc, new Namespace(replay.namespace())).proposals(replay.no())),
                decided());
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
                compared.names().places());
    }

    private List<KnownDecision> decided() {
        return decisions.all().stream().filter(KnownDecision::journalled).toList();
    }
}
