package fr.passerelle.batch;

import fr.passerelle.batch.attendance.DueMonths;
import fr.passerelle.batch.attendance.Resubmissions;
import fr.passerelle.batch.decision.CurrentPlans;
import fr.passerelle.batch.decision.DecisionBook;
import fr.passerelle.batch.decision.Decisions;
import fr.passerelle.batch.input.InputPaths;
import fr.passerelle.batch.nightly.WithdrawalCheck;
import fr.passerelle.batch.room.PlaceFile;
import fr.passerelle.batch.run.JournalCounts;
import fr.passerelle.batch.server.Settings;
import fr.passerelle.batch.server.TopicCatalogue;
import fr.passerelle.batch.server.TopicOwner;
import fr.passerelle.batch.territory.Access;
import fr.passerelle.batch.territory.NeedFile;
import fr.passerelle.batch.territory.Territories;
import fr.passerelle.journal.Brokers;
import fr.passerelle.journal.Journal;
import fr.passerelle.journal.LogAgreement;
import fr.passerelle.journal.LogAgreement.LogProof;
import fr.passerelle.journal.LogSettings;
import fr.passerelle.journal.Relay.WholeJournal;
import fr.passerelle.journal.SchemaRegistration;
import fr.passerelle.journal.StudyRecords.StudyRelay;
import fr.passerelle.journal.deadletter.DeadLetters;
import fr.passerelle.journal.fence.Fence;
import fr.passerelle.journal.fence.Fence.FencedTransactions;
import fr.passerelle.journal.fence.RunLock;
import fr.passerelle.journal.fence.RunLock.ProcessName;
import fr.passerelle.published.Namespace;
import fr.passerelle.published.origin.Registers;
import fr.passerelle.schemas.contract.Partitions;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.contract.RegistryClient;
import fr.passerelle.schemas.contract.Topics;
import fr.passerelle.schemas.diagnostic.RunTrace;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.event.SiteDescribed;
import fr.passerelle.sources.territory.ReferenceFacts;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the job and the commands share: the log, the registry, the clock. */
@Configuration(proxyBeanMethods = false)
@Import({
    Access.class,
    CurrentPlans.class,
    DecisionBook.class,
    Decisions.class,
    Journal.class,
    JournalCounts.class,
    LogProof.class,
    NeedFile.class,
    Records.class,
    Registers.class,
    Resubmissions.class,
    StudyRelay.class,
    Territories.class,
    TopicCatalogue.class,
    WithdrawalCheck.class,
    DueMonths.class
})
class BatchConfiguration {

    @Bean
    Fence fence() {
        return new Fence(ProcessName.NAME);
    }

    @Bean
    FencedTransactions transactionManager(DataSource dataSource, Fence fence) {
        return new FencedTransactions(dataSource, fence);
    }

    @Bean
    RunLock runLock(Settings settings, Fence fence) {
        return new RunLock(settings.sessions(ProcessName.NAME), settings.namespace(), fence);
    }

    @Bean
    LogSettings logSettings(Settings settings) {
        return new LogSettings(
                settings.kafka(),
                settings.namespace(),
                settings.partitions(),
                settings.replicationFactor(),
                settings.relay().transactionRows(),
                settings.relay().transactionTimeout(),
                settings.patience());
    }

    /** From the first job of the program to its end. */
    @Bean(destroyMethod = "close")
    AutoCloseable runTrace(Settings settings, @Value("${passerelle.traces.endpoint}") String endpoint) {
        return RunTrace.to(endpoint, "passerelle-batch", settings.namespace());
    }

    @Bean
    RegistryClient registryClient(Settings settings) {
        return new RegistryClient(settings.registry());
    }

    @Bean
    SchemaRegistration schemaRegistration(JdbcClient jdbc, RegistryClient registry, Settings settings) {
        return new SchemaRegistration(jdbc, registry, new Topics(settings.namespace()));
    }

    @Bean
    Brokers brokers(Settings settings) {
        return new Brokers(settings.kafka(), settings.patience());
    }

    @Bean
    LogAgreement logAgreement(JdbcClient jdbc, LogSettings settings) {
        return new LogAgreement(new WholeJournal(jdbc), settings);
    }

    @Bean
    DeadLetters deadLetters(
            LogSettings settings, TopicOwner owner, JdbcClient jdbc, RegistryClient registry, Records records) {
        return new DeadLetters(settings, owner.log(), jdbc, registry, records);
    }

    @Bean
    Partitions partitions(Settings settings) {
        return new Partitions(settings.partitions());
    }

    @Bean
    ReferenceFacts facts(Settings settings) {
        return settings.referenceFacts();
    }

    @Bean
    PlaceFile<SiteDescribed> siteFile(
            DataSource dataSource, Journal journal, Records records, ReferenceFacts facts, Settings settings) {
        return PlaceFile.sites(dataSource, journal, records, facts, settings.maxWithdrawal());
    }

    @Bean
    PlaceFile<RoomInventoried> roomInventory(
            DataSource dataSource, Journal journal, Records records, ReferenceFacts facts, Settings settings) {
        return PlaceFile.rooms(dataSource, journal, records, facts, settings.maxWithdrawal());
    }

    @Bean
    Namespace namespace(Settings settings) {
        return new Namespace(settings.namespace());
    }

    @Bean
    InputPaths places(Settings settings) {
        return new InputPaths(settings.inputs());
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
