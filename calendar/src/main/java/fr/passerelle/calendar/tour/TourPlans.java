package fr.passerelle.calendar.tour;

import fr.passerelle.published.RegisteredSchemas;
import fr.passerelle.schemas.contract.PayloadReader;
import fr.passerelle.schemas.event.ToursComputed;
import fr.passerelle.schemas.fault.RunRefused;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The calendars in the database, the steps taken with each, what each computed, and which publications stand. */
@Repository
public class TourPlans {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SELECT = """
        select tour_no, tour_id, state, manifest, manifest_hash, animateurs, lieux, trajets, reason, account, planned_at,
               computed_at, ended_at
        from passerelle.tour_plan\
        """;
    private static final String COMPUTED = """
        select payload, schema_fingerprint from passerelle.calendar_record
        where tour_no = :no and type = 'ToursComputed' order by seq\
        """;
    private static final String PUBLICATIONS = """
        select epci, max(subject_seq) from passerelle.calendar_record where type = 'CalendarPublished' group by epci\
        """;

    private final JdbcClient jdbc;
    private final PayloadReader payloads;

    TourPlans(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.payloads = RegisteredSchemas.reader(jdbc);
    }

    /** All, latest first. */
    public List<TourPlan> all() {
        return jdbc.sql(SELECT + " order by tour_no desc")
                .query(TourPlans::plan)
                .list();
    }

    /**
     * One that exists.
     *
     * @throws RunRefused when none has this number
     */
    public TourPlan get(long no) {
        return jdbc.sql(SELECT + " where tour_no = :no")
                .param("no", no)
                .query(TourPlans::plan)
                .optional()
                .orElseThrow(() -> RunRefused.wrongUse(
                        "Aucun calendrier ne porte le numéro " + no + " : « ./passerelle tournees list » les montre."));
    }

    /** The steps taken with one, in order. */
    public List<TourStep> steps(long no) {
        return jdbc.sql("""
            select step as kind, account, reason, manifest_hash, done_at from passerelle.tour_step
            where tour_no = :no order by step_no\
            """)
                .param("no", no)
                .query(new SimplePropertyRowMapper<>(TourStep.class))
                .list();
    }

    /** What one computed, by sector; none until it has. */
    public List<ToursComputed> computed(long no) {
        return jdbc.sql(COMPUTED)
                .param("no", no)
                .query((row, n) -> payloads.read(row.getBytes(1), row.getLong(2), ToursComputed.class))
                .list();
    }

    /** By SIREN, the number of the publication that stands. */
    public SortedMap<String, Long> publications() {
        SortedMap<String, Long> publications = new TreeMap<>();
        RowCallbackHandler put = row -> publications.put(row.getString(1), row.getLong(2));
        jdbc.sql(PUBLICATIONS).query(put);
        return publications;
    }

    /** SIRENs of the EPCIs whose calendar one published. */
    public SortedSet<String> published(long no) {
        return new TreeSet<>(jdbc.sql("select epci from passerelle.calendar_record where tour_no = :no and type ="
                        + " 'CalendarPublished'")
                .param("no", no)
                .query(String.class)
                .list());
    }

    /** Whether a publication that a calendar froze does not stand any more. */
    public boolean isOvertaken(TourPlan plan) {
        return !publications().equals(plan.manifest().publications());
    }

    private static TourPlan plan(ResultSet row, int number) throws SQLException {
        return new TourPlan(
                row.getLong("tour_no"),
                row.getString("tour_id"),
                TourPlan.State.valueOf(row.getString("state")),
                JSON.readValue(row.getString("manifest"), TourManifest.class),
                row.getString("manifest_hash"),
                row.getString("animateurs"),
                row.getString("lieux"),
                row.getString("trajets"),
                row.getString("reason"),
                row.getString("account"),
                row.getObject("planned_at", OffsetDateTime.class),
                row.getObject("computed_at", OffsetDateTime.class),
                row.getObject("ended_at", OffsetDateTime.class));
    }
}
