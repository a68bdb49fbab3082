package fr.passerelle.rules.conversion;

import fr.passerelle.schemas.event.Reponse;
import org.jspecify.annotations.Nullable;

/** What is known of a condition. Unknown never counts as yes. */
enum Answer {
    YES(Reponse.OUI),
    NO(Reponse.NON),
    UNKNOWN(Reponse.INCONNU);

    private final Reponse told;

    Answer(Reponse told) {
        this.told = told;
    }

    static Answer of(@Nullable Boolean fact) {
        return fact == null ? UNKNOWN : fact ? YES : NO;
    }

    /** As the trace tells it. */
    Reponse told() {
        return told;
    }
}
