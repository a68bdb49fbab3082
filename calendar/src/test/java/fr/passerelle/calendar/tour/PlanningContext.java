package fr.passerelle.calendar.tour;

import fr.passerelle.calendar.tour.HeldSessions.HeldWriter;
import fr.passerelle.calendar.tour.TourPublication.Publications;
import fr.passerelle.journal.Brokers;
import fr.passerelle.journal.LogSettings;
import fr.passerelle.journal.SchemaRegistration;
import fr.passerelle.journal.StudyRelay;
import fr.passerelle.journal.fence.Fence;
import fr.passerelle.journal.fence.RunLock;
import fr.passerelle.local.test.TestServers;
import fr.passerelle.published.Namespace;
import fr.passerelle.published.current.ReadModel;
import fr.passerelle.published.place.PlaceTable;
import fr.passerelle.published.result.Results;
import fr.passerelle.published.run.RunProgress;
import fr.passerelle.published.run.Runs;
import fr.passerelle.published.session.PublishedSessions;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.contract.RegistryClient;
import fr.passerelle.study.Studies;
import fr.passerelle.study.life.StudyBases;
import fr.passerelle.study.life.StudyRunner;
import fr.passerelle.study.life.StudyWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** What writes calendars, over servers of a test; it is the first of June 2018. */
@EnableTransactionManagement(proxyTargetClass = true)
@Import({
    Studies.class,
    Publications.class,
    PublishedSessions.class,
    StudyWriter.class,
    Runs.class,
    Results.class,
    PlaceTable.class,
    ReadModel.class,
    StudyBases.class,
    CalendarStudies.class,
    StudyRunner.class,
    HeldWriter.class,
    HeldSessions.class,
    StudyRelay.class
})
class PlanningContext {

    static AnnotationConfigApplicationContext over(TestServers servers) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(TestServers.class, () -> servers);
        context.register(PlanningContext.class);
        context.refresh();
        return context;
    }

    @Bean
    DataSource dataSource(TestServers servers) {
        return new DriverManagerDataSource(
                servers.endpoints().postgresUrl(),
                servers.endpoints().postgresUser(),
                servers.endpoints().postgresPassword());
    }

    @Bean
    JdbcClient jdbc(DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }

    @Bean
    JdbcTransactionManager transactionManager(DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    @Bean
    Records records() {
        return new Records();
    }

    @Bean
    Namespace namespace() {
        return new Namespace("n");
    }

    @Bean
    RunProgress progress() {
        return new RunProgress() {
            @Override
            public void begin(String phase) {}

            @Override
            public void advance(long done, long total) {}

            @Override
            public void end(String summary) {}
        };
    }

    @Bean
    Clock clock() {
        return Clock.fixed(Instant.parse("2018-06-01T10:00:00Z"), ZoneOffset.UTC);
    }

    @Bean
    LogSettings settings(TestServers servers) {
        return new LogSettings(
                servers.endpoints().administrator(),
                servers.namespace(),
                TestServers.PARTITIONS,
                (short) 1,
                10,
                Duration.ofSeconds(10),
                Duration.ofSeconds(10));
    }

    @Bean
    Brokers brokers(LogSettings settings) {
        return new Brokers(settings);
    }

    @Bean
    SchemaRegistration schemas(JdbcClient jdbc, TestServers servers) {
        return new SchemaRegistration(
                jdbc, new RegistryClient(servers.endpoints().registryUrl()), servers.topics());
    }

    @Bean
    RunLock lock(DataSource dataSource, TestServers servers) {
        return new RunLock(dataSource, servers.namespace(), new Fence("planning-test"));
    }
}
