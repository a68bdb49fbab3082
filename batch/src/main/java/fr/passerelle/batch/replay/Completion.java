package fr.passerelle.batch.replay;

import fr.passerelle.batch.journal.FramedSlice;
import fr.passerelle.batch.journal.LogProof;
import fr.passerelle.batch.journal.LogSettings;
import fr.passerelle.batch.run.Equations;
import fr.passerelle.batch.run.Pause;
import fr.passerelle.batch.run.Results;
import fr.passerelle.batch.run.RunFailed;
import fr.passerelle.batch.run.Scored;
import fr.passerelle.batch.run.Settings;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The end of a replay: its equations, its hash. */
@Component
class Completion {

    private final Replays replays;
    private final JdbcTemplate jdbc;
    private final Settings settings;
    private final LogSettings log;
    private final LogProof proof;

    Completion(Replays replays, JdbcTemplate jdbc, Settings settings, LogSettings log, LogProof proof) {
        this.replays = replays;
        this.jdbc = jdbc;
        this.settings = settings;
        this.log = log;
        this.proof = proof;
    }

    /** @throws RunFailed naming every gap */
    void reconcile(long no) {
        Replay replay = replays.get(no);
        Settings own = settings.in(replay.namespace());
        FramedSlice slice = ReplayJobConfiguration.framed(replay, jdbc, log);
        List<String> gaps = new ArrayList<>(Equations.gaps(proof.expected(slice), proof.topic(replay.namespace())));
        gaps.addAll(new Equations(new Scored(jdbc, own), new Results(jdbc, own))
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
        Results results = new Results(jdbc, settings.in(replay.namespace()));
        replays.complete(no, results.hash(no, replay.baremeHash(), replay.asOf()));
        replays.record(replay, ReplayStep.Kind.RUN, replay.account(), replay.reason(), null);
        Pause.at("replay-before-complete");
    }
}
