package fr.passerelle.faults.check;

/**
 * A record of the log, as a row of the journal or as a committed reader of the topic sees it.
 *
 * @param seq its rank in the journal, from 1
 * @param eventId its id
 * @param partition the partition it stands in
 * @param subject what it is about
 * @param subjectSeq its rank for that subject
 * @param type short name of its record
 * @param runNo the run that wrote it
 */
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
