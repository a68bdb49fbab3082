package fr.passerelle.batch;

import fr.passerelle.batch.cli.Commands;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * The application. Its context is made only for a command that needs it, and looks for components only where there are some: to look at each
 * class took a fifth of a command's start.
 */
@SpringBootApplication(
        scanBasePackages = {
            "fr.passerelle.batch.deadletter",
            "fr.passerelle.batch.export",
            "fr.passerelle.batch.rebuild",
            "fr.passerelle.batch.replay",
            "fr.passerelle.batch.run",
            "fr.passerelle.batch.verify"
        })
@ConfigurationPropertiesScan("fr.passerelle.batch.run")
public class PasserelleBatch {

    /** Runs one command and ends with its exit code. */
    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** Runs one command and returns its exit code: 0 done, 1 failed, 2 wrong use, 3 done with rejects. */
    public static int run(String... args) {
        return Commands.run(PasserelleBatch.class, args);
    }
}
