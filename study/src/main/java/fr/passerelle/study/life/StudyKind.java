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

    /** What a study answers, in the order of its log; writes nothing, and refuses where it is not as planned any more, or has no answer. */
    List<Entry> answer(Study<Q> study);

    /** What it is to adopt one that is computed, for EPCIs by SIREN, none for all; writes nothing, and refuses where it may not be. */
    Adoption adoption(Study<Q> study, List<String> only, StepMotive motive);

    /** Refuses unless one that is adopted is so for all that is asked. */
    default void requireAdopted(Study<Q> study, List<String> only) {}

    /** A record of a log: its subject, such as {@code scenario:S-000001}, and the SIREN of the EPCI that it is about, empty for none. */
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
