package fr.passerelle.bench;

import fr.passerelle.bench.contender.LogReader;
import fr.passerelle.bench.data.Sum;
import fr.passerelle.bench.machine.BenchFault;
import fr.passerelle.bench.machine.TestBed;
import fr.passerelle.local.program.Deployment;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.contract.WireFormat;
import fr.passerelle.schemas.event.AttendanceRecorded;
import java.util.concurrent.atomic.AtomicLong;

/** Whether a result is what it must be: its time counts only then. */
final class Checks {

    private static final byte FRAMED = 0;

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

    /** The committed records of a topic of nothing but attendance, bare or framed, and their presences. */
    static void topic(Deployment deployment, String topic, Sum expected) {
        Records records = new Records();
        AtomicLong rows = new AtomicLong();
        AtomicLong presences = new AtomicLong();
        LogReader.all(deployment.endpoints().bootstrap(), TestBed.topic(deployment, topic), record -> {
            byte[] bare = record.value()[0] == FRAMED ? WireFormat.bareOf(record.value()) : record.value();
            rows.incrementAndGet();
            presences.addAndGet(records.decode(bare, AttendanceRecorded.SCHEMA$, AttendanceRecorded.class)
                    .getCounts()
                    .getPresences());
        });
        same("Topic " + topic + " de " + deployment.namespace(), expected, new Sum(rows.get(), presences.get()));
    }
}
