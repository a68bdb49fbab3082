package fr.passerelle.batch.nightly;

import fr.passerelle.batch.fixture.SilentBatch;
import fr.passerelle.batch.report.Reports;
import fr.passerelle.batch.report.Reports.Report;
import fr.passerelle.batch.run.Equations;
import fr.passerelle.batch.run.Publication;
import fr.passerelle.published.result.Results;
import fr.passerelle.published.result.ScoredPartitions;
import fr.passerelle.published.run.Runs;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reconciles, publishes and reports a run in a process of its own, and says what it found. */
final class LargeNight {

    private LargeNight() {}

    /** @param arguments the number of the run, then those of the servers */
    public static void main(String[] arguments) {
        long runNo = Long.parseLong(arguments[0]);
        try (ConfigurableApplicationContext context = SilentBatch.builder().run(arguments)) {
            TransactionTemplate step = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
            Equations equations =
                    new Equations(context.getBean(ScoredPartitions.class), context.getBean(Results.class));
            System.out.println("gaps=" + step.execute(status -> equations.gaps(runNo, Map.of())));
            step.executeWithoutResult(
                    status -> context.getBean(Publication.class).publish(runNo));
            Report report = context.getBean(Reports.class)
                    .of(context.getBean(Runs.class).get(runNo));
            System.out.println("plans=" + report.plans().size() + " changes=" + report.changes());
        }
    }
}
