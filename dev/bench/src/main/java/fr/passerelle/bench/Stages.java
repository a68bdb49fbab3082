package fr.passerelle.bench;

import fr.passerelle.local.program.Broker;
import fr.passerelle.local.program.Deployment;
import fr.passerelle.local.program.ProgramProcess;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Everything once, on one file: Passerelle stage by stage, each with the machine to itself, the limits on the same rows, then the others. */
record Stages(TestBed bed, DrawnFiles file) {

    private static final int STAYS_OPEN = 1;
    private static final String STEP =
            "select %s_time from batch.batch_step_execution where step_name = '%s' and status = 'COMPLETED'"
                    + " order by step_execution_id desc limit 1";
    private static final String TABLE =
            "create table attendance (room_id text collate \"C\" not null, day date not null, activity text collate"
                    + " \"C\" not null, sessions int not null, session_hours int not null, presences int not null,"
                    + " person_hours int not null, unique (room_id, day, activity))";

    /** Measures all; answers the hash of the proposals. */
    String run() {
        return bed.answerOn("passerelle", own -> {
            imported(own);
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
        });
    }

    /** Import and relay while nobody reads: the night stops when it awaits its results. */
    private void imported(Deployment own) {
        own.register();
        bed.settle();
        try (ProgramProcess night = own.batchProcess(Map.of(), Nights.arguments(file));
                Meter meter = bed.meter(night.pid())) {
            TestBed.check("Nuit sans lecteur", STAYS_OPEN, night.end());
            meter.close();
            TestBed.checkHeld(own, file.sum());
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

    /** The same rows into the same tables, the same months on a log that no run has closed: read by the limit, then by events. */
    private void copied(Deployment own) {
        bed.on("copie", copy -> {
            copy.register();
            new CopyLimit(bed, file).run(own, copy);
            TestBed.checkHeld(copy, file.sum());
            resend(own, copy);
            bed.contend(MeasureKind.CONSUME, file, copy);
            bed.settle();
            try (Events events = Events.start(copy);
                    Meter meter = bed.meter(events.process().pid())) {
                events.awaitAllRead();
                long to = System.currentTimeMillis();
                meter.close();
                bed.add(MeasureKind.DRAIN, file, new TestBed.Metered(events.readsSince(), to, meter));
            }
        });
    }

    private static void resend(Deployment own, Deployment copy) {
        Map<String, Object> settings = copy.endpoints().administrator().with(Map.of("compression.type", "zstd"));
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            BareConsumer.readAll(own.endpoints().administrator(), TestBed.log(own), record -> {
                if (Broker.header(record, "type").equals("MonthReported")) {
                    producer.send(new ProducerRecord<>(
                            TestBed.log(copy), record.partition(), record.key(), record.value(), record.headers()));
                }
            });
        }
    }

    private void textbook(MeasureKind what) {
        bed.on("manuel", other -> {
            other.change(TABLE);
            TestBed.createLog(other);
            bed.contend(what, file, other);
            // The time of who wrote a log counts only where it says what it must.
            Work.Outcome read = BareConsumer.ofRows(bed.work(file, other));
            TestBed.check("Topic de " + other.namespace(), file.sum(), read.sum());
            if (what == MeasureKind.TEXTBOOK) {
                bed.attempt(() -> bed.contend(MeasureKind.CONSUME_ROWS, file, other));
                bed.attempt(() -> bed.contend(MeasureKind.STREAMS, file, other));
            }
        });
    }
}
