package fr.passerelle.bench;

import fr.passerelle.bench.DrawnFiles.Sum;
import fr.passerelle.bench.event.AttendanceRow;
import fr.passerelle.schemas.contract.KafkaAccess;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** The job of the reference documentation, timed by its own step: a flat file to a table and to a topic, as Avro bytes, which favours it over its JSON. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class TextbookJobConfiguration {

    private static final String INSERT =
            "insert into attendance (room_id, day, activity, sessions, session_hours, presences, person_hours)"
                    + " values (?, ?, ?, ?, ?, ?, ?)";

    private static final String HASH = "0".repeat(64);
    private static final int CHUNK = 1_000;
    private static final int TUNED_CHUNK = 5_000;

    static Work.Outcome run(Work work, boolean tuned) throws Exception {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(TextbookJobConfiguration.class)
                .properties(settings(work, tuned))
                .initializers(bench -> bench.getBeanFactory()
                        .registerSingleton("kafka", work.servers().administrator()))
                .run()) {
            JobExecution execution =
                    context.getBean(JobOperator.class).start(context.getBean(Job.class), new JobParameters());
            if (execution.getStatus() != BatchStatus.COMPLETED) {
                throw new IllegalStateException("The textbook's job failed: " + execution.getAllFailureExceptions());
            }
            StepExecution step = execution.getStepExecutions().iterator().next();
            Sum held = context.getBean(JdbcClient.class)
                    .sql("select count(*), coalesce(sum(presences), 0) from attendance")
                    .query((row, i) -> new Sum(row.getLong(1), row.getLong(2)))
                    .single();
            return new Work.Outcome(held, millis(step.getStartTime()), millis(step.getEndTime()));
        }
    }

    private static Map<String, Object> settings(Work work, boolean tuned) {
        return Map.ofEntries(
                Map.entry("spring.main.banner-mode", "off"),
                Map.entry("spring.main.web-application-type", "none"),
                Map.entry("spring.batch.job.enabled", "false"),
                Map.entry("spring.batch.jdbc.initialize-schema", "always"),
                Map.entry(
                        "spring.datasource.url",
                        work.servers().postgresUrl() + (tuned ? "&reWriteBatchedInserts=true" : "")),
                Map.entry("spring.datasource.username", work.servers().owner().user()),
                Map.entry("spring.datasource.password", work.servers().owner().password()),
                Map.entry("bench.file", work.file().attendance().toString()),
                Map.entry("bench.topic", work.topic()),
                Map.entry("bench.tuned", tuned),
                Map.entry("bench.chunk", tuned ? TUNED_CHUNK : CHUNK));
    }

    private static long millis(@Nullable LocalDateTime time) {
        return Timestamp.valueOf(Objects.requireNonNull(time)).getTime();
    }

    @Bean
    FlatFileItemReader<AttendanceRow> reader(@Value("${bench.file}") String file) {
        return new FlatFileItemReaderBuilder<AttendanceRow>()
                .name("attendance")
                .resource(new FileSystemResource(file))
                .linesToSkip(1)
                .delimited(spec -> spec.delimiter(";").names(DrawnFiles.COLUMNS.split(";")))
                .fieldSetMapper(TextbookJobConfiguration::row)
                .build();
    }

    private static AttendanceRow row(FieldSet fields) {
        String room = text(fields, "id_salle");
        String activity = text(fields, "activite");
        LocalDate day = LocalDate.parse(text(fields, "periode_debut"));
        return new AttendanceRow(
                room + "|" + day + "|" + activity,
                room,
                "",
                day,
                LocalDate.parse(text(fields, "periode_fin")),
                text(fields, "grain"),
                activity,
                text(fields, "etat"),
                fields.readInt("seances"),
                hundredths(text(fields, "heures_seances")),
                fields.readInt("presences"),
                hundredths(text(fields, "heures_personnes")),
                HASH,
                1L);
    }

    private static int hundredths(String hours) {
        return new BigDecimal(hours).movePointRight(2).intValueExact();
    }

    private static String text(FieldSet fields, String column) {
        return Objects.requireNonNull(fields.readString(column));
    }

    @Bean
    JdbcBatchItemWriter<AttendanceRow> table(DataSource dataSource) {
        return new JdbcBatchItemWriterBuilder<AttendanceRow>()
                .dataSource(dataSource)
                .sql(INSERT)
                // What the driver rewrites into one statement does not tell how many rows each made.
                .assertUpdates(false)
                .itemPreparedStatementSetter((row, statement) -> {
                    statement.setString(1, row.getRoomId());
                    statement.setObject(2, row.getPeriodStart());
                    statement.setString(3, row.getActivity());
                    statement.setInt(4, row.getSessions());
                    statement.setInt(5, row.getSessionHoursHundredths());
                    statement.setInt(6, row.getPresences());
                    statement.setInt(7, row.getPersonHoursHundredths());
                })
                .build();
    }

    @Bean
    KafkaTemplate<String, AttendanceRow> template(
            KafkaAccess kafka, @Value("${bench.topic}") String topic, @Value("${bench.tuned}") boolean tuned) {
        Map<String, Object> settings =
                kafka.with(Map.of(ProducerConfig.ACKS_CONFIG, "all", ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true));
        if (tuned) {
            settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
            settings.put(ProducerConfig.LINGER_MS_CONFIG, 20);
            settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
        }
        KafkaTemplate<String, AttendanceRow> template = new KafkaTemplate<>(new DefaultKafkaProducerFactory<>(
                settings, new StringSerializer(), (name, row) -> RowBytes.encode(row)));
        template.setDefaultTopic(topic);
        return template;
    }

    @Bean
    KafkaItemWriter<String, AttendanceRow> topic(KafkaTemplate<String, AttendanceRow> template) {
        return new KafkaItemWriterBuilder<String, AttendanceRow>()
                .kafkaTemplate(template)
                .itemKeyMapper(AttendanceRow::getRoomId)
                .build();
    }

    @Bean
    Step step(
            JobRepository repository,
            PlatformTransactionManager manager,
            FlatFileItemReader<AttendanceRow> reader,
            JdbcBatchItemWriter<AttendanceRow> table,
            KafkaItemWriter<String, AttendanceRow> topic,
            @Value("${bench.chunk}") int chunk) {
        return new StepBuilder("attendance", repository)
                .<AttendanceRow, AttendanceRow>chunk(chunk)
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
