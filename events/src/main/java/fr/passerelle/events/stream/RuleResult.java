package fr.passerelle.events.stream;

import fr.passerelle.schemas.contract.ResultHash;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.ConversionProposed;
import fr.passerelle.schemas.event.ConversionWithdrawn;
import fr.passerelle.schemas.event.FichierSource;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.FrequentationScored;
import fr.passerelle.schemas.event.FrequentationWithdrawn;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.PlanProposed;
import fr.passerelle.schemas.event.PlanWithdrawn;
import fr.passerelle.schemas.event.RunRef;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** What the rules say of a room or an EPCI, and the records in which it leaves or is taken back. */
sealed interface RuleResult {

    Key key();

    String epci();

    /** The record without run fields. */
    SpecificRecord bare();

    /** What leaves beside it, outside of the hash: where it alone changes, the result leaves again. */
    default List<? extends SpecificRecord> aside() {
        return List.of();
    }

    /** The record that announces it. */
    SpecificRecord in(RunRef run);

    /** The identity of a result, ordered by type then id. */
    record Key(ResultHash.Type type, String id) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            int byType = type.compareTo(other.type);
            return byType == 0 ? id.compareTo(other.id) : byType;
        }

        /** The record that takes it back. */
        SpecificRecord withdrawnIn(RunRef run, String epci) {
            return switch (type) {
                case SCORE -> new FrequentationWithdrawn(run, id, epci);
                case CONVERSION -> new ConversionWithdrawn(run, id, epci);
                case PLAN -> new PlanWithdrawn(run, id);
            };
        }
    }

    /**
     * A room's score.
     *
     * @param aside the files it rests on
     */
    record Score(Frequentation bare, List<FichierSource> aside) implements RuleResult {

        @Override
        public Key key() {
            return new Key(ResultHash.Type.SCORE, bare.getRoomId());
        }

        @Override
        public String epci() {
            return bare.getEpci();
        }

        @Override
        public SpecificRecord in(RunRef run) {
            return new FrequentationScored(run, bare, aside);
        }
    }

    /** A room's conversion. */
    record Proposal(Conversion bare) implements RuleResult {

        @Override
        public Key key() {
            return new Key(ResultHash.Type.CONVERSION, bare.getRoomId());
        }

        @Override
        public String epci() {
            return bare.getEpci();
        }

        @Override
        public SpecificRecord in(RunRef run) {
            return new ConversionProposed(run, bare);
        }
    }

    /** An EPCI's plan. */
    record Financing(Plan bare) implements RuleResult {

        @Override
        public Key key() {
            return new Key(ResultHash.Type.PLAN, bare.getEpci());
        }

        @Override
        public String epci() {
            return bare.getEpci();
        }

        @Override
        public SpecificRecord in(RunRef run) {
            return new PlanProposed(run, bare);
        }
    }
}
