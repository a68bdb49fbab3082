package fr.passerelle.batch.replay;

import fr.passerelle.batch.run.RunRefused;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The replays in the database. Each change is in the caller's transaction. */
@Repository
public class Replays {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SELECT = """
        select replay_no, replay_id, namespace, state, bareme_id, bareme_hash, bareme_text, as_of, base_run_no, scope, manifest,
               manifest_hash, reason, account, result_hash, failure, planned_at, ended_at
        from passerelle.replay\
        """;
    private static final String STEP = """
        insert into passerelle.replay_step (replay_no, step, account, reason, manifest_hash, run_no) values (?, ?, ?, ?, ?, ?)\
        """;

    private final JdbcTemplate jdbc;

    Replays(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** One by its number. */
    public Optional<Replay> find(long no) {
        return jdbc.query(SELECT + " where replay_no = ?", (row, n) -> replay(row), no).stream()
                .findFirst();
    }

    /**
     * One that exists.
     *
     * @throws RunRefused when none has this number
     */
    public Replay get(long no) {
        return find(no).orElseThrow(() -> new RunRefused("Aucun rejeu ne porte le numéro " + no + "."));
    }

    /** Keeps what was done about one: who, why, on which manifest; and the live run that it opened, if it did. */
    void step(Replay replay, String step, String account, String reason, @Nullable Long runNo) {
        jdbc.update(STEP, replay.no(), step, account, reason, replay.manifestHash(), runNo);
    }

    /** The live runs that a step opened, latest first. */
    List<Long> runsOf(Replay replay, String step) {
        return jdbc.query(
                "select run_no from passerelle.replay_step where replay_no = ? and step = ? and run_no is not null"
                        + " order by step_no desc",
                (row, n) -> row.getLong(1),
                replay.no(),
                step);
    }

    private static Replay replay(ResultSet row) throws SQLException {
        return new Replay(
                row.getLong("replay_no"),
                row.getString("replay_id"),
                row.getString("namespace"),
                Replay.State.valueOf(row.getString("state")),
                row.getString("bareme_id"),
                row.getString("bareme_hash"),
                row.getString("bareme_text"),
                row.getString("as_of"),
                row.getLong("base_run_no"),
                JSON.readValue(row.getString("scope"), Replay.Scope.class),
                JSON.readValue(row.getString("manifest"), Replay.Manifest.class),
                row.getString("manifest_hash"),
                row.getString("reason"),
                row.getString("account"),
                row.getString("result_hash"),
                row.getString("failure"),
                row.getObject("planned_at", OffsetDateTime.class),
                row.getObject("ended_at", OffsetDateTime.class));
    }
}
