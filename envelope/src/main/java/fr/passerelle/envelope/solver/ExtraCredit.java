package fr.passerelle.envelope.solver;

import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearArgument;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import fr.passerelle.envelope.rule.BudgetCell;
import fr.passerelle.envelope.rule.CreditWindow;
import fr.passerelle.envelope.rule.Envelope;
import fr.passerelle.schemas.event.LigneCredit;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/** Credits as limits of a model to which one year may add on each of its lines; the less it adds in all, the better. */
record ExtraCredit(int year) implements Function<ChoiceModel, LinearArgument> {

    @Override
    public LinearArgument apply(ChoiceModel model) {
        Map<LigneCredit, IntVar> extra = new EnumMap<>(LigneCredit.class);
        LinearExprBuilder value = LinearExpr.newBuilder();
        for (LigneCredit line : LigneCredit.values()) {
            IntVar cents = model.model().newIntVar(0, all(model.envelope(), line), "");
            extra.put(line, cents);
            value.addTerm(cents, -1);
        }
        for (CreditWindow window : model.envelope().windows()) {
            LinearExprBuilder spent = model.sum((epci, option) -> option.spent(window));
            if (window.holds(new BudgetCell(year, window.line()))) {
                spent.addTerm(extra.getOrDefault(window.line(), model.model().newConstant(0)), -1);
            }
            model.model().addLessOrEqual(spent, CreditLimits.left(model.envelope(), window));
        }
        return value;
    }

    /** More than could be spent on a line, whatever is chosen. */
    private static long all(Envelope envelope, LigneCredit line) {
        return envelope.epcis().stream()
                .flatMap(epci -> epci.options().stream())
                .flatMap(option -> option.cents().entrySet().stream())
                .filter(cell -> cell.getKey().line() == line)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
