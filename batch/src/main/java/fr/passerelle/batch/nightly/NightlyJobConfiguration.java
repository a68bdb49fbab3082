package fr.passerelle.batch.nightly;

import fr.passerelle.batch.job.StepJobConfiguration;
import fr.passerelle.published.run.Phases;
import fr.passerelle.published.run.RunJob;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The nightly job (DESIGN 6), top down. The run's row and its RunOpened are written in one transaction just before it starts, so that its
 * number identifies it; its report is printed from the database after it, and can be printed again.
 */
@Configuration(proxyBeanMethods = false)
class NightlyJobConfiguration {

    @Bean
    Job nightlyJob(
            StepJobConfiguration steps,
            Step openStep,
            Step territoriesStep,
            Step roomsStep,
            Step sitesStep,
            Step withdrawalsStep,
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
        return steps.job(RunJob.NIGHTLY.label())
                .start(openStep)
                .next(territoriesStep)
                .next(roomsStep)
                .next(sitesStep)
                .next(withdrawalsStep)
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

    @Bean
    Step territoriesStep(StepJobConfiguration steps, Imports imports) {
        return steps.once(Phases.TERRITORIES, imports::territories);
    }

    @Bean
    Step roomsStep(StepJobConfiguration steps, Imports imports) {
        return steps.once(Phases.ROOMS, imports::rooms);
    }

    @Bean
    Step sitesStep(StepJobConfiguration steps, Imports imports) {
        return steps.once(Phases.SITES, imports::sites);
    }
}
