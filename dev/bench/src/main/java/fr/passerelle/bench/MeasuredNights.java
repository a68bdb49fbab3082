package fr.passerelle.bench;

import fr.passerelle.bench.data.Drawing;
import fr.passerelle.bench.data.DrawnFiles;
import fr.passerelle.bench.machine.Events;
import fr.passerelle.bench.machine.Growth;
import fr.passerelle.bench.machine.MeasuredPrograms;
import fr.passerelle.bench.machine.StepTimes;
import fr.passerelle.bench.measure.Cost;
import fr.passerelle.local.program.Deployment;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whole nights, events running beside them as in life: the first, with the whole file, then some with a few rows more, then the
 * whole file again, then a replay.
 *
 * @param drawing what the history is drawn from
 * @param file the history
 */
record MeasuredNights(Bench bench, Drawing drawing, DrawnFiles file, String bareme, String otherBareme) {

    private static final int NEW_ROWS = 300;
    private static final int TIMES = 3;

    static List<String> arguments(DrawnFiles file, String bareme) {
        return List.of(
                "nightly",
                "--rooms",
                file.rooms().toString(),
                "--attendance",
                file.attendance().toString(),
                "--bareme",
                bareme,
                "--json");
    }

    /**
     * Measures them; answers the hash of the first night's proposals.
     *
     * @param increments how many nights of a few rows
     * @param whole whether a register that is sent again and a replay are measured too
     */
    String run(int increments, boolean whole) {
        Deployment own = bench.bed().deploy("nuits");
        try {
            own.register();
            try (Events events = Events.start(own)) {
                night(own, file, MeasureKind.NIGHT, file.sum().rows(), events);
                String hash = own.text("select result_hash from passerelle.run order by run_no desc limit 1");
                for (int i = 0; i < increments; i++) {
                    night(own, more(i), MeasureKind.INCREMENT, NEW_ROWS, events);
                }
                if (whole) {
                    again(own, events);
                    replay(own);
                }
                return hash;
            }
        } finally {
            bench.bed().drop(own);
        }
    }

    private DrawnFiles more(int night) {
        Drawing next = new Drawing(
                drawing.seed(), drawing.rooms(), drawing.first() + drawing.count() + (long) night * NEW_ROWS, NEW_ROWS);
        return DrawnFiles.write(bench.bed().files(), bench.house().root(), next);
    }

    /** A cumulative export, as many send it: all of it each night, a hundredth of it changed. */
    private void again(Deployment own, Events events) {
        Drawing next = drawing;
        for (int i = 0; i < TIMES; i++) {
            next = next.revised();
            DrawnFiles given =
                    DrawnFiles.write(bench.bed().files(), bench.house().root(), next);
            night(own, given, MeasureKind.AGAIN, next.changed(), events);
        }
    }

    private void night(Deployment own, DrawnFiles given, MeasureKind measureKind, long changed, Events events) {
        Growth before = Growth.of(own);
        var metered = bench.operate(own, events, arguments(given, bareme));
        StepTimes.Span job = new StepTimes(own).job();
        Checks.same(
                measureKind.french() + " : lignes acceptées",
                changed,
                own.number(
                        "select coalesce(sum(a.held), 0) from passerelle.attendance_said a join passerelle.file_import"
                                + " i using (import_no) where i.run_no = (select max(run_no) from passerelle.run)"));
        Map<String, Cost> costs = new TreeMap<>(metered.meter().between(job.from(), job.to()));
        costs.put(
                Bench.HEAP, new Cost(0, MeasuredPrograms.heap(metered.program()).mostLeft()));
        costs.putAll(Growth.of(own).since(before));
        bench.book().add(new Measurement(measureKind, file.sum().rows(), job.seconds(), costs));
    }

    private void replay(Deployment own) {
        bench.operate(own, List.of("replay", "plan", "--bareme", otherBareme, "--reason", "mesure"));
        var metered = bench.operate(own, List.of("replay", "run", "R-000001"));
        bench.book()
                .add(new Measurement(
                        MeasureKind.REPLAY,
                        file.sum().rows(),
                        metered.done().seconds(),
                        metered.meter().whole()));
    }
}
