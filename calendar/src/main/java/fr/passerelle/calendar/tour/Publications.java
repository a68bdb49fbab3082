package fr.passerelle.calendar.tour;

import fr.passerelle.study.Study;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which publications of calendars stand, EPCI by EPCI. */
@Repository
public class Publications {

    private static final String STANDING = """
        select epci, max(subject_seq) from passerelle.study_record where type = 'CalendarPublished' group by epci\
        """;

    private static final String OF_ONE =
            "select epci from passerelle.study_record where study_id = :study and type = 'CalendarPublished'";

    private final JdbcClient jdbc;

    Publications(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By SIREN, the number of the publication that stands. */
    public SortedMap<String, Long> standing() {
        SortedMap<String, Long> publications = new TreeMap<>();
        RowCallbackHandler put = row -> publications.put(row.getString(1), row.getLong(2));
        jdbc.sql(STANDING).query(put);
        return publications;
    }

    /** SIRENs of the EPCIs whose calendar one published. */
    public SortedSet<String> of(Study<TourManifest> plan) {
        return new TreeSet<>(
                jdbc.sql(OF_ONE).param("study", plan.id()).query(String.class).list());
    }

    /** Whether a publication that a calendar froze does not stand any more. */
    public boolean isOvertaken(Study<TourManifest> plan) {
        return !standing().equals(plan.question().publications());
    }

    /** @throws RunRefused when its plan is not the one that was frozen, or a publication that it froze does not stand any more */
    public void requireFrozen(Study<TourManifest> plan) {
        plan.requireFrozen();
        if (isOvertaken(plan)) {
            throw plan.overtaken("un autre calendrier a été publié depuis");
        }
    }
}
