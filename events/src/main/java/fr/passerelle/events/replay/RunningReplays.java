package fr.passerelle.events.replay;

import fr.passerelle.schemas.contract.Topics;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** The replays of one live namespace that run, as the database says. */
final class RunningReplays {

    private final JdbcTemplate jdbc;
    private final Topics live;

    RunningReplays(JdbcTemplate jdbc, Topics live) {
        this.jdbc = jdbc;
        this.live = live;
    }

    /** The topics of each. */
    List<Topics> all() {
        return jdbc.query(
                "select replay_id from passerelle.replay where state = 'RUNNING' and starts_with(namespace, ?)"
                        + " order by replay_no",
                (row, n) -> live.replay(row.getString(1)),
                live.replaysPrefix());
    }

    /** Keeps why one cannot go on; one that runs no more stays as it is. */
    void fail(Topics replay, String why) {
        jdbc.update(
                "update passerelle.replay set state = 'FAILED', failure = ? where namespace = ? and state = 'RUNNING'",
                why,
                replay.namespace());
    }
}
