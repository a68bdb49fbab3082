package fr.passerelle.cli;

import fr.passerelle.batch.run.RunOutcome;
import fr.passerelle.published.result.Report;
import fr.passerelle.published.result.Reports;
import fr.passerelle.schemas.contract.RecordJson;
import java.io.PrintWriter;

/** Says how a run ended, to people or to machines, and answers the exit code. */
final class OutcomePrinter {

    static final int DONE = 0;
    static final int FAILED = 1;
    static final int WRONG_USE = 2;
    static final int DONE_WITH_REJECTS = 3;

    private final Reports reports;
    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean json;

    OutcomePrinter(Reports reports, PrintWriter out, PrintWriter err, boolean json) {
        this.reports = reports;
        this.out = out;
        this.err = err;
        this.json = json;
    }

    /** Whether what is told goes to the terminal of a person, as the launcher says: anything else may keep it. */
    static boolean onTerminal() {
        return Boolean.getBoolean("passerelle.terminal");
    }

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
            say(report, RunJson.of(report.run(), null));
        } else {
            new ReportText(report, out).print();
        }
        return report.counts().rejected() > 0 ? DONE_WITH_REJECTS : DONE;
    }

    private int nothingToDo(Report report) {
        if (json) {
            say(report, RunJson.of(report.run(), "UNCHANGED", null));
            return DONE;
        }
        out.println("Rien n'a changé depuis l'exécution " + report.run().id()
                + (report.run().demonstration() ? " (reconstitution)" : "")
                + " : rien n'est fait. « --force » en lance une.");
        out.println("Empreinte : " + report.run().resultHash());
        return DONE;
    }

    private int stopped(Report report, String why) {
        String id = report.run().id();
        if (json) {
            say(report, RunJson.of(report.run(), why));
        }
        err.println("L'exécution " + id + " s'est arrêtée. " + why);
        String restart = "Pour la reprendre : « ./passerelle restart " + id + " »";
        String abandon = " ; pour y renoncer : « ./passerelle abandon " + id + " --reason \"…\" »";
        err.println(restart + (report.run().unfinished() ? abandon : "") + ".");
        return FAILED;
    }

    private void say(Report report, RunJson head) {
        out.println(RecordJson.write(ReportJson.of(report, head)));
    }
}
