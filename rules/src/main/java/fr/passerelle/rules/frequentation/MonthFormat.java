package fr.passerelle.rules.frequentation;

import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;

/** The totals of a month as bytes: a version, sessions, periods and closures, then files. Canonical, since all are sorted. */
final class MonthFormat {

    private static final int VERSION = 2;

    private MonthFormat() {}

    static byte[] write(MonthTotals totals) {
        ByteWriter out = new ByteWriter();
        out.number(VERSION);
        write(out, totals.sessions().entrySet(), entry -> {
            entry.getKey().writeTo(out);
            entry.getValue().writeTo(out);
        });
        write(out, totals.periods().entrySet(), entry -> {
            entry.getKey().writeTo(out);
            entry.getValue().writeTo(out);
        });
        write(out, totals.closures(), period -> period.writeTo(out));
        totals.sources().writeTo(out);
        return out.toBytes();
    }

    private static <T> void write(ByteWriter out, Collection<T> all, Consumer<T> each) {
        out.number(all.size());
        all.forEach(each);
    }

    static MonthTotals read(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        int version = in.integer();
        if (version != VERSION) {
            throw new IllegalArgumentException("Totals of a month in version " + version + ", not " + VERSION
                    + ": another version of events wrote this state, and rebuild-topics makes it again");
        }
        Map<MonthOfActivity, Sessions> sessions = in.map(MonthOfActivity::readFrom, Sessions::readFrom);
        Map<Period, Tally> periods = in.map(Period::readFrom, Tally::readFrom);
        Collection<Period> closures = in.list(Period::readFrom);
        MonthTotals totals = new MonthTotals(Sources.readFrom(in));
        totals.sessions().putAll(sessions);
        totals.periods().putAll(periods);
        totals.closures().addAll(closures);
        return totals;
    }
}
