package fr.passerelle.rules.frequentation;

/** What is shown beside a score and never counts in it. Names are stable codes; their order is that in which they are given. */
public enum Flag {
    /** The hours of occupation are those of the room's timetable, since no session hours were counted. */
    DECLARED_HOURS,
    /** Part of a record longer than a month stands in the window. */
    SPREAD,
    /** Three consecutive months say the same: one sampled week may have been copied to them. */
    COPIED_SAMPLE,
    /** From one month on, the room is counted, or used, on another scale. */
    STRUCTURAL_BREAK
}
