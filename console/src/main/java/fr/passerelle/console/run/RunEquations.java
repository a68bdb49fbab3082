package fr.passerelle.console.run;

import fr.passerelle.console.page.PageTexts;
import fr.passerelle.published.reconciliation.ScoredPartitions.Partition;
import fr.passerelle.published.run.Counts;
import fr.passerelle.published.run.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.springframework.stereotype.Component;

/**
 * The equations of a run that can be read from the database. Those between the journal, which the console may not read, and the topic are
 * the step « rapprochement » of the run itself.
 */
@Component
class RunEquations {

    private final PageTexts wording;

    RunEquations(PageTexts wording) {
        this.wording = wording;
    }

    /** All of them; none before the run is closed. */
    List<Equation> equations(Run run, List<Partition> partitions, long rejectsKept) {
        List<Equation> equations = new ArrayList<>();
        Counts rows = run.total();
        if (rows.read() > 0) {
            equations.add(equation("lignes", rows.read(), rows.explained()));
            equations.add(equation("rejets", rows.rejected(), rejectsKept));
        }
        if (!partitions.isEmpty()) {
            equations.add(equation("donnees", sum(partitions, Partition::expected), sum(partitions, Partition::seen)));
            equations.add(
                    equation("resultats", sum(partitions, Partition::announced), sum(partitions, Partition::rows)));
        }
        return equations;
    }

    private Equation equation(String key, long left, long right) {
        String base = "executions.egalite." + key;
        return new Equation(wording.say(base + ".gauche"), left, wording.say(base + ".droite"), right);
    }

    private static long sum(List<Partition> partitions, ToLongFunction<Partition> count) {
        return partitions.stream().mapToLong(count).sum();
    }
}
