package fr.passerelle.batch;

import fr.passerelle.batch.cli.Commands;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The application. Its context is made only for a command that needs it. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class PasserelleBatch {

    /** Runs one command and ends with its exit code: 0 done, 1 failed, 2 wrong use, 3 done with rejects. */
    public static void main(String[] args) {
        System.exit(Commands.run(PasserelleBatch.class, args));
    }
}
