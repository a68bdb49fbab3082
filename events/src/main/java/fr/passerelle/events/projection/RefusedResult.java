package fr.passerelle.events.projection;

import fr.passerelle.schemas.contract.ResultRefusal;

/** A record that can be read, and that the read model does not take. */
final class RefusedResult extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final ResultRefusal why;

    RefusedResult(ResultRefusal why) {
        super(why.french());
        this.why = why;
    }

    ResultRefusal why() {
        return why;
    }
}
