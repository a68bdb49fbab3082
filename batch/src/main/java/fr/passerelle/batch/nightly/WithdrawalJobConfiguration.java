package fr.passerelle.batch.nightly;

import fr.passerelle.batch.job.StepJobConfiguration;
import fr.passerelle.published.run.RunJob;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job that takes registers back, top down. It reads no file: rooms and territories stay as the last night left them. */
@Configuration(proxyBeanMethods = false)
class WithdrawalJobConfiguration {

    @Bean
    Job withdrawalJob(
            StepJobConfiguration steps,
            Step openStep,
            Step withdrawalsStep,
            Step foldStep,
            Step decisionsStep,
            Step closeStep,
            Step relayStep,
            Step awaitStep,
            Step reconcileStep,
            Step publishStep,
            Step announceStep) {
        return steps.job(RunJob.WITHDRAWAL.label())
                .start(openStep)
                .next(withdrawalsStep)
                .next(foldStep)
                .next(decisionsStep)
                .next(closeStep)
                .next(relayStep)
                .next(awaitStep)
                .next(reconcileStep)
                .next(publishStep)
                .next(announceStep)
                .build();
    }
}
