package fr.passerelle.schemas.contract;

import fr.passerelle.schemas.contract.Topics.Topic;
import fr.passerelle.schemas.event.CalendarPublished;
import fr.passerelle.schemas.event.ScenarioAdopted;
import fr.passerelle.schemas.event.ScenarioComputed;
import fr.passerelle.schemas.event.SessionCancelled;
import fr.passerelle.schemas.event.SessionsHeld;
import fr.passerelle.schemas.event.ToursComputed;
import java.util.List;
import org.apache.avro.Schema;

/** A log beside the journal, for what studies say: its topic, whose records are all in partition 0 since their order counts, and its French. */
public enum StudyLog {

    /** The scenarios that were computed or adopted, keyed by scenario. */
    SCENARIOS(
            "scenario",
            "scénario",
            "scénario",
            true,
            "Les scénarios calculés ou adoptés, par scénario, tous dans la partition 0 : jamais une décision.",
            "d'où il part",
            ScenarioComputed.SCHEMA$,
            ScenarioAdopted.SCHEMA$),

    /** The calendars that were computed or published, and the sessions that were held, keyed by subject. */
    CALENDARS(
            "calendar",
            "calendrier",
            "tournées",
            false,
            "Les calendriers des étapes nomades, calculés ou publiés, et les séances tenues, tous dans la partition 0.",
            "dont ce sont les étapes ; 0 pour des séances tenues",
            ToursComputed.SCHEMA$,
            CalendarPublished.SCHEMA$,
            SessionCancelled.SCHEMA$,
            SessionsHeld.SCHEMA$);

    private final String one;
    private final String noun;
    private final String commands;
    private final boolean keyedById;
    private final String description;
    private final String run;
    private final List<Schema> records;

    StudyLog(
            String one,
            String noun,
            String commands,
            boolean keyedById,
            String description,
            String run,
            Schema... records) {
        this.one = one;
        this.noun = noun;
        this.commands = commands;
        this.keyedById = keyedById;
        this.description = description;
        this.run = run;
        this.records = List.of(records);
    }

    /** Where its records go. */
    public Topic topic(Topics topics) {
        return topics.topic(carrier(), records);
    }

    /** Where a test may stop who carries it. */
    public String pause() {
        return one + "-relay";
    }

    /** The key of its position, the end of its transactional id, and of the name of its topic. */
    public String carrier() {
        return one + "s";
    }

    /** How people call one of those that it is about. */
    public String noun() {
        return noun;
    }

    /** How people call those that it is about. */
    public String plural() {
        return noun + "s";
    }

    /** What commands that write to it are called: after « la prochaine commande de ». */
    public String commands() {
        return commands;
    }

    /** What its topic carries, in French. */
    public String description() {
        return description;
    }

    /** Which run a record names: after « l'exécution ». */
    public String run() {
        return run;
    }

    /** The key of a record about a subject. */
    public String key(String subject) {
        return keyedById ? subject.substring(subject.indexOf(':') + 1) : subject;
    }

    /** A subject, as a sentence begins. */
    public String named(String subject) {
        return "Le " + noun + " " + (keyedById ? key(subject) : "« " + subject + " »");
    }
}
