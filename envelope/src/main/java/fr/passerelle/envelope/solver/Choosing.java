package fr.passerelle.envelope.solver;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import fr.passerelle.envelope.rule.Credits.CreditWindow;
import fr.passerelle.envelope.rule.Envelope;
import fr.passerelle.envelope.rule.EpciChoices;
import fr.passerelle.schemas.event.Niveau;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** An envelope with conditions on what may be chosen beyond its own. */
record Choosing(Envelope envelope, List<Consumer<ChoiceModel>> conditions) {

    /** Within its credits: what is chosen spends no more than what notified aid leaves of each window. */
    static Choosing under(Envelope envelope) {
        return new Choosing(envelope, List.of(Choosing::addLimits));
    }

    Choosing and(Consumer<ChoiceModel> condition) {
        return new Choosing(
                envelope,
                Stream.concat(conditions.stream(), Stream.of(condition)).toList());
    }

    Choosing forcing(EpciChoices epci) {
        return and(model -> model.model().addBoolOr(model.entries(epci).toArray(Literal[]::new)));
    }

    /** With no level lost: at least as good as some levels, of which a later one may only fall where an earlier one rises. */
    Choosing keeping(List<Niveau> niveaux) {
        return and(model -> {
            List<Literal> risen = new ArrayList<>();
            for (Niveau niveau : niveaux) {
                BoolVar rises = model.model().newBoolVar("");
                model.model()
                        .addGreaterOrEqual(model.value(niveau.getCritere()), niveau.getValue() + 1)
                        .onlyEnforceIf(rises);
                model.model()
                        .addGreaterOrEqual(model.value(niveau.getCritere()), niveau.getValue())
                        .onlyEnforceIf(risen.stream().map(Literal::not).toArray(Literal[]::new));
                risen.add(rises);
            }
        });
    }

    ChoiceModel model() {
        ChoiceModel model = new ChoiceModel(envelope);
        conditions.forEach(condition -> condition.accept(model));
        return model;
    }

    private static void addLimits(ChoiceModel model) {
        for (CreditWindow window : model.envelope().windows()) {
            long unit = unit(model.envelope().epcis(), window);
            if (unit > 0) {
                LinearExprBuilder spent = model.sum((epci, option) -> option.spent(window) / unit);
                model.model()
                        .addLessOrEqual(spent, Math.floorDiv(model.envelope().left(window), unit));
            }
        }
    }

    /** The largest number of cents that all that may be spent there is made of; 0 where nothing may. */
    private static long unit(List<EpciChoices> epcis, CreditWindow window) {
        return epcis.stream()
                .flatMap(epci -> epci.options().stream())
                .map(option -> BigInteger.valueOf(option.spent(window)))
                .reduce(BigInteger.ZERO, BigInteger::gcd)
                .longValueExact();
    }
}
