package fr.passerelle.published.session;

import fr.passerelle.schemas.event.MotifSeance;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The sessions that were ever published, as they now stand. */
@Repository
public class PublishedSessions {

    private static final String SELECT = """
        select seance, etape, epci, name, insee, day, start_minute, end_minute, animateur, sequence, publication, cancelled
        from passerelle.tour_session\
        """;
    private static final String ORDER = " order by day, start_minute, etape, seance";

    private final JdbcClient jdbc;

    public PublishedSessions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All, those that were cancelled too, by day. */
    public List<PublishedSession> all() {
        return jdbc.sql(SELECT + ORDER).query(PublishedSessions::session).list();
    }

    /** Those that are held on a day and later, by day. */
    public List<PublishedSession> from(LocalDate day) {
        return jdbc.sql(SELECT + " where cancelled is null and day >= :day" + ORDER)
                .param("day", day)
                .query(PublishedSessions::session)
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

    private static PublishedSession session(ResultSet row, int number) throws SQLException {
        return new PublishedSession(
                row.getString("seance"),
                row.getString("etape"),
                row.getString("epci"),
                row.getString("name"),
                row.getString("insee"),
                row.getObject("day", LocalDate.class),
                row.getInt("start_minute"),
                row.getInt("end_minute"),
                row.getString("animateur"),
                row.getInt("sequence"),
                row.getInt("publication"),
                Optional.ofNullable(row.getString("cancelled"))
                        .map(MotifSeance::valueOf)
                        .orElse(null));
    }
}
