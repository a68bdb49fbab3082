package fr.passerelle.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.passerelle.local.program.Deployment;
import fr.passerelle.local.program.ProgramProcess;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Everything once, on one file: Passerelle stage by stage, so that each stage has the machine to itself, then the limits on the same rows,
 * then the others.
 *
 * @param file what all of them are given
 */
record Stages(TestBed bed, DrawnFiles file) {

    /** The topic of the log. */
    static final String TRANSITIONS = "transitions";

    private static final int STAYS_OPEN = 1;
    private static final int TRANSACTION = 10_000;
    private static final String STEP =
            "select %s_time from batch.batch_step_execution where step_name = '%s' and status = 'COMPLETED'"
                    + " order by step_execution_id desc limit 1";
    private static final String TABLE =
            "create table attendance (room_id text collate \"C\" not null, day date not null, activity text collate"
                    + " \"C\" not null, sessions int not null, session_hours int not null, presences int not null,"
                    + " person_hours int not null, unique (room_id, day, activity))";

    /** Measures all; answers the hash of the proposals. */
    String run() {
        Deployment own = bed.deploy("passerelle");
        try {
            imported(own);
            bed.attempt(() -> bed.contend(MeasureKind.CONSUME, file, own, TestBed.topic(own, TRANSITIONS)));
            bed.attempt(() -> copied(own));
            bed.attempt(() -> textbook(MeasureKind.TEXTBOOK));
            bed.attempt(() -> textbook(MeasureKind.TEXTBOOK_TUNED));
            try (Events events = Events.start(own)) {
                events.awaitScored();
                bed.operate(
                        own,
                        List.of("restart", own.text("select run_id from passerelle.run order by run_no desc limit 1")));
            }
            return Nights.hash(own);
        } finally {
            bed.drop(own);
        }
    }

    /** Import and relay while nobody reads: the night stops when it awaits its results. */
    private void imported(Deployment own) {
        own.register();
        bed.settle();
        try (ProgramProcess night = own.batchProcess(Map.of(), Nights.arguments(file));
                Meter meter = bed.meter(night)) {
            Checks.same("Nuit sans lecteur", STAYS_OPEN, night.end());
            meter.close();
            Checks.state(own, file.sum());
            long staged = at(own, "start", "stage");
            long relayed = at(own, "end", "relay");
            bed.add(MeasureKind.IMPORT, file, new TestBed.Metered(staged, at(own, "end", "refusals"), meter));
            bed.add(MeasureKind.RELAY, file, new TestBed.Metered(at(own, "start", "relay"), relayed, meter));
            bed.add(MeasureKind.IMPORT_AND_RELAY, file, new TestBed.Metered(staged, relayed, meter));
        }
    }

    /** When the last completed execution of a step began or ended, by Spring Batch's own table. */
    private static long at(Deployment own, String end, String step) {
        return Timestamp.valueOf(own.text(STEP.formatted(end, step))).getTime();
    }

    /** The same rows into the same tables, the same months on a log that no run has closed, and that log read by events. */
    private void copied(Deployment own) {
        Deployment copy = bed.deploy("copie");
        try {
            copy.register();
            new CopyLimit(bed, file).run(own, copy);
            Checks.state(copy, file.sum());
            resend(own, copy);
            Checks.months(copy, file.sum());
            bed.settle();
            try (Events events = Events.start(copy);
                    Meter meter = bed.meter(events.process())) {
                events.awaitAllRead(TestBed.topic(copy, TRANSITIONS));
                long to = System.currentTimeMillis();
                meter.close();
                bed.add(MeasureKind.DRAIN, file, new TestBed.Metered(events.readsSince(), to, meter));
            }
        } finally {
            bed.drop(copy);
        }
    }

    private static void resend(Deployment own, Deployment copy) {
        Map<String, Object> settings = copy.endpoints()
                .administrator()
                .with(Map.of("transactional.id", TestBed.topic(copy, "copy"), "compression.type", "zstd"));
        AtomicLong sent = new AtomicLong();
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            BareConsumer.readAll(own.endpoints().administrator(), TestBed.topic(own, TRANSITIONS), record -> {
                if (isMonth(record)) {
                    producer.send(new ProducerRecord<>(
                            TestBed.topic(copy, TRANSITIONS),
                            record.partition(),
                            record.key(),
                            record.value(),
                            record.headers()));
                    if (sent.incrementAndGet() % TRANSACTION == 0) {
                        producer.commitTransaction();
                        producer.beginTransaction();
                    }
                }
            });
            producer.commitTransaction();
        }
    }

    private static boolean isMonth(ConsumerRecord<byte[], byte[]> record) {
        return new String(record.headers().lastHeader("type").value(), UTF_8).equals("MonthReported");
    }

    private void textbook(MeasureKind what) {
        Deployment other = bed.deploy("manuel");
        String topic = TestBed.topic(other, TRANSITIONS);
        try {
            other.change(TABLE);
            bed.createTopic(other, TRANSITIONS);
            bed.contend(what, file, other, topic);
            Checks.table(other, file.sum());
            Checks.rows(other, file.sum());
            if (what == MeasureKind.TEXTBOOK) {
                bed.attempt(() -> bed.contend(MeasureKind.CONSUME_ROWS, file, other, topic));
                bed.attempt(() -> bed.contend(MeasureKind.STREAMS, file, other, topic));
            }
        } finally {
            bed.drop(other);
        }
    }
}
