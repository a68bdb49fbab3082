package fr.passerelle.bench;

import fr.passerelle.bench.contender.LogReader;
import fr.passerelle.bench.contender.RowBytes;
import fr.passerelle.bench.data.Sum;
import fr.passerelle.bench.machine.BenchFault;
import fr.passerelle.bench.machine.TestBed;
import fr.passerelle.local.program.Deployment;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.contract.WireFormat;
import fr.passerelle.schemas.event.MonthReported;
import java.util.concurrent.atomic.AtomicLong;

/** Whether a result is what it must be: its time counts only then. */
final class Checks {

    private Checks() {}

    static void same(String what, Object expected, Object found) {
        if (!expected.equals(found)) {
            throw new BenchFault(what + " : " + found + " au lieu de " + expected + ". La mesure ne compte pas.");
        }
    }

    /** The rows of a table and their presences. */
    static void table(Deployment deployment, String table, Sum expected) {
        same(
                "Table " + table + " de " + deployment.namespace(),
                expected,
                new Sum(
                        deployment.number("select count(*) from " + table),
                        deployment.number("select coalesce(sum(presences), 0) from " + table)));
    }

    /** The lines that our state holds; their presences are counted on the topic. */
    static void state(Deployment deployment, Sum expected) {
        same(
                "Lignes de " + deployment.namespace(),
                expected.rows(),
                deployment.number("select coalesce(sum(held), 0) from passerelle.attendance_said"));
    }

    /** The committed records of a log of rows, and their presences. */
    static void rows(Deployment deployment, String topic, Sum expected) {
        RowBytes bytes = new RowBytes();
        AtomicLong rows = new AtomicLong();
        AtomicLong presences = new AtomicLong();
        LogReader.all(deployment.endpoints().administrator(), TestBed.topic(deployment, topic), record -> {
            rows.incrementAndGet();
            presences.addAndGet(bytes.decode(record.value()).getPresences());
        });
        same("Topic " + topic + " de " + deployment.namespace(), expected, new Sum(rows.get(), presences.get()));
    }

    /** The lines of the committed records of a topic of nothing but months, each told once, and their presences. */
    static void months(Deployment deployment, String topic, Sum expected) {
        Records records = new Records();
        AtomicLong rows = new AtomicLong();
        AtomicLong presences = new AtomicLong();
        LogReader.all(deployment.endpoints().administrator(), TestBed.topic(deployment, topic), record -> {
            MonthReported month = records.decode(
                    WireFormat.bareOf(record.value()), MonthReported.getClassSchema(), MonthReported.class);
            rows.addAndGet(month.getLines().size());
            month.getLines()
                    .forEach(line -> presences.addAndGet(line.getCounts().getPresences()));
        });
        same("Topic " + topic + " de " + deployment.namespace(), expected, new Sum(rows.get(), presences.get()));
    }
}
