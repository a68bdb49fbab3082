package fr.passerelle.envelope.solver;

import fr.passerelle.envelope.rule.Envelope;
import java.util.List;
import java.util.stream.Stream;

/** An envelope with conditions on what may be chosen beyond its own. */
record Choosing(Envelope envelope, List<Condition> conditions) {

    /** What an answer has to fulfil besides. */
    interface Condition {

        void addTo(ChoiceModel model);
    }

    /** Within its credits. */
    static Choosing under(Envelope envelope) {
        return new Choosing(envelope, List.of(new CreditLimits()));
    }

    /** Without the limits of its credits, which whoever asks adds. */
    static Choosing withoutLimits(Envelope envelope) {
        return new Choosing(envelope, List.of());
    }

    Choosing and(Condition condition) {
        return new Choosing(
                envelope,
                Stream.concat(conditions.stream(), Stream.of(condition)).toList());
    }

    ChoiceModel model() {
        ChoiceModel model = new ChoiceModel(envelope);
        conditions.forEach(condition -> condition.addTo(model));
        return model;
    }
}
