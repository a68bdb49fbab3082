package fr.passerelle.journal;

import fr.passerelle.schemas.contract.Topic;
import fr.passerelle.schemas.contract.Topics;
import java.util.function.Function;

/** A log beside the journal, for what studies say: its topic, whoever carries it there, and what people call it. */
public enum StudyLog {

    /** The scenarios that were computed or adopted. */
    SCENARIOS("scenario", "scénario", Topics::scenarios),
    /** The calendars that were computed or published, and the sessions that were held. */
    CALENDARS("calendar", "calendrier", Topics::calendars);

    private final String one;
    private final String noun;
    private final Function<Topics, Topic> topic;

    StudyLog(String one, String noun, Function<Topics, Topic> topic) {
        this.one = one;
        this.noun = noun;
        this.topic = topic;
    }

    /** Where its records go. */
    public Topic topic(Topics topics) {
        return topic.apply(topics);
    }

    /** Where a test may stop who carries it. */
    public String pause() {
        return one + "-relay";
    }

    /** How people call those that it is about. */
    public String plural() {
        return noun + "s";
    }

    /** What commands that write to it are called: after « la prochaine commande de ». */
    public String commands() {
        return this == CALENDARS ? "tournées" : noun;
    }

    /** The key of its position, and the end of its transactional id. */
    String carrier() {
        return one + "s";
    }

    /** The key of a record about a subject. */
    String key(String subject) {
        return this == SCENARIOS ? subject.substring(subject.indexOf(':') + 1) : subject;
    }

    /** A subject, as a sentence begins. */
    String named(String subject) {
        return "Le " + noun + " " + (this == SCENARIOS ? key(subject) : "« " + subject + " »");
    }
}
