package fr.passerelle.published.session;

import fr.passerelle.published.RegisteredSchemas;
import fr.passerelle.schemas.contract.PayloadReader;
import fr.passerelle.schemas.event.CalendarPublished;
import fr.passerelle.schemas.event.MotifSeance;
import fr.passerelle.schemas.event.SeancePubliee;
import fr.passerelle.schemas.event.SessionCancelled;
import java.time.OffsetDateTime;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the records of calendars make of sessions.
 *
 * @param sessions as they stand, those that were cancelled too, by identity
 * @param plans the calendars that were published
 */
public record SessionFold(SortedMap<String, PublishedSession> sessions, SortedSet<Long> plans) {

    private static final String RECORDS = """
        select type, payload, schema_fingerprint from passerelle.study_record
        where type in ('CalendarPublished', 'SessionCancelled') and recorded_at <= :until order by seq\
        """;

    /** Of the records until a moment. */
    public static SessionFold until(OffsetDateTime moment, JdbcClient jdbc) {
        SessionFold fold = new SessionFold(new TreeMap<>(), new TreeSet<>());
        PayloadReader payloads = RegisteredSchemas.reader(jdbc);
        RowCallbackHandler take = row -> fold.take(row.getString(1), row.getBytes(2), row.getLong(3), payloads);
        jdbc.sql(RECORDS).param("until", moment).query(take);
        return fold;
    }

    private void take(String type, byte[] payload, long fingerprint, PayloadReader payloads) {
        if (type.equals(CalendarPublished.SCHEMA$.getName())) {
            CalendarPublished calendar = payloads.read(payload, fingerprint, CalendarPublished.class);
            plans.add(calendar.getTourNo());
            calendar.getSeances().forEach(seance -> put(seance, calendar.getEpci(), calendar.getPublication(), null));
        } else {
            SessionCancelled gone = payloads.read(payload, fingerprint, SessionCancelled.class);
            put(gone.getSeance(), gone.getEpci(), gone.getPublication(), gone.getMotif());
        }
    }

    private void put(SeancePubliee seance, String epci, int publication, @Nullable MotifSeance cancelled) {
        sessions.put(seance.getSeance(), PublishedSession.of(seance, epci, publication, cancelled));
    }
}
