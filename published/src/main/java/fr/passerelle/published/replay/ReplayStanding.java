package fr.passerelle.published.replay;

/** Where a replay stands for people: its state, or what became of its barème once it is completed. */
public enum ReplayStanding {
    PLANNED,
    RUNNING,
    FAILED,
    COMPLETED,
    IN_FORCE,
    TAKEN_BACK,
    DISCARDED
}
