package fr.passerelle.rules.frequentation;

import java.time.YearMonth;
import java.util.Comparator;

/** A month of one activity of a room. */
record MonthOfActivity(YearMonth month, String activity) implements Comparable<MonthOfActivity> {

    private static final Comparator<MonthOfActivity> ORDER =
            Comparator.comparing(MonthOfActivity::month).thenComparing(MonthOfActivity::activity);

    static MonthOfActivity of(Period period) {
        return new MonthOfActivity(period.firstMonth(), period.activity());
    }

    @Override
    public int compareTo(MonthOfActivity other) {
        return ORDER.compare(this, other);
    }

    void writeTo(ByteWriter out) {
        out.month(month);
        out.text(activity);
    }

    static MonthOfActivity readFrom(ByteReader in) {
        return new MonthOfActivity(in.month(), in.text());
    }
}
