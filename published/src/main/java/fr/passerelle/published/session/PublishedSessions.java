package fr.passerelle.published.session;

import fr.passerelle.published.RegisteredSchemas;
import fr.passerelle.schemas.contract.PayloadReader;
import fr.passerelle.schemas.event.CalendarPublished;
import fr.passerelle.schemas.event.MotifSeance;
import fr.passerelle.schemas.event.SeancePlanifiee;
import fr.passerelle.schemas.event.SeancePubliee;
import fr.passerelle.schemas.event.SessionCancelled;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The sessions that were ever published, as they now stand. */
@Repository
public class PublishedSessions {

    private static final String SELECT = """
        select seance, etape, epci, name, insee, day, start_minute as start, end_minute as "end", animateur, sequence,
               publication, cancelled
        from passerelle.tour_session\
        """;
    private static final String ORDER = " order by day, start_minute, etape, seance";

    private final JdbcClient jdbc;

    public PublishedSessions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All, those that were cancelled too, by day. */
    public List<PublishedSession> all() {
        return jdbc.sql(SELECT + ORDER)
                .query(new SimplePropertyRowMapper<>(PublishedSession.class))
                .list();
    }

    /** Those that are held on a day and later, by day. */
    public List<PublishedSession> from(LocalDate day) {
        return jdbc.sql(SELECT + " where cancelled is null and day >= :day" + ORDER)
                .param("day", day)
                .query(new SimplePropertyRowMapper<>(PublishedSession.class))
                .list();
    }

    /** Whether a session that is held on some days was announced before they were over: by a calendar that is no exercise. */
    public boolean areFacts(LocalDate first, LocalDate last) {
        return jdbc.sql("""
            select exists (
                select from passerelle.tour_session s
                join passerelle.study_record c
                    on c.type = 'CalendarPublished' and c.epci = s.epci and c.subject_seq = s.publication
                join passerelle.study p using (study_id)
                where s.cancelled is null and s.day between :first and :last and p.question ->> 'planned' is not null)\
            """)
                .param("first", first)
                .param("last", last)
                .query(Boolean.class)
                .single();
    }

    /**
     * A session as people were told of it last.
     *
     * @param seance its stable identity
     * @param etape its étape, as proposals name hosts
     * @param epci SIREN
     * @param start first minute
     * @param end minute after the last
     * @param animateur opaque identifier
     * @param sequence how often it was published otherwise before
     * @param publication of its EPCI that said so
     * @param cancelled why it is not held; null where it is
     */
    public record PublishedSession(
            String seance,
            String etape,
            String epci,
            String name,
            String insee,
            LocalDate day,
            int start,
            int end,
            String animateur,
            int sequence,
            int publication,
            @Nullable MotifSeance cancelled) {

        /** One that a publication of an EPCI told, or cancelled. */
        public static PublishedSession of(
                SeancePubliee told, String epci, int publication, @Nullable MotifSeance cancelled) {
            return new PublishedSession(
                    told.getSeance(),
                    told.getEtape(),
                    epci,
                    told.getName(),
                    told.getInsee(),
                    told.getDay(),
                    told.getStart(),
                    told.getEnd(),
                    told.getAnimateur(),
                    told.getSequence(),
                    publication,
                    cancelled);
        }

        /** Whether it is held as a calendar plans it: then, and by the same animateur. */
        public boolean isAs(SeancePlanifiee planned) {
            return day.equals(planned.getDay())
                    && start == planned.getStart()
                    && end == planned.getEnd()
                    && animateur.equals(planned.getAnimateur());
        }
    }

    /** What the records of calendars make of sessions: all as they stand, by identity, and the calendars that were published. */
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
                calendar.getSeances()
                        .forEach(seance -> put(seance, calendar.getEpci(), calendar.getPublication(), null));
            } else {
                SessionCancelled gone = payloads.read(payload, fingerprint, SessionCancelled.class);
                put(gone.getSeance(), gone.getEpci(), gone.getPublication(), gone.getMotif());
            }
        }

        private void put(SeancePubliee seance, String epci, int publication, @Nullable MotifSeance cancelled) {
            sessions.put(seance.getSeance(), PublishedSession.of(seance, epci, publication, cancelled));
        }
    }
}
