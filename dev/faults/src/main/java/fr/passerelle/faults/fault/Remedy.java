package fr.passerelle.faults.fault;

/** What an operator does after a refusal, besides starting again. */
public enum Remedy {
    /** Nothing. */
    NONE,
    /** The topics are refilled from the journal: {@code rebuild-topics}. */
    REBUILD_TOPICS
}
