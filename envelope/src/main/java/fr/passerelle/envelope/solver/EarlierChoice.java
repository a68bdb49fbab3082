package fr.passerelle.envelope.solver;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.LinearArgument;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import fr.passerelle.envelope.rule.EpciChoices;
import fr.passerelle.envelope.rule.Programme;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * An answer that comes before another: up to some EPCI they are the same, and there it takes an earlier option. The greatest is the one whose
 * EPCI comes first, and there the option.
 *
 * @param other the other answer
 * @param from place of the first EPCI that may differ
 */
record EarlierChoice(Programme other, int from) implements Function<ChoiceModel, LinearArgument> {

    /** More than the options of any EPCI. */
    private static final long STRIDE = 1_000;

    /** The place of the EPCI of a value. */
    static int place(long value) {
        return (int) (-value / STRIDE);
    }

    @Override
    public LinearArgument apply(ChoiceModel model) {
        LinearExprBuilder value = LinearExpr.newBuilder();
        List<Literal> places = new ArrayList<>();
        Literal same = model.model().trueLiteral();
        List<EpciChoices> epcis = model.envelope().epcis();
        for (int place = from; place < epcis.size(); place++) {
            EpciChoices epci = epcis.get(place);
            int current = epci.options().indexOf(other.of(epci));
            for (int option = 0; option < current; option++) {
                BoolVar here = model.model().newBoolVar("");
                model.model().addImplication(here, same);
                model.model().addImplication(here, model.takes(epci, option));
                value.addTerm(here, -(place * STRIDE + option));
                places.add(here);
            }
            same = both(model, same, model.takes(epci, current));
        }
        model.model().addExactlyOne(places);
        return value;
    }

    private static Literal both(ChoiceModel model, Literal one, Literal other) {
        BoolVar both = model.model().newBoolVar("");
        model.model().addImplication(both, one);
        model.model().addImplication(both, other);
        return both;
    }
}
