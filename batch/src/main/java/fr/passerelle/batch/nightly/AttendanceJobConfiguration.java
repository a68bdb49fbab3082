package fr.passerelle.batch.nightly;

import static fr.passerelle.batch.job.StepJobConfiguration.of;

import fr.passerelle.batch.attendance.AttendanceReader;
import fr.passerelle.batch.attendance.AttendanceReader.AttendanceLine;
import fr.passerelle.batch.attendance.DueMonths;
import fr.passerelle.batch.attendance.RefusedRows;
import fr.passerelle.batch.attendance.StageWriter;
import fr.passerelle.batch.attendance.StagingRepair;
import fr.passerelle.batch.input.InputPaths;
import fr.passerelle.batch.job.StepJobConfiguration;
import fr.passerelle.batch.run.StepCounts;
import fr.passerelle.batch.server.Settings;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.Run.Withdrawal;
import fr.passerelle.published.run.RunJob;
import fr.passerelle.published.run.RunJob.Phases;
import fr.passerelle.published.run.RunProgress;
import fr.passerelle.published.run.Runs;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.batch.infrastructure.item.ItemStreamWriter;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a run does with its files of attendance (DESIGN 4), but for the fold: steps, what they read and write, a tasklet. */
@Configuration(proxyBeanMethods = false)
record AttendanceJobConfiguration(StepJobConfiguration steps, Runs runs, InputPaths places, DataSource dataSource) {

    /** Marks what the registers that a run takes back have said, before anything is held against it; the fold does the rest. */
    @Bean
    Step withdrawalsStep(DueMonths due) {
        return steps.step(Phases.WITHDRAWALS, of(RunJob.NUMBER, no -> {
            List<Withdrawal> asked = runs.get(no).parameters().withdrawals();
            due.withdraw(no, asked.stream().map(Withdrawal::sha256).toList());
        }));
    }

    @Bean
    Step stageStep(
            Settings settings,
            ItemStreamReader<AttendanceLine> attendanceReader,
            ItemStreamWriter<AttendanceLine> attendanceWriter) {
        return steps.chunks(Phases.STAGE, settings.chunk(), attendanceReader, attendanceWriter);
    }

    @Bean
    @StepScope
    ItemStreamReader<AttendanceLine> attendanceReader(@Value("#{jobParameters['run']}") Long run) {
        return new AttendanceReader(places.attendance(runs.get(run)));
    }

    @Bean
    @StepScope
    ItemStreamWriter<AttendanceLine> attendanceWriter(
            @Value("#{jobParameters['run']}") Long run, PlatformTransactionManager manager, RunProgress progress) {
        Run opened = runs.get(run);
        return new StageWriter(
                dataSource, new TransactionTemplate(manager), places.attendance(opened), run, opened.night(), progress);
    }

    /** Settles the ids of the lines that a run has read, in one pass and one transaction. */
    @Bean
    Step idsStep(StepCounts counts) {
        return steps.step(Phases.IDS, of(RunJob.NUMBER, no -> {
            StagingRepair staging = staging(no);
            staging.requireAll(counts.staged(runs.get(no)));
            staging.settleIds();
        }));
    }

    /** Makes rejects of the lines that others made refuse, a file a transaction; then the lines that were read are forgotten. */
    @Bean
    @StepScope
    Tasklet refusalTasklet(@Value("#{jobParameters['run']}") Long run) {
        RefusedRows refused = new RefusedRows(dataSource, places.attendance(runs.get(run)), run);
        StagingRepair staging = staging(run);
        return (contribution, chunk) -> {
            if (refused.next()) {
                return RepeatStatus.CONTINUABLE;
            }
            staging.clear();
            return RepeatStatus.FINISHED;
        };
    }

    private StagingRepair staging(long no) {
        Run run = runs.get(no);
        return new StagingRepair(dataSource, places.attendance(run), no, run.night());
    }
}
