package fr.passerelle.envelope.scenario;

/** Where a scenario stands for people: its state, or REPLACED where another was adopted since. */
public enum ScenarioStanding {
    PLANNED,
    COMPUTED,
    ADOPTED,
    REPLACED,
    DISCARDED
}
