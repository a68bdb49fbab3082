package fr.passerelle.envelope.location;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.List;

/** A sum of variables of the solver, each once, with its whole coefficient. */
final class LinearTerms {

    private record Term(MPVariable variable, long coefficient) {}

    private final List<Term> terms = new ArrayList<>();

    void add(MPVariable variable, long coefficient) {
        if (coefficient != 0) {
            terms.add(new Term(variable, coefficient));
        }
    }

    void minimise(MPObjective objective) {
        objective.clear();
        terms.forEach(term -> objective.setCoefficient(term.variable(), term.coefficient()));
        objective.setMinimization();
    }

    void write(MPConstraint row) {
        terms.forEach(term -> row.setCoefficient(term.variable(), term.coefficient()));
    }
}
