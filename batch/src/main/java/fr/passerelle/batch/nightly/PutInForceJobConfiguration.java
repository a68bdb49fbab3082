package fr.passerelle.batch.nightly;

import fr.passerelle.batch.job.StepJobConfiguration;
import fr.passerelle.published.run.RunJob;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The job that changes the barème, top down. It rests on the facts that its results were shown for: new ones, new decisions, and what an
 * abandoned night left to fold wait for the next night.
 */
@Configuration(proxyBeanMethods = false)
class PutInForceJobConfiguration {

    @Bean
    Job putInForceJob(
            StepJobConfiguration steps,
            Step openStep,
            Step closeStep,
            Step relayStep,
            Step awaitStep,
            Step reconcileStep,
            Step publishStep,
            Step announceStep) {
        return steps.job(RunJob.PUT_IN_FORCE.label())
                .start(openStep)
                .next(closeStep)
                .next(relayStep)
                .next(awaitStep)
                .next(reconcileStep)
                .next(publishStep)
                .next(announceStep)
                .build();
    }
}
