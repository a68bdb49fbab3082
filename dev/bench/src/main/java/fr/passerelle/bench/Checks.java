package fr.passerelle.bench;

import fr.passerelle.local.process.LocalFault;
import fr.passerelle.local.program.Deployment;
import fr.passerelle.schemas.contract.RecordCodec.WireFormat;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.event.MonthReported;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** Whether a result is what it must be: its time counts only then. */
final class Checks {

    private Checks() {}

    static void same(String what, Object expected, Object found) {
        if (!expected.equals(found)) {
            throw new LocalFault(what + " : " + found + " au lieu de " + expected + ". La mesure ne compte pas.");
        }
    }

    /** The rows of the textbook's table and their presences. */
    static void table(Deployment own, DrawnFiles.Sum expected) {
        same(
                "Table de " + own.namespace(),
                expected,
                new DrawnFiles.Sum(
                        own.number("select count(*) from attendance"),
                        own.number("select coalesce(sum(presences), 0) from attendance")));
    }

    /** The lines that our state holds; their presences are counted on the topic. */
    static void state(Deployment own, DrawnFiles.Sum expected) {
        same(
                "Lignes de " + own.namespace(),
                expected.rows(),
                own.number("select coalesce(sum(held), 0) from passerelle.attendance_said"));
    }

    /** The committed records of a log of rows, and their presences. */
    static void rows(Deployment own, DrawnFiles.Sum expected) {
        RowBytes bytes = new RowBytes();
        log(own, expected, value -> new DrawnFiles.Sum(1, bytes.decode(value).getPresences()));
    }

    /** The lines of the committed records of a log of nothing but months, each told once, and their presences. */
    static void months(Deployment own, DrawnFiles.Sum expected) {
        Records records = new Records();
        log(
                own,
                expected,
                value -> BareConsumer.sum(
                        records.decode(WireFormat.bareOf(value), MonthReported.getClassSchema(), MonthReported.class)));
    }

    private static void log(Deployment own, DrawnFiles.Sum expected, Function<byte[], DrawnFiles.Sum> each) {
        AtomicReference<DrawnFiles.Sum> sum = new AtomicReference<>(DrawnFiles.Sum.NONE);
        BareConsumer.readAll(
                own.endpoints().administrator(),
                TestBed.topic(own, Stages.TRANSITIONS),
                record -> sum.set(sum.get().plus(each.apply(record.value()))));
        same("Topic de " + own.namespace(), expected, sum.get());
    }
}
