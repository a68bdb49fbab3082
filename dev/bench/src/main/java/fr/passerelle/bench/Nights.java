package fr.passerelle.bench;

import fr.passerelle.local.program.Deployment;
import fr.passerelle.local.program.ProgramProcess;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;

/** Whole nights over a history that is drawn, events running beside them as in life. */
record Nights(TestBed bed, DrawnFiles.Drawing drawing) {

    private static final int AGAIN = 3;
    private static final String JOB =
            "select %s_time from batch.batch_job_execution where status = 'COMPLETED' order by job_execution_id desc"
                    + " limit 1";
    private static final String TOLD =
            "select coalesce(sum(a.held), 0) from passerelle.attendance_said a join passerelle.file_import i using"
                    + " (import_no) where i.run_no = (select max(run_no) from passerelle.run)";

    static List<String> arguments(DrawnFiles file) {
        return List.of(
                "nightly",
                "--rooms",
                file.rooms().toString(),
                "--attendance",
                file.attendance().toString(),
                "--bareme",
                "2017-05",
                "--json");
    }

    static String hash(Deployment own) {
        return own.text("select result_hash from passerelle.run order by run_no desc limit 1");
    }

    /** The whole file, then the whole file again as many send it, a hundredth of it changed, then a replay; answers the first night's hash. */
    String run() {
        return bed.answerOn("nuits", own -> {
            own.register();
            try (Events events = Events.start(own)) {
                DrawnFiles file = DrawnFiles.write(bed, drawing);
                night(own, file, MeasureKind.NIGHT, file.sum().rows(), events);
                String hash = hash(own);
                DrawnFiles.Drawing next = drawing;
                for (int i = 0; i < AGAIN; i++) {
                    next = next.revised();
                    night(own, DrawnFiles.write(bed, next), MeasureKind.AGAIN, next.changed(), events);
                }
                bed.operate(own, List.of("replay", "plan", "--bareme", "2018-01", "--reason", "mesure"));
                bed.add(MeasureKind.REPLAY, file, bed.operate(own, List.of("replay", "run", "R-000001")));
                return hash;
            }
        });
    }

    private void night(Deployment own, DrawnFiles file, MeasureKind what, long changed, Events events) {
        Meter meter = bed.operate(own, arguments(file), events).meter();
        TestBed.check(what.french + " : lignes acceptées", changed, own.number(TOLD));
        bed.add(what, file, new TestBed.Metered(at(own, "create"), at(own, "end"), meter));
    }

    /** When the last completed job began or ended: a night without the start of its process. */
    private static long at(Deployment own, String end) {
        return Timestamp.valueOf(own.text(JOB.formatted(end))).getTime();
    }

    /** How long a partition takes to answer the end of a run over very many rooms, all of it in one transaction. */
    void close() {
        DrawnFiles file = DrawnFiles.write(bed, drawing);
        bed.on("foule", own -> {
            own.register();
            bed.settle();
            try (Events events = Events.start(own);
                    ProgramProcess night = own.batchProcess(Map.of(), arguments(file))) {
                events.awaitScored();
                TestBed.checkHeld(own, file.sum());
                bed.report()
                        .add(new BenchReport.Measurement(
                                MeasureKind.CLOSE, file.sum().rows(), events.longestClosing(), Map.of()));
            }
        });
    }
}
