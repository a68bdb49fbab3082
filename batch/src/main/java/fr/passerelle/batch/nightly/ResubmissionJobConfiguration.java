package fr.passerelle.batch.nightly;

import fr.passerelle.batch.job.StepJobConfiguration;
import fr.passerelle.published.run.RunJob;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job that lets corrected rejects of attendance enter, top down. Rooms and territories stay as the last night left them. */
@Configuration(proxyBeanMethods = false)
class ResubmissionJobConfiguration {

    @Bean
    Job resubmissionJob(
            StepJobConfiguration steps,
            Step openStep,
            Step stageStep,
            Step idsStep,
            Step foldStep,
            Step refusalsStep,
            Step decisionsStep,
            Step closeStep,
            Step relayStep,
            Step awaitStep,
            Step reconcileStep,
            Step publishStep,
            Step announceStep) {
        return steps.job(RunJob.RESUBMISSION.label())
                .start(openStep)
                .next(stageStep)
                .next(idsStep)
                .next(foldStep)
                .next(refusalsStep)
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
