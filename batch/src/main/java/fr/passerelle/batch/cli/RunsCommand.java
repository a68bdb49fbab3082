package fr.passerelle.batch.cli;

import fr.passerelle.batch.run.Reports;
import fr.passerelle.batch.run.Run;
import fr.passerelle.batch.run.Runs;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** The runs, or one of them. */
@Command(name = "runs", description = "Les exécutions, ou une seule : état, phase, comptes, quoi faire.")
final class RunsCommand implements Callable<Integer> {

    private final Programme programme;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "EXECUTION",
            converter = RunNumber.class,
            description = "Son numéro, comme N-000001.")
    private @Nullable Long run;

    @Option(names = "--json", description = "Un objet JSON, ou un tableau.")
    private boolean json;

    RunsCommand(Programme programme) {
        this.programme = programme;
    }

    @Override
    public Integer call() {
        programme.keepOutputForMachines();
        if (run == null) {
            all(programme.partOnDatabase(Runs.class).all());
        } else {
            one(programme.partOnDatabase(Runs.class).get(run));
        }
        return OutcomePrinter.DONE;
    }

    private void all(List<Run> runs) {
        if (json) {
            out().println(JsonMapper.shared()
                    .writeValueAsString(runs.stream()
                            .map(r -> ReportJson.head(r, r.state().name(), r.failure()))
                            .toList()));
        } else {
            list(runs);
        }
    }

    private void list(List<Run> runs) {
        Table table = new Table(6, "Exécution", "État", "Ouverte le", "Situation", "Barème", "Empreinte");
        runs.forEach(r -> table.row(
                r.id(),
                RunText.state(r),
                RunText.day(r.openedAt()),
                r.asOf() == null ? French.NONE : r.asOf(),
                r.baremeId(),
                r.resultHash() == null ? French.NONE : r.resultHash().substring(0, 12)));
        table.lines().forEach(out()::println);
    }

    private void one(Run found) {
        if (json) {
            out().println(ReportJson.of(
                    programme.part(Reports.class).of(found), found.state().name(), found.failure()));
        } else {
            new RunText(found, programme.partOnDatabase(Runs.class).phase(found.no()), out()).print();
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
