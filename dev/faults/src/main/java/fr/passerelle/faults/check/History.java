package fr.passerelle.faults.check;

import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.Plan;
import java.util.List;
import java.util.Map;

/**
 * All that a system left behind, read once everything was healed and drained. Lines of attendance are counted by room and month,
 * {@code ROOM YYYY-MM}.
 *
 * @param journal the log by rank, without the publications, which go to another topic
 * @param topic the log again, by partition then by offset, committed records alone
 * @param holding how many lines the state has of the rooms of the inventory
 * @param told how many lines the latest record of each month has on the topic
 * @param emitted committed records of the topics of results, in the order of each partition
 * @param texts what was kept and said anywhere, by place
 * @param lags records that each group has still to read
 */
public record History(
        List<LogRecord> journal,
        List<LogRecord> topic,
        Map<String, Long> holding,
        Map<String, Long> told,
        List<ResultRecord> emitted,
        List<ResultRecord> readModel,
        List<Conversion> conversions,
        List<Plan> plans,
        Map<String, String> current,
        List<Run> runs,
        List<FileCounts> files,
        List<Scored> scored,
        List<Reject> rejects,
        Map<String, String> texts,
        Map<String, Long> lags,
        Reference reference) {

    /** What the same nights give when nothing disturbs them: the last result hash, and digests by type and id. */
    public record Reference(String hash, Map<String, String> current) {}

    /** A record of the log, as a row of the journal or as a committed reader of the topic sees it; ranks are from 1, the type is a short name. */
    public record LogRecord(
            long seq, String eventId, int partition, String subject, long subjectSeq, String type, long runNo) {

        /** Whether it says something of a subject, rather than of a run. */
        boolean isData() {
            return switch (type) {
                case "RunOpened", "RunClosed", "RunAbandoned", "RunPublished" -> false;
                default -> true;
            };
        }
    }

    /** A SCORE, CONVERSION or PLAN of a run, by room or SIREN, with a digest of its bytes, empty when it is withdrawn. */
    public record ResultRecord(String type, String id, long runNo, int partition, String payload) {

        String key() {
            return type + " " + id + ", exécution " + runNo + ", partition " + partition;
        }
    }

    /** A run that is OPEN, FAILED, PUBLISHED or ABANDONED; its hash is empty when it has none. */
    public record Run(long no, String state, String hash) {}

    /** What became of the rows of a file. */
    public record FileCounts(
            long runNo, String file, long read, long accepted, long unchanged, long rejected, long controls) {

        long told() {
            return accepted + unchanged + rejected + controls;
        }
    }

    /** A partition done with a run: data records that the journal has of it, those it saw, and results it emitted. */
    public record Scored(long runNo, int partition, boolean complete, long expected, long seen, long announced) {}

    /** A row that was refused, its cells as they were mapped, in JSON. */
    public record Reject(long runNo, String file, String sha256, long line, String reason, String cells) {}
}
