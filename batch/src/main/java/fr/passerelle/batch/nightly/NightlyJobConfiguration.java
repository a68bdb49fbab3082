package fr.passerelle.batch.nightly;

import fr.passerelle.batch.job.StepJobConfiguration;
import fr.passerelle.published.run.Phases;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of a night that read a whole file at once: territories, rooms, sites. */
@Configuration(proxyBeanMethods = false)
class NightlyJobConfiguration {

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
