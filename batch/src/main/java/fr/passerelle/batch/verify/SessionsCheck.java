package fr.passerelle.batch.verify;

import fr.passerelle.published.session.PublishedSession;
import fr.passerelle.published.session.PublishedSessions;
import fr.passerelle.published.session.SessionFold;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The published sessions made again from the records, against those that stand. */
public record SessionsCheck(JdbcClient jdbc) {

    /** The sessions that do not stand as the records say, by identity. */
    public List<String> differences() {
        SortedMap<String, PublishedSession> made =
                SessionFold.until(OffsetDateTime.MAX, jdbc).sessions();
        SortedMap<String, PublishedSession> standing = new TreeMap<>();
        new PublishedSessions(jdbc).all().forEach(session -> standing.put(session.seance(), session));
        TreeSet<String> all = new TreeSet<>(made.keySet());
        all.addAll(standing.keySet());
        return all.stream()
                .filter(seance -> !Objects.equals(made.get(seance), standing.get(seance)))
                .toList();
    }
}
