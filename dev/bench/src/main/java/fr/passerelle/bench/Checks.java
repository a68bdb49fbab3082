package fr.passerelle.bench;

import fr.passerelle.bench.contender.LogReader;
import fr.passerelle.bench.data.Sum;
import fr.passerelle.bench.machine.BenchFault;
import fr.passerelle.bench.machine.Tenant;
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
    static void table(Tenant tenant, String table, Sum expected) {
        same(
                "Table " + table + " de " + tenant.name(),
                expected,
                new Sum(
                        tenant.number("select count(*) from " + table),
                        tenant.number("select coalesce(sum(presences), 0) from " + table)));
    }

    /** The committed records of a topic of nothing but attendance, bare or framed, and their presences. */
    static void topic(Tenant tenant, String topic, Sum expected) {
        Records records = new Records();
        AtomicLong rows = new AtomicLong();
        AtomicLong presences = new AtomicLong();
        LogReader.all(tenant.endpoints().bootstrap(), tenant.topic(topic), record -> {
            byte[] bare = record.value()[0] == FRAMED ? WireFormat.bareOf(record.value()) : record.value();
            rows.incrementAndGet();
            presences.addAndGet(records.decode(bare, AttendanceRecorded.SCHEMA$, AttendanceRecorded.class)
                    .getCounts()
                    .getPresences());
        });
        same("Topic " + topic + " de " + tenant.name(), expected, new Sum(rows.get(), presences.get()));
    }
}
