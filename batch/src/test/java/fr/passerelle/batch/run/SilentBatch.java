package fr.passerelle.batch.run;

import fr.passerelle.batch.PasserelleBatch;
import fr.passerelle.local.test.TestServers;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The application of the commands on test servers, whose progress is told to nobody. */
final class SilentBatch implements Progress {

    private SilentBatch() {}

    /**
     * Started; whoever asks closes it.
     *
     * @param arguments beside those of the servers
     */
    static ConfigurableApplicationContext on(TestServers servers, String... arguments) {
        return builder().run(all(servers, arguments));
    }

    static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(PasserelleBatch.class)
                .properties("spring.config.name=passerelle-batch")
                .initializers(
                        made -> ((GenericApplicationContext) made).registerBean(Progress.class, SilentBatch::new));
    }

    static String[] all(TestServers servers, String... arguments) {
        return Stream.concat(Stream.of(servers.arguments()), Stream.of(arguments))
                .toArray(String[]::new);
    }

    @Override
    public void begin(String phase) {}

    @Override
    public void advance(long done, long total) {}

    @Override
    public void end(String summary) {}
}
