package fr.passerelle.published.tour;

import fr.passerelle.published.RegisteredSchemas;
import fr.passerelle.schemas.contract.PayloadReader;
import fr.passerelle.schemas.event.CalendarPublished;
import fr.passerelle.schemas.event.MotifSeance;
import fr.passerelle.schemas.event.SeancePubliee;
import fr.passerelle.schemas.event.SessionCancelled;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The published sessions made again from the records, against those that stand. */
public final class SessionsCheck {

    private static final String RECORDS = """
        select type, payload, schema_fingerprint from passerelle.calendar_record
        where type in ('CalendarPublished', 'SessionCancelled') order by seq\
        """;

    private final JdbcClient jdbc;
    private final PayloadReader payloads;
    private final SortedMap<String, PublishedSession> made = new TreeMap<>();

    /** Nothing is read yet. */
    public SessionsCheck(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.payloads = RegisteredSchemas.reader(jdbc);
    }

    /** The sessions that do not stand as the records say, by identity. */
    public List<String> differences() {
        RowCallbackHandler fold = row -> fold(row.getString(1), row.getBytes(2), row.getLong(3));
        jdbc.sql(RECORDS).query(fold);
        SortedMap<String, PublishedSession> standing = new TreeMap<>();
        new PublishedSessions(jdbc).all().forEach(session -> standing.put(session.seance(), session));
        TreeSet<String> all = new TreeSet<>(made.keySet());
        all.addAll(standing.keySet());
        return all.stream()
                .filter(seance -> !Objects.equals(made.get(seance), standing.get(seance)))
                .toList();
    }

    private void fold(String type, byte[] payload, long fingerprint) {
        if (type.equals(CalendarPublished.SCHEMA$.getName())) {
            CalendarPublished calendar = payloads.read(payload, fingerprint, CalendarPublished.class);
            calendar.getSeances().forEach(seance -> put(seance, calendar.getEpci(), calendar.getPublication(), null));
        } else {
            SessionCancelled gone = payloads.read(payload, fingerprint, SessionCancelled.class);
            put(gone.getSeance(), gone.getEpci(), gone.getPublication(), gone.getMotif());
        }
    }

    private void put(SeancePubliee seance, String epci, int publication, @Nullable MotifSeance cancelled) {
        made.put(
                seance.getSeance(),
                new PublishedSession(
                        seance.getSeance(),
                        seance.getEtape(),
                        epci,
                        seance.getName(),
                        seance.getInsee(),
                        seance.getDay(),
                        seance.getStart(),
                        seance.getEnd(),
                        seance.getAnimateur(),
                        seance.getSequence(),
                        publication,
                        cancelled));
    }
}
