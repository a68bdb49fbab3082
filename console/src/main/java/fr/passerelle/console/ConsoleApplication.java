package fr.passerelle.console;

import fr.passerelle.calendar.tour.SessionFeeds;
import fr.passerelle.dataset.Extraction;
import fr.passerelle.published.Namespace;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.sheets.french.Mention;
import fr.passerelle.study.Studies;
import fr.passerelle.study.difference.Diffs;
import fr.passerelle.study.replay.Replays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Serves the pages until a signal ends it. Packages are pages: two of them may each have a class of the same short name. */
@SpringBootApplication(
        scanBasePackages = {"fr.passerelle.console", "fr.passerelle.published"},
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@ConfigurationPropertiesScan
@EnableScheduling
@Import({Diffs.class, Extraction.class, Replays.class, SessionFeeds.class, Studies.class})
public class ConsoleApplication {

    /** Runs until it ends. */
    public static void main(String[] args) {
        SpringApplication console = new SpringApplication(ConsoleApplication.class);
        console.addInitializers(context -> MetricsConfiguration.keepToThisMachine(context.getEnvironment()));
        console.run(args);
    }

    @Bean
    Namespace namespace(ConsoleSettings settings) {
        return new Namespace(settings.namespace());
    }

    @Bean
    Mention mention(ConsoleSettings settings) {
        return settings.mention();
    }

    @Bean
    Records records() {
        return new Records();
    }
}
