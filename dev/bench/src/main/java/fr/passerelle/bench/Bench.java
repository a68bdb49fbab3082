package fr.passerelle.bench;

import fr.passerelle.bench.contender.Contenders;
import fr.passerelle.bench.contender.Work;
import fr.passerelle.bench.contender.WorkResult;
import fr.passerelle.bench.data.DrawnFiles;
import fr.passerelle.bench.machine.BenchFault;
import fr.passerelle.bench.machine.Events;
import fr.passerelle.bench.machine.MeasuredPrograms;
import fr.passerelle.bench.machine.TestBed;
import fr.passerelle.bench.measure.Cost;
import fr.passerelle.bench.measure.Meter;
import fr.passerelle.bench.measure.MeteredProcess;
import fr.passerelle.local.Workspace;
import fr.passerelle.local.process.LocalFault;
import fr.passerelle.local.process.PrivateFiles;
import fr.passerelle.local.program.Deployment;
import fr.passerelle.local.program.ProgramProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * What all measures share: the machine, the book they are written in, how a contender's process is run and metered.
 *
 * @param house where the programs were built
 */
record Bench(Workspace house, TestBed bed, Book book) {

    /** Name, in the costs, of the process that does what is measured. */
    static final String CLIENT = "client";

    /** Name, in the costs, of what the operators' program held on its heap after a collection, at the most. */
    static final String HEAP = "tas";

    private static final String CONTENDERS_HEAP = "-Xmx1g";

    /** Measures something; what fails is kept, and the rest goes on. */
    void attempt(Runnable measure) {
        try {
            measure.run();
        } catch (BenchFault e) {
            book.fail(String.valueOf(e.getMessage()));
        } catch (LocalFault e) {
            book.fail(e.sentence());
        }
    }

    /** What a program did, and the meter that looked at it. */
    record Metered(ProgramProcess program, WorkResult done, Meter meter) {}

    /**
     * Runs a contender and checks how many rows it says it treated; its costs are those of its time.
     *
     * @param log namespace of the log that it reads
     * @param topic that it writes
     */
    Measurement contend(MeasureKind measureKind, DrawnFiles file, Deployment deployment, String log, String topic) {
        Work work = new Work(
                file.attendance(),
                file.sum().rows(),
                deployment.endpoints().postgresUrl(),
                deployment.endpoints().owner().user(),
                deployment.endpoints().owner().password(),
                deployment.endpoints().administrator(),
                deployment.endpoints().registryUrl(),
                topic,
                log,
                bed.folder().resolve("work"));
        Metered metered = run(measureKind.contender(), work, deployment);
        WorkResult done = metered.done();
        Checks.same(measureKind.french() + " : lignes", file.sum().rows(), done.rows());
        if (done.presences() >= 0) {
            Checks.same(measureKind.french() + " : présences", file.sum().presences(), done.presences());
        }
        Map<String, Cost> costs = metered.meter().between(done.from(), done.to());
        return new Measurement(measureKind, file.sum().rows(), done.seconds(), costs);
    }

    private Metered run(String contender, Work work, Deployment deployment) {
        PrivateFiles.deleteTree(work.folder().resolve("streams"));
        Path given = deployment.directory().resolve(contender + ".work");
        PrivateFiles.write(given, work.toProperties());
        bed.settle();
        try (ProgramProcess child = MeasuredPrograms.start(
                        command(contender, given),
                        deployment.directory().resolve("log").resolve(contender));
                Meter meter = meter(child, List.of())) {
            String answer = child.answer();
            String last = answer.substring(answer.lastIndexOf(Contenders.RESULT) + Contenders.RESULT.length());
            return new Metered(child, JsonMapper.shared().readValue(last, WorkResult.class), meter);
        }
    }

    private static List<String> command(String contender, Path given) {
        return List.of(
                MeasuredPrograms.java(),
                CONTENDERS_HEAP,
                "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=fr.passerelle.schemas.event",
                "-Dlogback.configurationFile=bench-logback.xml",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Contenders.class.getName(),
                contender,
                given.toString());
    }

    /** Looks at the servers and at some children, the first of which does the work. */
    Meter meter(ProgramProcess client, List<MeteredProcess> others) {
        List<MeteredProcess> watched = new ArrayList<>(bed.watched());
        watched.add(MeteredProcess.child(CLIENT, client.pid()));
        watched.addAll(others);
        return Meter.start(watched);
    }

    /** Runs a command of the operators' program to its end; fails unless it ends well. */
    Metered operate(Deployment deployment, List<String> arguments) {
        return operate(deployment, List.of(), arguments);
    }

    /** The same beside events, whose costs count too. */
    Metered operate(Deployment deployment, Events events, List<String> arguments) {
        return operate(deployment, List.of(events.watched()), arguments);
    }

    private Metered operate(Deployment deployment, List<MeteredProcess> others, List<String> arguments) {
        bed.settle();
        long from = System.currentTimeMillis();
        try (ProgramProcess child = deployment.batchProcess(Map.of(), arguments);
                Meter meter = meter(child, others)) {
            child.answer();
            long to = System.currentTimeMillis();
            return new Metered(child, new WorkResult(0, -1, from, to, (to - from) / 1e3), meter);
        } catch (LocalFault e) {
            throw new BenchFault("« " + String.join(" ", arguments) + " » : " + e.sentence(), e);
        }
    }
}
