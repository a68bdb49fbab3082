package fr.passerelle.calendar.tour;

import fr.passerelle.calendar.tour.HeldSessions.HeldWriter;
import fr.passerelle.calendar.tour.TourPublication.Publications;
import fr.passerelle.journal.Brokers;
import fr.passerelle.journal.LogSettings;
import fr.passerelle.journal.SchemaRegistration;
import fr.passerelle.journal.StudyRecords.StudyRelay;
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
import fr.passerelle.schemas.event.CauseVerifiee;
import fr.passerelle.schemas.event.EtapeDesservie;
import fr.passerelle.schemas.event.MotifSeance;
import fr.passerelle.schemas.event.Preuve;
import fr.passerelle.schemas.event.RunRef;
import fr.passerelle.schemas.event.SeancePlanifiee;
import fr.passerelle.schemas.event.SeancesNonTenues;
import fr.passerelle.schemas.event.SourceHoraires;
import fr.passerelle.schemas.event.ToursComputed;
import fr.passerelle.study.Studies;
import fr.passerelle.study.life.StudyBases;
import fr.passerelle.study.life.StudyRunner;
import fr.passerelle.study.life.StudyWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
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

    /** What a sector computed, by hand: two étapes of two EPCIs, and an animateur. */
    public static final class TourCalendarRecords {

        static final LocalDate MONDAY = LocalDate.of(2018, 1, 8);
        static final String EPCI = "200072031";
        static final String OTHER = "246000855";
        static final String A = "place:a";
        static final String B = "place:b";

        private TourCalendarRecords() {}

        static ToursComputed sector(long plan, List<SeancesNonTenues> unserved, SeancePlanifiee... sessions) {
            return ToursComputed.newBuilder()
                    .setTourNo(plan)
                    .setTourId("T-00000" + plan)
                    .setManifestHash("x")
                    .setRun(new RunRef(1L, "N-000001", "b"))
                    .setSector(0)
                    .setSectors(1)
                    .setDemonstration(false)
                    .setFrom(MONDAY)
                    .setWeeks(4)
                    .setEpcis(List.of(EPCI, OTHER))
                    .setAnimateurs(List.of("A-01"))
                    .setCycles(List.of())
                    .setEtapes(List.of(etape(A, EPCI), etape(B, OTHER)))
                    .setSeances(List.of(sessions))
                    .setJournees(List.of())
                    .setCharges(List.of())
                    .setNonTenues(unserved)
                    .setEcarts(List.of())
                    .build();
        }

        static SeancePlanifiee session(String etape, int rank, int day, int start) {
            return new SeancePlanifiee(
                    etape + "|" + MONDAY + "|" + rank,
                    etape,
                    MONDAY.plusDays(day),
                    start,
                    start + 120,
                    "A-01",
                    false,
                    false);
        }

        static SeancesNonTenues unserved(String etape, MotifSeance why) {
            return new SeancesNonTenues(etape, MONDAY, 1, true, List.of(new CauseVerifiee(why, 1, Preuve.OPTIMAL)));
        }

        static SeancesNonTenues unserved(String etape) {
            return new SeancesNonTenues(etape, MONDAY, 1, true, List.of());
        }

        private static EtapeDesservie etape(String key, String epci) {
            return EtapeDesservie.newBuilder()
                    .setEtape(key)
                    .setEpci(epci)
                    .setInsee("02408")
                    .setName("Lieu " + key)
                    .setLatitude(49.5)
                    .setLongitude(3.6)
                    .setRooms(List.of())
                    .setAsked(2)
                    .setAskedInAll(2)
                    .setHeldInAll(2)
                    .setHoraires(SourceHoraires.SUPPOSES)
                    .setRythmes(List.of())
                    .build();
        }
    }
}
