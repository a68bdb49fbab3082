package fr.passerelle.bench;

import fr.passerelle.bench.data.DrawnFiles;
import fr.passerelle.bench.machine.Dump;
import fr.passerelle.bench.machine.Events;
import fr.passerelle.bench.machine.EventsProgress;
import fr.passerelle.bench.machine.StepTimes;
import fr.passerelle.bench.machine.TestBed;
import fr.passerelle.bench.measure.Meter;
import fr.passerelle.local.program.Deployment;
import fr.passerelle.local.program.ProgramProcess;
import java.util.List;
import java.util.Map;

/**
 * Everything once, on one file: Passerelle stage by stage, so that each stage has the machine to itself, then the limits on the same rows,
 * then the others.
 *
 * @param file what all of them are given
 * @param bareme under which it is scored
 */
record Repetition(Bench bench, DrawnFiles file, String bareme) {

    private static final String TRANSITIONS = "transitions";
    private static final int STAYS_OPEN = 1;

    /** Measures all; answers the hash of the proposals. */
    String run() {
        Deployment own = bench.bed().deploy("passerelle");
        try {
            stages(own);
            new Dump(own).write(bench.bed().folder().resolve("work"));
            beside(own);
            score(own);
            return own.text("select result_hash from passerelle.run order by run_no desc limit 1");
        } finally {
            bench.bed().drop(own);
        }
    }

    /** Import and relay while nobody reads: the night stops when it awaits its results. */
    private void stages(Deployment own) {
        own.register();
        bench.bed().settle();
        try (ProgramProcess night = own.batchProcess(Map.of(), MeasuredNights.arguments(file, bareme));
                Meter meter = bench.meter(night, List.of())) {
            Checks.same("Nuit sans lecteur", STAYS_OPEN, night.end());
            meter.close();
            StepTimes steps = new StepTimes(own);
            StepTimes.Span attendance = steps.step("stage").to(steps.step("refusals"));
            StepTimes.Span relay = steps.step("relay");
            Checks.state(own, file.sum());
            add(MeasureKind.IMPORT, attendance, meter);
            add(MeasureKind.RELAY, relay, meter);
            add(MeasureKind.IMPORT_AND_RELAY, attendance.to(relay), meter);
        }
    }

    private void add(MeasureKind measureKind, StepTimes.Span span, Meter meter) {
        bench.book()
                .add(new Measurement(
                        measureKind, file.sum().rows(), span.seconds(), meter.between(span.from(), span.to())));
    }

    /** The limits of what was just done, and what others would have done. */
    private void beside(Deployment own) {
        bench.attempt(() -> read(MeasureKind.CONSUME, own));
        bench.attempt(() -> copied(own));
        for (MeasureKind measureKind : List.of(MeasureKind.PARSE, MeasureKind.AVRO, MeasureKind.DUCKDB)) {
            bench.attempt(() -> bench.book().add(bench.contend(measureKind, file, own, own.namespace(), "")));
        }
        bench.attempt(() -> imported(MeasureKind.TEXTBOOK));
        bench.attempt(() -> imported(MeasureKind.TEXTBOOK_TUNED));
    }

    private void read(MeasureKind measureKind, Deployment log) {
        bench.book()
                .add(bench.contend(
                        measureKind, file, log, log.namespace(), TestBed.topic(log, measureKind.contender())));
    }

    /** The same rows into the same tables, the same journal to a topic, and that topic read by events. */
    private void copied(Deployment own) {
        Deployment copy = bench.bed().deploy("copie");
        try {
            copy.register();
            bench.book().add(bench.contend(MeasureKind.COPY, file, copy, own.namespace(), ""));
            Checks.state(copy, file.sum());
            bench.book()
                    .add(bench.contend(
                            MeasureKind.PRODUCE, file, copy, own.namespace(), TestBed.topic(copy, TRANSITIONS)));
            Checks.months(copy, TRANSITIONS, file.sum());
            drained(copy);
        } finally {
            bench.bed().drop(copy);
        }
    }

    /** From the moment when events reads to the commit of the last row. */
    private void drained(Deployment copy) {
        bench.bed().settle();
        try (Events events = Events.start(copy);
                Meter meter = bench.meter(events.process(), List.of())) {
            new EventsProgress(copy).awaitAllRead(TestBed.topic(copy, TRANSITIONS));
            long to = System.currentTimeMillis();
            meter.close();
            add(MeasureKind.DRAIN, new StepTimes.Span(events.readsSince(), to), meter);
        }
    }

    private void imported(MeasureKind measureKind) {
        Deployment other = bench.bed().deploy("manuel");
        try {
            other.change("create table attendance (room_id text collate \"C\" not null, day date not null,"
                    + " activity text collate \"C\" not null, sessions int not null, session_hours int not null,"
                    + " presences int not null, person_hours int not null, unique (room_id, day, activity))");
            bench.bed().createTopic(other, TRANSITIONS);
            bench.book().add(bench.contend(measureKind, file, other, "", TestBed.topic(other, TRANSITIONS)));
            Checks.table(other, "attendance", file.sum());
            Checks.rows(other, TRANSITIONS, file.sum());
            if (measureKind == MeasureKind.TEXTBOOK) {
                bench.attempt(() -> read(MeasureKind.CONSUME_ROWS, other));
                bench.attempt(() -> read(MeasureKind.STREAMS, other));
            }
        } finally {
            bench.bed().drop(other);
        }
    }

    /** From the moment when events reads to the results of the last partition in the read model; then the night ends. */
    private void score(Deployment own) {
        bench.bed().settle();
        try (Events events = Events.start(own);
                Meter meter = bench.meter(events.process(), List.of())) {
            new EventsProgress(own).awaitScored();
            StepTimes.Span span = new StepTimes.Span(events.readsSince(), System.currentTimeMillis());
            meter.close();
            add(MeasureKind.SCORE, span, meter);
            bench.operate(
                    own,
                    List.of("restart", own.text("select run_id from passerelle.run order by run_no desc limit 1")));
        }
        bench.attempt(() -> verified(own));
    }

    private void verified(Deployment own) {
        var verify = bench.operate(own, List.of("verify", "--deep"));
        bench.book()
                .add(new Measurement(
                        MeasureKind.VERIFY,
                        file.sum().rows(),
                        verify.done().seconds(),
                        verify.meter().whole()));
    }
}
