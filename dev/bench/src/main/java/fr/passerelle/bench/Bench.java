package fr.passerelle.bench;

import fr.passerelle.bench.contender.Contenders;
import fr.passerelle.bench.contender.Done;
import fr.passerelle.bench.contender.Work;
import fr.passerelle.bench.data.Drawn;
import fr.passerelle.bench.machine.Batch;
import fr.passerelle.bench.machine.BenchFault;
import fr.passerelle.bench.machine.Child;
import fr.passerelle.bench.machine.Events;
import fr.passerelle.bench.machine.Machine;
import fr.passerelle.bench.machine.Tenant;
import fr.passerelle.bench.measure.Cost;
import fr.passerelle.bench.measure.Meter;
import fr.passerelle.bench.measure.Watched;
import fr.passerelle.local.House;
import fr.passerelle.local.process.PrivateFiles;
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
record Bench(House house, Machine machine, Book book) {

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
        }
    }

    /** What a process said, and the meter that looked at it. */
    record Metered(Done done, Meter meter) {}

    /**
     * Runs a contender and checks how many rows it says it treated; its costs are those of its time.
     *
     * @param log namespace of the log that it reads
     * @param topic that it writes
     */
    Measure contend(What what, Drawn file, Tenant tenant, String log, String topic) {
        Work work = new Work(
                file.attendance(),
                file.sum().rows(),
                tenant.endpoints().postgresUrl(),
                tenant.endpoints().owner().user(),
                tenant.endpoints().owner().password(),
                tenant.endpoints().bootstrap(),
                tenant.endpoints().registryUrl(),
                topic,
                log,
                machine.folder().resolve("work"));
        Metered metered = run(what.contender(), work, tenant);
        Done done = metered.done();
        Checks.same(what.french() + " : lignes", file.sum().rows(), done.rows());
        if (done.presences() >= 0) {
            Checks.same(what.french() + " : présences", file.sum().presences(), done.presences());
        }
        Map<String, Cost> costs = metered.meter().between(done.from(), done.to());
        return new Measure(what, file.sum().rows(), done.seconds(), costs);
    }

    private Metered run(String contender, Work work, Tenant tenant) {
        PrivateFiles.deleteTree(work.folder().resolve("streams"));
        Path given = tenant.folder().resolve(contender + ".work");
        PrivateFiles.write(given, work.toProperties());
        machine.settle();
        try (Child child = Child.start(command(contender, given), tenant.logs().resolve(contender));
                Meter meter = meter(child, List.of())) {
            String answer = child.answer();
            String last = answer.substring(answer.lastIndexOf(Contenders.RESULT) + Contenders.RESULT.length());
            return new Metered(JsonMapper.shared().readValue(last, Done.class), meter);
        }
    }

    private static List<String> command(String contender, Path given) {
        return List.of(
                Batch.java(),
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
    Meter meter(Child client, List<Watched> others) {
        List<Watched> watched = new ArrayList<>(machine.watched());
        watched.add(client.watched(CLIENT));
        watched.addAll(others);
        return Meter.start(watched);
    }

    /** Runs a command of the operators' program to its end; fails unless it ends well. */
    Metered operate(Tenant tenant, String... arguments) {
        return operate(tenant, List.of(), arguments);
    }

    /** The same beside events, whose costs count too. */
    Metered operate(Tenant tenant, Events events, String... arguments) {
        return operate(tenant, List.of(events.watched()), arguments);
    }

    private Metered operate(Tenant tenant, List<Watched> others, String... arguments) {
        machine.settle();
        long from = System.currentTimeMillis();
        try (Child child = new Batch(house, tenant).start(arguments);
                Meter meter = meter(child, others)) {
            child.answer();
            long to = System.currentTimeMillis();
            return new Metered(new Done(0, -1, from, to, (to - from) / 1e3), meter);
        } catch (BenchFault e) {
            throw new BenchFault("« " + String.join(" ", arguments) + " » : " + e.getMessage(), e);
        }
    }
}
