package fr.passerelle.batch.nightly;

import fr.passerelle.batch.attendance.AttendanceReader;
import fr.passerelle.batch.attendance.AttendanceReader.AttendanceLine;
import fr.passerelle.batch.attendance.StageWriter;
import fr.passerelle.batch.input.InputPaths;
import fr.passerelle.batch.job.StepJobConfiguration;
import fr.passerelle.batch.server.Settings;
import fr.passerelle.published.run.Phases;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.Runs;
import javax.sql.DataSource;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.listener.ItemWriteListener;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.batch.infrastructure.item.ItemStreamWriter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The steps from files of attendance to months of rooms (DESIGN 4), in their order. */
@Configuration(proxyBeanMethods = false)
class AttendanceJobConfiguration {

    @Bean
    Step withdrawalsStep(StepJobConfiguration steps, WithdrawalTasklet withdrawalTasklet) {
        return steps.step(Phases.WITHDRAWALS, withdrawalTasklet);
    }

    @Bean
    Step stageStep(
            StepJobConfiguration steps,
            Settings settings,
            ItemStreamReader<AttendanceLine> attendanceReader,
            ItemStreamWriter<AttendanceLine> attendanceWriter,
            AttendanceProgress attendanceProgress) {
        return steps.chunks(Phases.STAGE, settings.chunk(), attendanceReader, attendanceWriter)
                .listener((ItemWriteListener<AttendanceLine>) attendanceProgress)
                .listener((StepExecutionListener) attendanceProgress)
                .build();
    }

    @Bean
    Step idsStep(StepJobConfiguration steps, IdsTasklet idsTasklet) {
        return steps.step(Phases.IDS, idsTasklet);
    }

    @Bean
    Step foldStep(StepJobConfiguration steps, FoldTasklet foldTasklet) {
        return steps.step(Phases.FOLD, foldTasklet);
    }

    @Bean
    Step refusalsStep(StepJobConfiguration steps, RefusalTasklet refusalTasklet) {
        return steps.step(Phases.REFUSALS, refusalTasklet);
    }

    @Bean
    @StepScope
    ItemStreamReader<AttendanceLine> attendanceReader(
            @Value("#{jobParameters['run']}") Long run, Runs runs, InputPaths places) {
        return new AttendanceReader(places.attendance(runs.get(run)));
    }

    @Bean
    @StepScope
    ItemStreamWriter<AttendanceLine> attendanceWriter(
            @Value("#{jobParameters['run']}") Long run,
            Runs runs,
            InputPaths places,
            DataSource dataSource,
            PlatformTransactionManager manager) {
        Run opened = runs.get(run);
        return new StageWriter(
                dataSource, new TransactionTemplate(manager), places.attendance(opened), run, opened.night());
    }
}
