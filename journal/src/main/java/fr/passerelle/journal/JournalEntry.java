package fr.passerelle.journal;

import fr.passerelle.schemas.event.MonthReported;
import fr.passerelle.schemas.event.NeedsReported;
import org.apache.avro.specific.SpecificRecord;

/**
 * A record to append to the journal.
 *
 * @param subject what it is about: {@code room:ID}, {@code month:ID:YYYY-MM}, {@code epci:SIREN}, {@code site:ID},
 *     {@code needs:SIREN}, {@code run:ID}
 * @param epci SIREN or SANS-EPCI, which decides the partition; empty for a record about a run
 * @param partition explicit partition, from 0, or {@link #BY_EPCI}
 * @param record the record
 */
public record JournalEntry(String subject, String epci, int partition, SpecificRecord record) {

    /** The partition is that of the EPCI. */
    public static final int BY_EPCI = -1;

    /** A record about a room. */
    public static JournalEntry room(String roomId, String epci, SpecificRecord record) {
        return new JournalEntry("room:" + roomId, epci, BY_EPCI, record);
    }

    /** A month of a room. */
    public static JournalEntry month(MonthReported month) {
        return new JournalEntry("month:" + month.getRoomId() + ":" + month.getMonth(), month.getEpci(), BY_EPCI, month);
    }

    /** A record about a site. */
    public static JournalEntry site(String siteId, String epci, SpecificRecord record) {
        return new JournalEntry("site:" + siteId, epci, BY_EPCI, record);
    }

    /** A record about an EPCI. */
    public static JournalEntry epci(String epci, SpecificRecord record) {
        return new JournalEntry("epci:" + epci, epci, BY_EPCI, record);
    }

    /** What was asked for in an EPCI. */
    public static JournalEntry needs(NeedsReported needs) {
        return new JournalEntry("needs:" + needs.getEpci(), needs.getEpci(), BY_EPCI, needs);
    }

    /** A record about a run, for one partition. */
    public static JournalEntry run(String runId, int partition, SpecificRecord record) {
        return new JournalEntry("run:" + runId, "", partition, record);
    }
}
