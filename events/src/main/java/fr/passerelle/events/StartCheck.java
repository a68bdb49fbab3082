package fr.passerelle.events;

import fr.passerelle.schemas.contract.Topics;

/** Checks all that must be there before anything starts. */
record StartCheck(EventsSettings settings, Topics topics, RegistryCheck registry, TopicCheck kafka) {

    /** @throws StartRefusal with the first thing that is wrong */
    void run() {
        settings.complete();
        registry.check(topics);
        kafka.check(topics);
    }
}
