package fr.passerelle.faults.machine;

import fr.passerelle.faults.check.ResultRecord;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.event.ConversionProposed;
import fr.passerelle.schemas.event.ConversionWithdrawn;
import fr.passerelle.schemas.event.FrequentationScored;
import fr.passerelle.schemas.event.FrequentationWithdrawn;
import fr.passerelle.schemas.event.PlanProposed;
import fr.passerelle.schemas.event.PlanWithdrawn;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** A record of the topics of results, as an outcome. */
final class Emission {

    private Emission() {}

    /** Empty when the record is no result. */
    static Optional<ResultRecord> of(SpecificRecord record, int partition, Records records) {
        return switch (record) {
            case FrequentationScored it -> {
                var score = it.getFrequentation();
                yield result("SCORE", score.getRoomId(), it.getRun().getRunNo(), partition, bytes(records, score));
            }
            case FrequentationWithdrawn it ->
                result("SCORE", it.getRoomId(), it.getRun().getRunNo(), partition, "");
            case ConversionProposed it -> {
                var kept = it.getConversion();
                yield result("CONVERSION", kept.getRoomId(), it.getRun().getRunNo(), partition, bytes(records, kept));
            }
            case ConversionWithdrawn it ->
                result("CONVERSION", it.getRoomId(), it.getRun().getRunNo(), partition, "");
            case PlanProposed it -> {
                var plan = it.getPlan();
                yield result("PLAN", plan.getEpci(), it.getRun().getRunNo(), partition, bytes(records, plan));
            }
            case PlanWithdrawn it -> result("PLAN", it.getEpci(), it.getRun().getRunNo(), partition, "");
            default -> Optional.empty();
        };
    }

    private static Optional<ResultRecord> result(String type, String id, long run, int partition, String digest) {
        return Optional.of(new ResultRecord(type, id, run, partition, digest));
    }

    private static String bytes(Records records, SpecificRecord bare) {
        return Digest.of(records.encode(bare));
    }
}
