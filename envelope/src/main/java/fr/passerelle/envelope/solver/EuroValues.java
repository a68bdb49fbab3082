package fr.passerelle.envelope.solver;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import fr.passerelle.envelope.rule.Credits.BudgetCell;
import fr.passerelle.envelope.rule.Credits.CreditWindow;
import fr.passerelle.envelope.rule.Credits.EquityRow;
import fr.passerelle.envelope.rule.Envelope;
import fr.passerelle.envelope.rule.EpciChoices;
import fr.passerelle.envelope.rule.FundingOption;
import fr.passerelle.schemas.event.Critere;
import fr.passerelle.schemas.event.ValeurEuro;
import fr.passerelle.study.Solver;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ObjDoubleConsumer;
import java.util.function.ToLongBiFunction;

/** What one more euro would bring were options taken in part: dual values of the relaxation, by GLOP. Its floating numbers are in no answer. */
final class EuroValues {

    private static final double CENTS_OF_A_THOUSAND_EUROS = 100_000;
    private static final int PLACES = 6;

    private final Envelope envelope;
    private final MPSolver solver;
    private final Map<EpciChoices, List<MPVariable>> taken = new LinkedHashMap<>();
    private final Map<CreditWindow, MPConstraint> limits = new LinkedHashMap<>();

    private EuroValues(Envelope envelope) {
        Solver.load();
        this.envelope = envelope;
        this.solver = MPSolver.createSolver("GLOP");
    }

    /** Of each cell of the credits where it is more than nothing, by year then line. */
    static List<ValeurEuro> of(Envelope envelope) {
        EuroValues values = new EuroValues(envelope);
        try {
            return values.solve();
        } finally {
            values.solver.delete();
        }
    }

    private List<ValeurEuro> solve() {
        envelope.epcis().forEach(this::addChoice);
        envelope.windows().forEach(window -> limits.put(window, limit(window)));
        envelope.credits().equity().forEach(this::addEquity);
        MPObjective objective = solver.objective();
        Critere level = envelope.valeur().levels().getFirst();
        each(objective::setCoefficient, (epci, option) -> epci.value(option, level));
        objective.setMaximization();
        return solver.solve() == MPSolver.ResultStatus.OPTIMAL ? duals() : List.of();
    }

    private List<ValeurEuro> duals() {
        return envelope.credits().byCell().keySet().stream()
                .map(cell -> new ValeurEuro(cell.year(), cell.line(), perThousandEuros(cell)))
                .filter(value -> value.getPerThousandEuros().signum() > 0)
                .toList();
    }

    /** A cell holds up every window that it is in. */
    private BigDecimal perThousandEuros(BudgetCell cell) {
        double dual = limits.entrySet().stream()
                .filter(limit -> limit.getKey().holds(cell))
                .mapToDouble(limit -> limit.getValue().dualValue())
                .sum();
        return BigDecimal.valueOf(dual * CENTS_OF_A_THOUSAND_EUROS).setScale(PLACES, RoundingMode.HALF_UP);
    }

    private void addChoice(EpciChoices epci) {
        List<MPVariable> options = new ArrayList<>();
        MPConstraint one = solver.makeConstraint(1, 1);
        for (int option = 0; option < epci.options().size(); option++) {
            options.add(solver.makeNumVar(0, 1, ""));
            one.setCoefficient(options.getLast(), 1);
        }
        taken.put(epci, options);
    }

    private MPConstraint limit(CreditWindow window) {
        MPConstraint limit = solver.makeConstraint(-MPSolver.infinity(), envelope.left(window));
        each(limit::setCoefficient, (epci, option) -> option.spent(window));
        return limit;
    }

    private void addEquity(EquityRow row) {
        long engaged = envelope.epcis().stream()
                .mapToLong(epci -> row.gives(epci) * epci.openings(FundingOption.NOTHING))
                .sum();
        MPConstraint least = solver.makeConstraint(row.least() - engaged, MPSolver.infinity());
        each(least::setCoefficient, (epci, option) -> option.opens() ? row.gives(epci) : 0);
    }

    private void each(ObjDoubleConsumer<MPVariable> coefficient, ToLongBiFunction<EpciChoices, FundingOption> number) {
        taken.forEach((epci, variables) -> {
            for (int option = 0; option < variables.size(); option++) {
                coefficient.accept(
                        variables.get(option),
                        number.applyAsLong(epci, epci.options().get(option)));
            }
        });
    }
}
