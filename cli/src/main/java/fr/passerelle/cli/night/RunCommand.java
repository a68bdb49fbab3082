package fr.passerelle.cli.night;

import fr.passerelle.batch.report.Reports;
import fr.passerelle.batch.report.Reports.Report;
import fr.passerelle.batch.run.RunOutcome;
import fr.passerelle.cli.command.CommandFrench;
import fr.passerelle.cli.command.OperatorCommand;
import fr.passerelle.schemas.contract.RecordJson;
import java.io.PrintWriter;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A command that works on a run to its end, with progress on the way, and reports how it ended. */
public abstract class RunCommand extends OperatorCommand {

    @Option(names = "--json", description = "Finit par un objet JSON ; le déroulement va sur la sortie d'erreur.")
    private boolean json;

    /** Works, then says how it ended. */
    protected final int conclude(Supplier<RunOutcome> work) {
        context.tellProgress(json);
        return new OutcomePrinter(context.part(Reports.class), out(json), err(), json).print(work.get());
    }

    /** Says how a run ended, to people or to machines, and answers the exit code. */
    record OutcomePrinter(Reports reports, PrintWriter out, PrintWriter err, boolean json) {

        int print(RunOutcome outcome) {
            Report report = reports.of(outcome.run());
            return switch (outcome) {
                case RunOutcome.Published published -> published(report);
                case RunOutcome.NothingToDo same -> nothingToDo(report);
                case RunOutcome.Stopped stopped -> stopped(report, stopped.why());
            };
        }

        private int published(Report report) {
            if (json) {
                say(report, report.run().state().name(), null);
            } else {
                new ReportText(report, out).print();
            }
            return report.counts().rejected() > 0 ? DONE_WITH_REJECTS : DONE;
        }

        private int nothingToDo(Report report) {
            if (json) {
                say(report, "UNCHANGED", null);
                return DONE;
            }
            out.println("Rien n'a changé depuis l'exécution " + report.run().id()
                    + CommandFrench.reconstitution(report.run().demonstration())
                    + " : rien n'est fait. « --force » en lance une.");
            out.println("Empreinte : " + report.run().resultHash());
            return DONE;
        }

        private int stopped(Report report, String why) {
            String id = report.run().id();
            if (json) {
                say(report, report.run().state().name(), why);
            }
            err.println("L'exécution " + id + " s'est arrêtée. " + why);
            String restart = "Pour la reprendre : « ./passerelle restart " + id + " »";
            String abandon = " ; pour y renoncer : « ./passerelle abandon " + id + " --reason \"…\" »";
            err.println(restart + (report.run().unfinished() ? abandon : "") + ".");
            return FAILED;
        }

        private void say(Report report, String state, @Nullable String failure) {
            Map<String, @Nullable Object> fields = ReportText.head(report.run(), state, failure);
            fields.putAll(ReportText.json(report, true));
            out.println(RecordJson.of(fields));
        }
    }
}
