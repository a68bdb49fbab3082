package fr.passerelle.events;

import com.zaxxer.hikari.HikariDataSource;
import fr.passerelle.events.projection.Projection;
import fr.passerelle.events.stream.StateDirectory;
import fr.passerelle.events.stream.StreamSettings;
import fr.passerelle.events.stream.StreamsLifecycle;
import fr.passerelle.schemas.contract.DatabaseAccess;
import fr.passerelle.schemas.contract.KafkaAccess;
import fr.passerelle.schemas.contract.RecordCodec;
import fr.passerelle.schemas.contract.RecordCodec.SchemaIds;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.contract.RegistryClient;
import fr.passerelle.schemas.contract.Topics;
import fr.passerelle.schemas.diagnostic.RunTrace;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.transaction.support.TransactionTemplate;

/** What the program is made of. Nothing connects before it is started. */
@Configuration
@EnableConfigurationProperties(EventsSettings.class)
@Import({Records.class, RecordCodec.class, SchemaIds.class})
class EventsConfiguration {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Bean
    Topics topics(EventsSettings settings) {
        return new Topics(settings.namespace());
    }

    @Bean
    HikariDataSource dataSource(EventsSettings settings) {
        HikariDataSource source = new HikariDataSource();
        DatabaseAccess database = settings.events().or(settings.postgres());
        source.setJdbcUrl(database.url());
        source.setUsername(database.user());
        source.setPassword(database.password());
        source.setConnectionTimeout(PATIENCE.toMillis());
        return source;
    }

    @Bean
    RegistryClient registry(EventsSettings settings) {
        return new RegistryClient(settings.registry());
    }

    /** Counted down by the fault that ends the program. */
    @Bean
    CountDownLatch fault() {
        return new CountDownLatch(1);
    }

    @Bean
    StateDirectory stateDirectory(EventsSettings settings) {
        return StateDirectory.under(settings.stream().stateDir());
    }

    @Bean
    StreamsLifecycle streams(
            EventsSettings settings, StateDirectory own, Topics topics, RecordCodec codec, CountDownLatch fault) {
        StreamSettings stream = settings.stream().in(own.path());
        return new StreamsLifecycle(topics, settings.kafka(), stream, codec, fault::countDown);
    }

    @Bean
    ConcurrentMessageListenerContainer<byte[], byte[]> projection(
            EventsSettings settings,
            Topics topics,
            RecordCodec codec,
            JdbcTemplate jdbc,
            TransactionTemplate transaction) {
        return new Projection(topics, settings.kafka()).container(codec, jdbc, transaction);
    }

    @Bean(destroyMethod = "close")
    AutoCloseable runTrace(EventsSettings settings, @Value("${passerelle.traces.endpoint}") String endpoint) {
        return RunTrace.to(endpoint, "passerelle-events", settings.namespace());
    }

    @Bean
    ReplayHost replays(
            EventsSettings settings,
            StateDirectory own,
            Topics live,
            RecordCodec codec,
            JdbcTemplate template,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        KafkaAccess kafka = settings.kafka();
        StreamSettings stream = settings.stream().in(own.path());
        return new ReplayHost(
                jdbc,
                live,
                new TopicCheck(kafka, PATIENCE)::passes,
                (replay, onFault) -> List.of(
                        new StreamsLifecycle(replay, kafka, stream, codec, onFault),
                        new Projection(replay, kafka).container(codec, template, transaction)),
                own.path());
    }

    /** As the readiness group of application.properties names it. */
    @Bean
    LogFlow log(
            EventsSettings settings,
            Topics topics,
            StreamsLifecycle streams,
            ConcurrentMessageListenerContainer<byte[], byte[]> projection) {
        var kafka = new TopicCheck(settings.kafka(), PATIENCE);
        return new LogFlow(
                streams::isReading,
                projection::isRunning,
                () -> kafka.passes(topics),
                streams::metrics,
                () -> projection.metrics().values());
    }
}
