package fr.passerelle.bench.contender;

import fr.passerelle.schemas.contract.KafkaAccess;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
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
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.FileSystemResource;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** The job of the reference documentation: a flat file to a table and to a topic, a thousand rows a chunk. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class TextbookJobConfiguration {

    private static final String INSERT =
            "insert into attendance (room_id, day, activity, sessions, session_hours, presences, person_hours)"
                    + " values (?, ?, ?, ?, ?, ?, ?)";

    @Bean
    FlatFileItemReader<TypedRow> reader(@Value("${bench.file}") String file) {
        return new FlatFileItemReaderBuilder<TypedRow>()
                .name("attendance")
                .resource(new FileSystemResource(file))
                .linesToSkip(1)
                .delimited(spec -> spec.delimiter(";").names(TypedRow.COLUMNS))
                .fieldSetMapper(TextbookJobConfiguration::row)
                .build();
    }

    private static TypedRow row(FieldSet fields) {
        return new TypedRow(
                text(fields, "id_salle"),
                LocalDate.parse(text(fields, "periode_debut")),
                text(fields, "activite"),
                fields.readInt("seances"),
                TypedRow.hundredths(text(fields, "heures_seances")),
                fields.readInt("presences"),
                TypedRow.hundredths(text(fields, "heures_personnes")));
    }

    private static String text(FieldSet fields, String column) {
        return Objects.requireNonNull(fields.readString(column));
    }

    @Bean
    JdbcBatchItemWriter<TypedRow> table(DataSource dataSource) {
        return new JdbcBatchItemWriterBuilder<TypedRow>()
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
    KafkaTemplate<String, TypedRow> template(
            KafkaAccess kafka, @Value("${bench.topic}") String topic, @Value("${bench.tuned}") boolean tuned) {
        Map<String, Object> settings =
                kafka.with(Map.of(ProducerConfig.ACKS_CONFIG, "all", ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true));
        if (tuned) {
            settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
            settings.put(ProducerConfig.LINGER_MS_CONFIG, 20);
            settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
        }
        KafkaTemplate<String, TypedRow> template = new KafkaTemplate<>(
                new DefaultKafkaProducerFactory<>(settings, new StringSerializer(), new AvroValue()));
        template.setDefaultTopic(topic);
        return template;
    }

    @Bean
    KafkaItemWriter<String, TypedRow> topic(KafkaTemplate<String, TypedRow> template) {
        return new KafkaItemWriterBuilder<String, TypedRow>()
                .kafkaTemplate(template)
                .itemKeyMapper(TypedRow::room)
                .build();
    }

    @Bean
    Step step(
            JobRepository repository,
            PlatformTransactionManager manager,
            FlatFileItemReader<TypedRow> reader,
            JdbcBatchItemWriter<TypedRow> table,
            KafkaItemWriter<String, TypedRow> topic,
            @Value("${bench.chunk}") int chunk) {
        return new StepBuilder("attendance", repository)
                .<TypedRow, TypedRow>chunk(chunk)
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
