package fr.passerelle.rules.frequentation;

import java.time.YearMonth;

/** A month of one activity of a room. */
record MonthOfActivity(YearMonth month, String activity) implements Comparable<MonthOfActivity> {

    @Override
    public int compareTo(MonthOfActivity other) {
        int byMonth = month.compareTo(other.month);
        return byMonth == 0 ? activity.compareTo(other.activity) : byMonth;
    }

    void writeTo(ByteWriter out) {
        out.month(month);
        out.text(activity);
    }

    static MonthOfActivity readFrom(ByteReader in) {
        return new MonthOfActivity(in.month(), in.text());
    }
}
