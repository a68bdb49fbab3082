package fr.passerelle.faults.check;

import java.util.List;
import java.util.Map;

/**
 * What a system proposed, by its topics and by its read model.
 *
 * @param emitted committed records of the topics of results, in the order of each partition
 * @param readModel rows of the read model
 * @param conversions those that hold
 * @param plans those that hold
 * @param current digest of what holds, by type and id
 */
public record ProposedResults(
        List<ResultRecord> emitted,
        List<ResultRecord> readModel,
        List<RoomConversion> conversions,
        List<EpciPlan> plans,
        Map<String, String> current) {}
