package fr.passerelle.journal;

import fr.passerelle.schemas.contract.Topic;
import fr.passerelle.schemas.contract.Topics;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A log beside the journal: a table of records, their topic, and whoever carries them there. All of it is in partition 0: its order counts. */
public enum SideLog {
    /** The scenarios that were computed or adopted. */
    SCENARIOS(
            "scenario",
            "'scenario:' || s.scenario_id,"
                    + " (select count(*) from passerelle.scenario_record o"
                    + " where o.scenario_no = r.scenario_no and o.seq <= r.seq)",
            "s.base_run_no, '' from passerelle.scenario_record r join passerelle.scenario s using (scenario_no)",
            Topics::scenarios),

    /** The calendars that were computed or published, and the sessions that were held. */
    CALENDARS(
            "calendar",
            "subject, subject_seq",
            "coalesce(p.base_run_no, 0), epci from passerelle.calendar_record r"
                    + " left join passerelle.tour_plan p using (tour_no)",
            Topics::calendars);

    private final String one;
    private final String after;
    private final Function<Topics, Topic> topic;

    SideLog(String one, String subject, String rest, Function<Topics, Topic> topic) {
        this.one = one;
        this.after = "select seq, event_id::text, 0, " + subject + ", type, payload, schema_fingerprint, " + rest
                + " where seq > :after order by seq limit 1";
        this.topic = topic;
    }

    /** Where its records go. */
    public Topic topic(Topics topics) {
        return topic.apply(topics);
    }

    /** Whether it ever recorded anything. */
    public boolean isUsed(JdbcClient jdbc) {
        return jdbc.sql("select exists (select from " + table() + ")")
                .query(Boolean.class)
                .single();
    }

    /** Where a test may stop who carries it. */
    public String pause() {
        return one + "-relay";
    }

    /** The table of its records. */
    public String table() {
        return "passerelle." + one + "_record";
    }

    /** The key of its position, and the end of its transactional id. */
    String carrier() {
        return one + "s";
    }

    /** The next record after a rank. Few and large: each is a page. */
    String after() {
        return after;
    }

    /** The key of a record about a subject. */
    String key(String subject) {
        return this == SCENARIOS ? subject.substring(subject.indexOf(':') + 1) : subject;
    }

    /** @throws LogRefused when a record exceeds the log's limit */
    static byte[] checked(String what, byte[] payload) {
        if (payload.length > Journal.MAX_PAYLOAD) {
            throw new LogRefused(what + " tient en " + payload.length + " octets, plus que les " + Journal.MAX_PAYLOAD
                    + " d'un enregistrement : rien n'en est gardé. Demandez moins de semaines, ou moins d'années.");
        }
        return payload;
    }
}
