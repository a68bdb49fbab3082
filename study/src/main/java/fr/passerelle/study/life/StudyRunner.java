package fr.passerelle.study.life;

import fr.passerelle.journal.StudyRecords.StudyRelay;
import fr.passerelle.published.decision.KeptText.StepMotive;
import fr.passerelle.study.Question;
import fr.passerelle.study.Studies;
import fr.passerelle.study.Study;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The operator's side of a study: computed, adopted or discarded. It waits for no run and disturbs none. */
@Component
public record StudyRunner(Studies studies, StudyWriter writer, StudyRelay relay) {

    /**
     * What a command did with a study.
     *
     * @param changed false where it was so already
     * @param remark what people should know of it, in French; null for nothing
     * @param pending why Kafka did not take what was recorded, in French: the next command or night carries it; null where it did
     */
    public record Outcome<Q extends Question>(
            Study<Q> study,
            boolean changed,
            @Nullable String remark,
            @Nullable String pending) {}

    /**
     * Computes a study as it was planned; once computed, changes nothing.
     *
     * @throws fr.passerelle.schemas.fault.RunRefused when it is discarded, is not what was planned any more, or has no answer;
     *     nothing was written
     */
    public <Q extends Question> Outcome<Q> run(StudyKind<Q> kind, long no) {
        Study<Q> study = studies.get(kind.series(), no);
        study.require(Study.Verb.RUN);
        boolean changed = !study.isDone(Study.Verb.RUN) && writer.compute(study, kind.answer(study));
        return outcome(study, changed, Optional.empty());
    }

    /**
     * Adopts a study that is computed. One that is adopted stays so.
     *
     * @param only SIRENs of the EPCIs to adopt it for; none for all
     * @throws fr.passerelle.schemas.fault.RunRefused when it may not be; nothing was written
     */
    public <Q extends Question> Outcome<Q> adopt(StudyKind<Q> kind, long no, List<String> only, StepMotive motive) {
        Study<Q> study = studies.get(kind.series(), no);
        study.require(Study.Verb.ADOPT);
        if (study.isDone(Study.Verb.ADOPT)) {
            kind.requireAdopted(study, only);
            return outcome(study, false, Optional.empty());
        }
        StudyKind.Adoption adoption = kind.adoption(study, only, motive);
        return writer.adopt(study, adoption, motive)
                ? outcome(study, true, adoption.remark())
                : adopt(kind, no, only, motive);
    }

    /**
     * Discards a study. Once discarded, nothing is done.
     *
     * @throws fr.passerelle.schemas.fault.RunRefused when it is adopted, or was: another takes its place; nothing was written
     */
    public <Q extends Question> Outcome<Q> discard(StudyKind<Q> kind, long no, StepMotive motive) {
        Study<Q> study = studies.get(kind.series(), no);
        study.require(Study.Verb.DISCARD);
        boolean changed = !study.isDone(Study.Verb.DISCARD);
        return changed && !writer.discard(study, () -> {}, motive)
                ? discard(kind, no, motive)
                : new Outcome<>(studies.get(kind.series(), no), changed, null, null);
    }

    private <Q extends Question> Outcome<Q> outcome(Study<Q> study, boolean changed, Optional<String> remark) {
        return new Outcome<>(
                studies.get(study.series(), study.no()),
                changed,
                remark.orElse(null),
                relay.attempt().orElse(null));
    }
}
