package fr.passerelle.cli;

import fr.passerelle.published.result.Reports;
import fr.passerelle.published.run.Situation;
import fr.passerelle.published.run.Situations;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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
        Situations situations = programme.partOnDatabase(Situations.class);
        if (run == null) {
            all(situations.all());
        } else {
            one(situations, situations.of(run));
        }
        return OutcomePrinter.DONE;
    }

    private void all(List<Situation> all) {
        if (json) {
            out().println(SituationJson.of(all));
        } else {
            list(all);
        }
    }

    private void list(List<Situation> all) {
        Table table = new Table(
                8, "Exécution", "Nature", "État", "Phase", "Ouverte le", "Situation", "Barème", "Empreinte", "Durée");
        all.forEach(each -> table.row(
                each.run().id(),
                RunText.kind(each.run()),
                RunText.state(each),
                Objects.requireNonNullElse(each.phase(), French.NONE),
                RunText.day(each.run().openedAt()),
                Objects.requireNonNullElse(each.run().asOf(), French.NONE),
                each.run().baremeId(),
                each.run().resultHash() == null
                        ? French.NONE
                        : each.run().resultHash().substring(0, 12),
                RunText.duration(each.worked())));
        table.lines().forEach(out()::println);
    }

    private void one(Situations situations, Situation found) {
        List<Situation.Phase> phases = situations.phases(found.run());
        if (json) {
            out().println(SituationJson.of(
                    found, phases, programme.part(Reports.class).of(found.run())));
        } else {
            new RunText(found, phases, out()).print();
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
