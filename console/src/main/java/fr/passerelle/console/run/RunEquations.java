package fr.passerelle.console.run;

import fr.passerelle.console.ConsoleSettings;
import fr.passerelle.console.operation.Wording;
import fr.passerelle.published.run.Counts;
import fr.passerelle.published.run.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The equations of a run that can be read from the database. Those between the journal, which the console may not read, and the topic are
 * the step « rapprochement » of the run itself.
 */
@Component
class RunEquations {

    private static final String PARTITIONS = """
        select s.partition, s.complete, s.records_expected, s.records_seen, s.rooms,
               s.scores_emitted + s.conversions_emitted + s.plans_emitted as emitted,
               (select count(*) from passerelle.result r
                where r.namespace = s.namespace and r.run_no = s.run_no and r.partition = s.partition) as kept
        from passerelle.run_scored s where s.namespace = ? and s.run_no = ? order by s.partition\
        """;

    private final JdbcTemplate jdbc;
    private final Wording wording;
    private final String namespace;

    RunEquations(JdbcTemplate jdbc, Wording wording, ConsoleSettings settings) {
        this.jdbc = jdbc;
        this.wording = wording;
        this.namespace = settings.namespace();
    }

    List<PartitionRow> partitions(long runNo) {
        return jdbc.query(
                PARTITIONS,
                (row, n) -> new PartitionRow(
                        row.getInt("partition"),
                        row.getBoolean("complete"),
                        row.getLong("records_expected"),
                        row.getLong("records_seen"),
                        row.getLong("rooms"),
                        row.getLong("emitted"),
                        row.getLong("kept")),
                namespace,
                runNo);
    }

    /** All of them; none before the run is closed. */
    List<Equation> equations(Run run, List<PartitionRow> partitions, long rejectsKept) {
        List<Equation> equations = new ArrayList<>();
        Counts rows = run.total();
        if (rows.read() > 0) {
            equations.add(equation("lignes", rows.read(), rows.explained()));
            equations.add(equation("rejets", rows.rejected(), rejectsKept));
        }
        if (!partitions.isEmpty()) {
            equations.add(
                    equation("donnees", sum(partitions, PartitionRow::expected), sum(partitions, PartitionRow::seen)));
            equations.add(
                    equation("resultats", sum(partitions, PartitionRow::emitted), sum(partitions, PartitionRow::kept)));
        }
        return equations;
    }

    private Equation equation(String key, long left, long right) {
        String base = "executions.egalite." + key;
        return new Equation(wording.say(base + ".gauche"), left, wording.say(base + ".droite"), right);
    }

    private static long sum(List<PartitionRow> partitions, ToLongFunction<PartitionRow> count) {
        return partitions.stream().mapToLong(count).sum();
    }
}
