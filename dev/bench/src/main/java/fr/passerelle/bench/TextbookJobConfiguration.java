package fr.passerelle.bench;

import fr.passerelle.schemas.contract.KafkaAccess;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.database.JdbcBatchItemWriter;
import org.springframework.batch.infrastructure.item.database.builder.JdbcBatchItemWriterBuilder;
import org.springframework.batch.infrastructure.item.file.FlatFileItemReader;
import org.springframework.batch.infrastructure.item.file.builder.FlatFileItemReaderBuilder;
import org.springframework.batch.infrastructure.item.file.transform.FieldSet;
import org.springframework.batch.infrastructure.item.kafka.KafkaItemWriter;
import org.springframework.batch.infrastructure.item.kafka.builder.KafkaItemWriterBuilder;
import org.springframework.batch.infrastructure.item.support.CompositeItemWriter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.FileSystemResource;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The job of the reference documentation: a flat file to a table and to a topic, a thousand rows a chunk; rows as Avro bytes, smaller and
 * faster to write than its JSON, in its favour. Its time is that of its step, as its own job repository has it.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class TextbookJobConfiguration {

    private static final String INSERT =
            "insert into attendance (room_id, day, activity, sessions, session_hours, presences, person_hours)"
                    + " values (?, ?, ?, ?, ?, ?, ?)";

    private static final int CHUNK = 1_000;
    private static final int TUNED_CHUNK = 5_000;

    /** Imports the file of the work into the table and the topic that are there for it. */
    static Work.Outcome run(Work work, boolean tuned) throws Exception {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(TextbookJobConfiguration.class)
                .properties(settings(work, tuned))
                .initializers(bench -> bench.getBeanFactory().registerSingleton("kafka", work.kafka()))
                .run()) {
            JobExecution execution =
                    context.getBean(JobOperator.class).start(context.getBean(Job.class), new JobParameters());
            if (execution.getStatus() != BatchStatus.COMPLETED) {
                throw new IllegalStateException("The textbook's job failed: " + execution.getAllFailureExceptions());
            }
            return done(execution.getStepExecutions().iterator().next());
        }
    }

    private static Map<String, Object> settings(Work work, boolean tuned) {
        return Map.ofEntries(
                Map.entry("spring.main.banner-mode", "off"),
                Map.entry("spring.main.web-application-type", "none"),
                Map.entry("spring.batch.job.enabled", "false"),
                Map.entry("spring.batch.jdbc.initialize-schema", "always"),
                Map.entry("spring.datasource.url", work.url() + (tuned ? "&reWriteBatchedInserts=true" : "")),
                Map.entry("spring.datasource.username", work.user()),
                Map.entry("spring.datasource.password", work.password()),
                Map.entry("bench.file", work.attendance().toString()),
                Map.entry("bench.topic", work.topic()),
                Map.entry("bench.tuned", tuned),
                Map.entry("bench.chunk", tuned ? TUNED_CHUNK : CHUNK));
    }

    private static Work.Outcome done(StepExecution step) {
        return new Work.Outcome(
                step.getWriteCount(), Work.UNKNOWN, millis(step.getStartTime()), millis(step.getEndTime()));
    }

    private static long millis(@Nullable LocalDateTime time) {
        return Objects.requireNonNull(time)
                .atZone(ZoneId.systemDefault())
                .toInstant()
                .toEpochMilli();
    }

    @Bean
    FlatFileItemReader<Session> reader(@Value("${bench.file}") String file) {
        return new FlatFileItemReaderBuilder<Session>()
                .name("attendance")
                .resource(new FileSystemResource(file))
                .linesToSkip(1)
                .delimited(spec -> spec.delimiter(";").names(Session.COLUMNS.split(";")))
                .fieldSetMapper(TextbookJobConfiguration::row)
                .build();
    }

    private static Session row(FieldSet fields) {
        return new Session(
                text(fields, "id_salle"),
                LocalDate.parse(text(fields, "periode_debut")),
                text(fields, "activite"),
                fields.readInt("seances"),
                Session.hundredths(text(fields, "heures_seances")),
                fields.readInt("presences"),
                Session.hundredths(text(fields, "heures_personnes")));
    }

    private static String text(FieldSet fields, String column) {
        return Objects.requireNonNull(fields.readString(column));
    }

    @Bean
    JdbcBatchItemWriter<Session> table(DataSource dataSource) {
        return new JdbcBatchItemWriterBuilder<Session>()
                .dataSource(dataSource)
                .sql(INSERT)
                // What the driver rewrites into one statement does not tell how many rows each made.
                .assertUpdates(false)
                .itemPreparedStatementSetter((row, statement) -> {
                    statement.setString(1, row.room());
                    statement.setObject(2, row.day());
                    statement.setString(3, row.activity());
                    statement.setInt(4, row.sessions());
                    statement.setInt(5, row.sessionHours());
                    statement.setInt(6, row.presences());
                    statement.setInt(7, row.personHours());
                })
                .build();
    }

    @Bean
    KafkaTemplate<String, Session> template(
            KafkaAccess kafka, @Value("${bench.topic}") String topic, @Value("${bench.tuned}") boolean tuned) {
        Map<String, Object> settings =
                kafka.with(Map.of(ProducerConfig.ACKS_CONFIG, "all", ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true));
        if (tuned) {
            settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
            settings.put(ProducerConfig.LINGER_MS_CONFIG, 20);
            settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
        }
        RowBytes bytes = new RowBytes();
        KafkaTemplate<String, Session> template = new KafkaTemplate<>(new DefaultKafkaProducerFactory<>(
                settings, new StringSerializer(), (name, row) -> bytes.encode(row.recorded())));
        template.setDefaultTopic(topic);
        return template;
    }

    @Bean
    KafkaItemWriter<String, Session> topic(KafkaTemplate<String, Session> template) {
        return new KafkaItemWriterBuilder<String, Session>()
                .kafkaTemplate(template)
                .itemKeyMapper(Session::room)
                .build();
    }

    @Bean
    Step step(
            JobRepository repository,
            PlatformTransactionManager manager,
            FlatFileItemReader<Session> reader,
            JdbcBatchItemWriter<Session> table,
            KafkaItemWriter<String, Session> topic,
            @Value("${bench.chunk}") int chunk) {
        return new StepBuilder("attendance", repository)
                .<Session, Session>chunk(chunk)
                .transactionManager(manager)
                .reader(reader)
                .writer(new CompositeItemWriter<>(List.of(table, topic)))
                .build();
    }

    @Bean
    Job job(JobRepository repository, Step step) {
        return new JobBuilder("textbook", repository).start(step).build();
    }
}
