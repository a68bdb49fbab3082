package fr.passerelle.events;

import fr.passerelle.schemas.fault.RunRefused;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;

/** Scores, converts and finances what the log says, until a signal ends it (a clean stop) or a fault does (exit code 1). */
@SpringBootApplication(exclude = KafkaAutoConfiguration.class)
public class EventsApplication {

    private static final Logger LOG = LoggerFactory.getLogger(EventsApplication.class);

    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** Runs until a fault ends it, or an interruption of this thread does (a clean stop); returns the exit code. */
    public static int run(String... args) {
        try (ConfigurableApplicationContext context = SpringApplication.run(EventsApplication.class, args)) {
            context.getBean(StartCheck.class).run();
            context.start();
            context.getBean(CountDownLatch.class).await();
        } catch (RunRefused e) {
            LOG.error(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 1;
    }
}
