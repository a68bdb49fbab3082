package fr.passerelle.study.life;

import fr.passerelle.journal.Pause;
import fr.passerelle.journal.StudyRecords;
import fr.passerelle.published.decision.KeptText.StepMotive;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.fault.OutsideFault;
import fr.passerelle.study.Question;
import fr.passerelle.study.Studies;
import fr.passerelle.study.Study;
import fr.passerelle.study.StudySeries;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Writes the rows of studies, the steps taken with each, and what their logs will carry: each change in one transaction. */
@Repository
public class StudyWriter {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String INSERT = """
        insert into passerelle.study (study_id, study_no, kind, state, base_run_no, question, question_hash, inputs, reason,
                                      account)
        values (:id, :no, :kind, 'PLANNED', :run, :question::jsonb, :hash, :inputs::jsonb, :reason, :account)\
        """;

    private static final String REPLACE = """
        update passerelle.study set state = 'REPLACED'
        where kind = :kind and state = 'ADOPTED' and study_id <> :study\
        """;

    private static final String WHILE_RUNNING = " and state = 'RUNNING'";

    private final JdbcClient jdbc;
    private final Studies studies;
    private final Records records;

    StudyWriter(JdbcClient jdbc, Studies studies, Records records) {
        this.jdbc = jdbc;
        this.studies = studies;
        this.records = records;
    }

    /** Keeps a plan, and each file by name as it was read, under the next number of its series; answers it. */
    @Transactional
    public <Q extends Question> Study<Q> keep(
            StudySeries<Q> series, Q question, Map<String, String> inputs, StepMotive motive) {
        StudyRecords.lock(jdbc);
        long no = jdbc.sql("select count(*) + 1 from passerelle.study where starts_with(study_id, :letter)")
                .param("letter", series.letter() + "-")
                .query(Long.class)
                .single();
        jdbc.sql(INSERT)
                .param("id", series.idOf(no))
                .param("no", no)
                .param("kind", question.kind())
                .param("run", question.run())
                .param("question", JSON.writeValueAsString(question))
                .param("hash", question.hash())
                .param("inputs", JSON.writeValueAsString(inputs))
                .param("reason", motive.reason())
                .param("account", motive.account())
                .update();
        Study<Q> kept = studies.get(series, no);
        record(kept, Study.Verb.PLAN, motive, null);
        return kept;
    }

    /** Keeps what a study answered, unless it has an answer, or another process took a step with it first; answers whether it did. */
    @Transactional
    public boolean compute(Study<?> study, List<StudyKind.Entry> answer) {
        if (study.state() != Study.State.PLANNED || hasMoved(study)) {
            return false;
        }
        append(study, answer);
        update(study, "state = 'COMPUTED', computed_at = now()", "", Map.of());
        recordRun(study);
        Pause.at("study-before-commit");
        return true;
    }

    /** Says that a job computes one, from its beginning or from where it stopped. */
    public void begin(Study<?> study) {
        update(study, "state = 'RUNNING', failure = null", "", Map.of());
    }

    /** Says why the job of one stopped, in a French sentence; answers false where no job computes it, and it stays as it is. */
    public boolean fail(Study<?> study, String why) {
        return update(study, "state = 'FAILED', failure = :why", WHILE_RUNNING, Map.of("why", why)) > 0;
    }

    /** Says, in the caller's transaction, that the job of one is over, what it found being elsewhere; {@link OutsideFault} where none computes it. */
    public void complete(Study<?> study, String answerHash) {
        String completed =
                "state = 'COMPUTED', failure = null, answer_hash = :hash, computed_at = now(), ended_at = now()";
        if (update(study, completed, WHILE_RUNNING, Map.of("hash", answerHash)) == 0) {
            throw new OutsideFault(study.named() + " n'est plus en cours de calcul dans la base : sa réponse n'est pas"
                    + " gardée. Regardez où il en est (" + study.series().told("show " + study.id())
                    + "), puis reprenez-le ("
                    + study.series().told("run " + study.id()) + ") ou préparez-en un autre.");
        }
        recordRun(study);
    }

    /** Adopts one that is computed, unless another process first took a step with it or with what it rests on; answers whether it did. */
    @Transactional
    public boolean adopt(Study<?> study, StudyKind.Adoption adoption, StepMotive motive) {
        if (hasMoved(study) || !adoption.stands()) {
            return false;
        }
        append(study, adoption.write());
        if (study.series().replaced()) {
            jdbc.sql(REPLACE)
                    .param("kind", study.question().kind())
                    .param("study", study.id())
                    .update();
        }
        end(study, Study.State.ADOPTED);
        record(study, Study.Verb.ADOPT, motive, null);
        Pause.at("adoption-before-commit");
        return true;
    }

    /** Discards one, whose row and steps stay, with what it left elsewhere, unless another process took a step with it first; answers whether. */
    @Transactional
    public boolean discard(Study<?> study, Runnable besides, StepMotive motive) {
        if (hasMoved(study)) {
            return false;
        }
        besides.run();
        end(study, Study.State.DISCARDED);
        record(study, Study.Verb.DISCARD, motive, null);
        return true;
    }

    /** Once asked, it moves no more before the end of the transaction. */
    private boolean hasMoved(Study<?> seen) {
        StudyRecords.lock(jdbc);
        return studies.get(seen.series(), seen.no()).state() != seen.state();
    }

    private void append(Study<?> study, List<StudyKind.Entry> entries) {
        StudyRecords log =
                new StudyRecords(jdbc, Objects.requireNonNull(study.series().log(), "It has a log"));
        entries.forEach(
                entry -> log.append(entry.subject(), entry.epci(), Optional.of(study.id()), records, entry.record()));
    }

    private void end(Study<?> study, Study.State state) {
        String ended = "state = :state, failure = null, ended_at = coalesce(ended_at, now())";
        update(study, ended, "", Map.of("state", state.name()));
    }

    private int update(Study<?> study, String change, String condition, Map<String, String> values) {
        return jdbc.sql("update passerelle.study set " + change + " where study_id = :study" + condition)
                .params(values)
                .param("study", study.id())
                .update();
    }

    private void recordRun(Study<?> study) {
        record(study, Study.Verb.RUN, new StepMotive(study.reason(), study.account()), null);
    }

    /** Records a step that changes no state, in the caller's transaction, with the live run that it opened; null where there is none. */
    public void record(Study<?> study, Study.Verb verb, StepMotive motive, @Nullable Long run) {
        jdbc.sql("insert into passerelle.study_step (study_id, step, account, reason, question_hash, run_no)"
                        + " values (:study, :step, :account, :reason, :hash, :run)")
                .param("study", study.id())
                .param("step", verb.name())
                .param("account", motive.account())
                .param("reason", motive.reason())
                .param("hash", study.questionHash())
                .param("run", run)
                .update();
    }
}
