package fr.passerelle.events.replay;

import fr.passerelle.schemas.contract.Topics;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The replays of one live namespace that run, as the database says. */
final class RunningReplays {

    private final JdbcClient jdbc;
    private final Topics live;

    RunningReplays(JdbcClient jdbc, Topics live) {
        this.jdbc = jdbc;
        this.live = live;
    }

    /** The topics of each. */
    List<Topics> all() {
        return jdbc.sql("select replay_id from passerelle.replay where state = 'RUNNING' and starts_with(namespace,"
                        + " :replaysPrefix) order by replay_no")
                .param("replaysPrefix", live.replaysPrefix())
                .query((row, n) -> live.replay(row.getString(1)))
                .list();
    }

    /** Keeps why one cannot go on; one that runs no more stays as it is. */
    void fail(Topics replay, String why) {
        jdbc.sql("update passerelle.replay set state = 'FAILED', failure = :why where namespace = :namespace"
                        + " and state = 'RUNNING'")
                .param("why", why)
                .param("namespace", replay.namespace())
                .update();
    }
}
