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
        out.number(month.getYear() * 12L + month.getMonthValue() - 1);
        out.text(activity);
    }

    static MonthOfActivity readFrom(ByteReader in) {
        int months = in.integer();
        return new MonthOfActivity(YearMonth.of(Math.floorDiv(months, 12), Math.floorMod(months, 12) + 1), in.text());
    }
}
