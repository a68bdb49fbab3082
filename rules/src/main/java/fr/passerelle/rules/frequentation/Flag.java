package fr.passerelle.rules.frequentation;

/** What is shown beside a score, or a plan, and never counts in it. Names are stable codes; their order is that in which they are given. */
public enum Flag {
    /** The hours of occupation are those of the room's timetable, since no session hours were counted. */
    DECLARED_HOURS,
    /** Part of a record longer than a month stands in the window. */
    SPREAD,
    /** Consecutive months say the same: one sampled week may have been copied to them. */
    COPIED_SAMPLE,
    /** From one month on, the room is counted, or used, on another scale. */
    STRUCTURAL_BREAK,
    /** Too few of the last twelve months are observed: a room that carries it is held back as a seat. */
    RECENT_DATA_THIN,
    /** Too few presences a year: a room that carries it is held back as a seat. */
    SMALL_NUMBERS,
    /** Of an EPCI: too few of the rooms observed a year before are observed at the as-of. */
    PARTIAL_RETURN,
    /** Of an EPCI: leaving out one room changes its trend. */
    SINGLE_SOURCE_SHIFT
}
