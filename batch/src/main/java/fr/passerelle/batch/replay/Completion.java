package fr.passerelle.batch.replay;

import fr.passerelle.batch.job.RunFailed;
import fr.passerelle.journal.FramedSlice;
import fr.passerelle.journal.LogProof;
import fr.passerelle.journal.LogSettings;
import fr.passerelle.journal.Pause;
import fr.passerelle.published.Namespace;
import fr.passerelle.published.reconciliation.Equations;
import fr.passerelle.published.reconciliation.ScoredPartitions;
import fr.passerelle.published.replay.Replay;
import fr.passerelle.published.replay.ReplayStep;
import fr.passerelle.published.replay.Replays;
import fr.passerelle.published.result.Results;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The end of a replay: its equations, its hash. */
@Component
class Completion {

    private final Replays replays;
    private final ReplayWriter writer;
    private final JdbcClient jdbc;
    private final LogSettings log;
    private final LogProof proof;

    Completion(Replays replays, ReplayWriter writer, JdbcClient jdbc, LogSettings log, LogProof proof) {
        this.replays = replays;
        this.writer = writer;
        this.jdbc = jdbc;
        this.log = log;
        this.proof = proof;
    }

    /** @throws RunFailed naming every gap */
    void reconcile(long no) {
        Replay replay = replays.get(no);
        FramedSlice slice = ReplayJobConfiguration.framed(replay, jdbc, log);
        List<String> gaps = new ArrayList<>(LogProof.gaps(proof.expected(slice), proof.topic(replay.namespace())));
        gaps.addAll(new Equations(
                        new ScoredPartitions(jdbc, new Namespace(replay.namespace())),
                        new Results(jdbc, new Namespace(replay.namespace())))
                .gaps(no, replay.manifest().records()));
        if (!gaps.isEmpty()) {
            throw new RunFailed(
                    "Le rapprochement a trouvé " + gaps.size() + " écart(s) :\n  - " + String.join("\n  - ", gaps)
                            + "\nRien n'est comparable ; écartez ce rejeu et préparez-en un autre.");
        }
    }

    /** In the step's transaction. */
    void complete(long no) {
        Replay replay = replays.get(no);
        Results results = new Results(jdbc, new Namespace(replay.namespace()));
        writer.complete(no, results.hash(no, replay.baremeHash(), replay.asOf()));
        writer.record(replay, ReplayStep.Kind.RUN, replay.account(), replay.reason(), null);
        Pause.at("replay-before-complete");
    }
}
