package fr.passerelle.study.replay;

import fr.passerelle.published.Namespace;
import fr.passerelle.schemas.fault.RunRefused;
import fr.passerelle.study.Studies;
import fr.passerelle.study.Study;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The replays of this live system in the database, and which of them is in force. */
@Repository
public class Replays {

    private final JdbcClient jdbc;
    private final Studies studies;
    private final String live;

    Replays(JdbcClient jdbc, Studies studies, Namespace namespace) {
        this.jdbc = jdbc;
        this.studies = studies;
        this.live = namespace.name();
    }

    /** All, latest first. */
    public List<Study<ReplayManifest>> all() {
        return studies.all(ReplayManifest.SERIES).stream().filter(this::isOurs).toList();
    }

    /** Those that ended and were not discarded, latest first. */
    public List<Study<ReplayManifest>> completed() {
        return all().stream().filter(ReplayManifest::isCompleted).toList();
    }

    /** One by what people call it. */
    public Optional<Study<ReplayManifest>> find(String id) {
        return studies.find(ReplayManifest.SERIES, id).filter(this::isOurs);
    }

    /** One that exists; {@link RunRefused} where none has this number. */
    public Study<ReplayManifest> get(long no) {
        return find(ReplayManifest.SERIES.idOf(no)).orElseThrow(() -> ReplayManifest.SERIES.unknown(no));
    }

    /** The latest that is not discarded. */
    public Optional<Study<ReplayManifest>> latest() {
        return all().stream()
                .filter(replay -> replay.state() != Study.State.DISCARDED)
                .findFirst();
    }

    /** Which is in force, and which were taken back. */
    public ReplayForce force() {
        return new ReplayForce(jdbc.sql("""
            select p.study_no as replay, s.step as verb
            from passerelle.study_step s join passerelle.study p using (study_id) join passerelle.run r using (run_no)
            where p.question ->> 'live' = :live and s.step in ('ADOPT', 'ROLLBACK') and r.state = 'PUBLISHED'
            order by s.run_no desc\
            """)
                .param("live", live)
                .query(new SimplePropertyRowMapper<>(ReplayForce.Step.class))
                .list());
    }

    private boolean isOurs(Study<ReplayManifest> replay) {
        return replay.question().live().equals(live);
    }

    /** Which replay is in force, and which were taken back: what runs that were published did with them, latest first. */
    public record ReplayForce(List<Step> steps) {

        /** Where a replay stands for people: its state, or what became of its barème once it is completed. */
        public enum ReplayStanding {
            PLANNED,
            RUNNING,
            FAILED,
            COMPLETED,
            IN_FORCE,
            TAKEN_BACK,
            DISCARDED
        }

        /** One step of one replay. */
        public record Step(long replay, Study.Verb verb) {}

        /** Where a replay stands; one that is discarded after it was put in force is in force still. */
        public ReplayStanding standing(Study<ReplayManifest> replay) {
            if (isInForce(replay.no())) {
                return ReplayStanding.IN_FORCE;
            }
            return ReplayManifest.isCompleted(replay) && isTakenBack(replay.no())
                    ? ReplayStanding.TAKEN_BACK
                    : ReplayStanding.valueOf(ReplayManifest.stateOf(replay));
        }

        /** Whether the barème of a replay is the one that holds: a night since keeps it, whatever data it brought. */
        public boolean isInForce(long replay) {
            return inForce().filter(holding -> holding == replay).isPresent();
        }

        /** One that is taken back gives way to what it had replaced. */
        private Optional<Long> inForce() {
            int undone = 0;
            for (Step step : steps) {
                if (step.verb() == Study.Verb.ROLLBACK) {
                    undone++;
                } else if (undone == 0) {
                    return Optional.of(step.replay());
                } else {
                    undone--;
                }
            }
            return Optional.empty();
        }

        /** Whether a replay was put in force, and taken back since. */
        public boolean isTakenBack(long replay) {
            return steps.stream()
                    .filter(step -> step.replay() == replay)
                    .findFirst()
                    .filter(step -> step.verb() == Study.Verb.ROLLBACK)
                    .isPresent();
        }
    }
}
