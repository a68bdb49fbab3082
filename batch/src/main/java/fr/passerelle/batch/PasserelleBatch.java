package fr.passerelle.batch;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;

/**
 * The application behind the commands. Its context is made only for a command that needs it, and looks for components only where there are
 * some: to look at each class took a fifth of a command's start.
 */
@SpringBootApplication(
        scanBasePackages = {
            "fr.passerelle.batch.job",
            "fr.passerelle.batch.nightly",
            "fr.passerelle.batch.rebuild",
            "fr.passerelle.batch.recovery",
            "fr.passerelle.batch.replay",
            "fr.passerelle.batch.report",
            "fr.passerelle.batch.run",
            "fr.passerelle.batch.server",
            "fr.passerelle.batch.verify",
            "fr.passerelle.calendar.tour",
            "fr.passerelle.envelope",
            "fr.passerelle.published.audit",
            "fr.passerelle.published.current",
            "fr.passerelle.published.decision",
            "fr.passerelle.published.origin",
            "fr.passerelle.published.place",
            "fr.passerelle.published.reject",
            "fr.passerelle.published.result",
            "fr.passerelle.published.run",
            "fr.passerelle.published.session",
            "fr.passerelle.study"
        })
@ConfigurationPropertiesScan("fr.passerelle.batch.server")
@Import(BatchConfiguration.class)
public class PasserelleBatch {}
