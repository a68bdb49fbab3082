package fr.passerelle.study.life;

import fr.passerelle.journal.StudyRecords.StudyRelay;
import fr.passerelle.published.decision.KeptText.StepMotive;
import fr.passerelle.study.Question;
import fr.passerelle.study.Studies;
import fr.passerelle.study.Study;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The operator's side of a study: computed, adopted or discarded. It waits for no run and disturbs none. */
@Component
public record StudyRunner(Studies studies, StudyWriter writer, StudyRelay relay) {

    /**
     * What a command did with a study, if it was not so already; what people should know of it, in French, null for nothing; and why Kafka did not
     * take what was recorded, in French, null where it did: the next command or night carries it.
     */
    public record Outcome<Q extends Question>(
            Study<Q> study,
            boolean changed,
            @Nullable String remark,
            @Nullable String pending) {}

    /** Computes a study, once; refuses one that is discarded, is not as planned any more, or has no answer: nothing is written. */
    public <Q extends Question> Outcome<Q> run(StudyKind<Q> kind, long no) {
        Study<Q> study = studies.get(kind.series(), no);
        study.require(Study.Verb.RUN);
        boolean changed = !study.isDone(Study.Verb.RUN) && writer.compute(study, kind.answer(study));
        return outcome(study, changed, null);
    }

    /** Adopts a study that is computed, once, for EPCIs by SIREN, none for all; refuses where it may not be: nothing is written. */
    public <Q extends Question> Outcome<Q> adopt(StudyKind<Q> kind, long no, List<String> only, StepMotive motive) {
        Study<Q> study = studies.get(kind.series(), no);
        study.require(Study.Verb.ADOPT);
        if (study.isDone(Study.Verb.ADOPT)) {
            kind.requireAdopted(study, only);
            return outcome(study, false, null);
        }
        StudyKind.Adoption adoption = kind.adoption(study, only, motive);
        return writer.adopt(study, adoption, motive)
                ? outcome(study, true, adoption.remark().orElse(null))
                : adopt(kind, no, only, motive);
    }

    /** Discards a study, once; refuses one that is adopted, or was, since another takes its place: nothing is written. */
    public <Q extends Question> Outcome<Q> discard(StudyKind<Q> kind, long no, StepMotive motive) {
        Study<Q> study = studies.get(kind.series(), no);
        study.require(Study.Verb.DISCARD);
        boolean changed = !study.isDone(Study.Verb.DISCARD);
        return changed && !writer.discard(study, () -> {}, motive)
                ? discard(kind, no, motive)
                : new Outcome<>(studies.get(kind.series(), no), changed, null, null);
    }

    private <Q extends Question> Outcome<Q> outcome(Study<Q> study, boolean changed, @Nullable String remark) {
        Study<Q> now = studies.get(study.series(), study.no());
        return new Outcome<>(now, changed, remark, relay.attempt().orElse(null));
    }
}
