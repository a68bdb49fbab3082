package fr.passerelle.events.projection;

import fr.passerelle.schemas.contract.RecordJson;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.contract.ResultHash;
import fr.passerelle.schemas.event.ConversionProposed;
import fr.passerelle.schemas.event.ConversionWithdrawn;
import fr.passerelle.schemas.event.FichierSource;
import fr.passerelle.schemas.event.FrequentationScored;
import fr.passerelle.schemas.event.FrequentationWithdrawn;
import fr.passerelle.schemas.event.PlanProposed;
import fr.passerelle.schemas.event.PlanWithdrawn;
import fr.passerelle.schemas.event.RunRef;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * A row of the read model.
 *
 * @param bare the result without run fields; null when it is withdrawn
 * @param files those that a score rests on; null for another result, and when it is withdrawn
 */
record ResultRow(
        ResultHash.Type type,
        String id,
        RunRef run,
        String epci,
        @Nullable SpecificRecord bare,
        @Nullable List<FichierSource> files) {

    /** The row of a record; empty when it is no result. */
    static Optional<ResultRow> of(SpecificRecord record) {
        return Optional.ofNullable(
                switch (record) {
                    case FrequentationScored it -> {
                        var score = it.getFrequentation();
                        yield score(score.getRoomId(), it.getRun(), score.getEpci(), score, it.getFiles());
                    }
                    case FrequentationWithdrawn it -> score(it.getRoomId(), it.getRun(), it.getEpci(), null, null);
                    case ConversionProposed it -> {
                        var conversion = it.getConversion();
                        yield conversion(conversion.getRoomId(), it.getRun(), conversion.getEpci(), conversion);
                    }
                    case ConversionWithdrawn it -> conversion(it.getRoomId(), it.getRun(), it.getEpci(), null);
                    case PlanProposed it -> plan(it.getPlan().getEpci(), it.getRun(), it.getPlan());
                    case PlanWithdrawn it -> plan(it.getEpci(), it.getRun(), null);
                    default -> null;
                });
    }

    /** Its bare bytes; null when it is withdrawn. */
    byte @Nullable [] payload(Records records) {
        return bare == null ? null : records.encode(bare);
    }

    /** Its JSON; null when it is withdrawn. */
    @Nullable
    String doc() {
        return bare == null ? null : RecordJson.of(bare);
    }

    /** The files of a score as JSON; null for another result, and when it is withdrawn. */
    @Nullable
    String filesDoc() {
        return files == null ? null : RecordJson.of(files);
    }

    private static ResultRow score(
            String room, RunRef run, String epci, @Nullable SpecificRecord bare, @Nullable List<FichierSource> files) {
        return new ResultRow(ResultHash.Type.SCORE, room, run, epci, bare, files);
    }

    private static ResultRow conversion(String room, RunRef run, String epci, @Nullable SpecificRecord bare) {
        return new ResultRow(ResultHash.Type.CONVERSION, room, run, epci, bare, null);
    }

    private static ResultRow plan(String epci, RunRef run, @Nullable SpecificRecord bare) {
        return new ResultRow(ResultHash.Type.PLAN, epci, run, epci, bare, null);
    }
}
