package fr.passerelle.events.stream;

import fr.passerelle.rules.explanation.EpciResults;
import fr.passerelle.rules.frequentation.EpciFacts;
import fr.passerelle.rules.frequentation.RoomRegister;
import fr.passerelle.schemas.bareme.Bareme;
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
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;

/** The rules applied to what a partition knows of an EPCI, under one barème, as of one month. */
record Scoring(Bareme bareme, YearMonth asOf) {

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

    /** What the rules say of a room or an EPCI; outside of the hash, the files of a score: where they alone change, it leaves again. */
    record Result(Key key, String epci, SpecificRecord bare, List<FichierSource> aside) {

        /** The record that announces it. */
        SpecificRecord in(RunRef run) {
            return switch (key.type()) {
                case SCORE -> new FrequentationScored(run, (Frequentation) bare, aside);
                case CONVERSION -> new ConversionProposed(run, (Conversion) bare);
                case PLAN -> new PlanProposed(run, (Plan) bare);
            };
        }
    }

    /** Every room of an EPCI scored, and its plan; rooms without EPCI are scored, never proposed. */
    List<Result> of(EpciFacts facts) {
        Map<String, List<FichierSource>> files = facts.rooms().stream()
                .collect(Collectors.toMap(
                        room -> room.room().getRoomId(), room -> room.register().files(asOf, months())));
        List<Result> results = new ArrayList<>();
        EpciResults.of(facts, asOf, bareme)
                .forEach((type, id, bare) -> results.add(new Result(
                        new Key(type, id),
                        facts.siren(),
                        bare,
                        type == ResultHash.Type.SCORE ? files.getOrDefault(id, List.of()) : List.of())));
        return results;
    }

    /** What the rules look at of a room's attendance: all years of all rooms of a large EPCI do not fit in memory. */
    RoomRegister window(RoomRegister register) {
        return register.within(asOf, months());
    }

    private int months() {
        return bareme.jeuDeRegles().fenetre().months();
    }
}
