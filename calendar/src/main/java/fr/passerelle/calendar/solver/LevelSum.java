package fr.passerelle.calendar.solver;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** A sum over choices, which the solver and a plain reader both can work out. */
final class LevelSum {

    private final long constant;
    private final List<Term> terms = new ArrayList<>();

    private record Term(int choice, long weight) {}

    LevelSum(long constant) {
        this.constant = constant;
    }

    /**
     * Adds to it.
     *
     * @param choice number of the choice that counts so much where it is taken
     */
    void add(int choice, long weight) {
        if (weight != 0) {
            terms.add(new Term(choice, weight));
        }
    }

    /** For the solver. */
    LinearExprBuilder expression(List<BoolVar> choices) {
        LinearExprBuilder sum = LinearExpr.newBuilder().add(constant);
        terms.forEach(term -> sum.addTerm(choices.get(term.choice()), term.weight()));
        return sum;
    }

    /** Where those choices are taken. */
    long value(BitSet taken) {
        return constant
                + terms.stream()
                        .filter(term -> taken.get(term.choice()))
                        .mapToLong(Term::weight)
                        .sum();
    }
}
