package fr.passerelle.study.life;

import fr.passerelle.published.decision.KeptText.StepMotive;
import fr.passerelle.study.Question;
import fr.passerelle.study.Study;
import fr.passerelle.study.StudySeries;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** What studies of a series do each in their own way: how they are answered, and what adopting one says. */
public interface StudyKind<Q extends Question> {

    /** How they are called. */
    StudySeries<Q> series();

    /**
     * What a study answers, in the order of its log; nothing is written.
     *
     * @throws fr.passerelle.schemas.fault.RunRefused when it is not what was planned any more, or there is no answer
     */
    List<Entry> answer(Study<Q> study);

    /**
     * What it is to adopt one that is computed; nothing is written.
     *
     * @param only SIRENs of the EPCIs to adopt it for; none for all
     * @throws fr.passerelle.schemas.fault.RunRefused when it may not be
     */
    Adoption adoption(Study<Q> study, List<String> only, StepMotive motive);

    /**
     * Checks that one that is adopted is so for all that is asked.
     *
     * @throws fr.passerelle.schemas.fault.RunRefused when it is not
     */
    default void requireAdopted(Study<Q> study, List<String> only) {}

    /**
     * A record of a log.
     *
     * @param subject what it is about, such as {@code scenario:S-000001}
     * @param epci SIREN of the EPCI that it is about; empty for none
     */
    record Entry(String subject, String epci, SpecificRecord record) {}

    /** What adopting a study does besides. */
    interface Adoption {

        /** Whether what it was prepared on still stands; asked where nobody else may write. */
        default boolean stands() {
            return true;
        }

        /** What it says, in order; writes what follows of it, in the transaction that adopts. */
        List<Entry> write();

        /** What people should know of it, in French; empty where there is nothing. */
        default Optional<String> remark() {
            return Optional.empty();
        }
    }
}
