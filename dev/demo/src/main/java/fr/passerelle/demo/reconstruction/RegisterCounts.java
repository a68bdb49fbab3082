package fr.passerelle.demo.reconstruction;

import org.jspecify.annotations.Nullable;

/**
 * What a row counts; null is not counted. Hours are in quarters of an hour.
 *
 * @param sessions sessions held
 * @param quarters length of the sessions together
 * @param presences presences outside school groups
 * @param personQuarters time spent by all present together
 * @param registered people registered
 * @param distinct distinct people over a year
 * @param school presences of school groups
 */
record RegisterCounts(
        @Nullable Integer sessions,
        @Nullable Integer quarters,
        @Nullable Integer presences,
        @Nullable Integer personQuarters,
        @Nullable Integer registered,
        @Nullable Integer distinct,
        @Nullable Integer school) {

    static final RegisterCounts NOTHING = new RegisterCounts(null, null, null, null, null, null, null);
    static final RegisterCounts ZERO = new RegisterCounts(0, 0, 0, 0, null, null, null);
    private static final String[] QUARTERS = {"", ".25", ".5", ".75"};

    /** Sessions and those who came. */
    static RegisterCounts of(int sessions, int quarters, int presences, int personQuarters) {
        return new RegisterCounts(sessions, quarters, presences, personQuarters, null, null, null);
    }

    /** A yearly count of people. */
    static RegisterCounts people(int registered, int distinct) {
        return new RegisterCounts(null, null, null, null, registered, distinct, null);
    }

    /** Sessions with school groups only. */
    static RegisterCounts schools(int sessions, int pupils) {
        return new RegisterCounts(sessions, null, null, null, null, null, pupils);
    }

    RegisterCounts withoutPersonHours() {
        return new RegisterCounts(sessions, quarters, presences, null, registered, distinct, school);
    }

    RegisterCounts withoutSessionHours() {
        return new RegisterCounts(sessions, null, presences, personQuarters, registered, distinct, school);
    }

    RegisterCounts plus(RegisterCounts other) {
        return of(
                value(sessions) + value(other.sessions),
                value(quarters) + value(other.quarters),
                value(presences) + value(other.presences),
                value(personQuarters) + value(other.personQuarters));
    }

    int presencesOrZero() {
        return value(presences);
    }

    /** The cells from seances to scolaires. */
    String[] cells() {
        return new String[] {
            text(sessions),
            hours(quarters),
            text(presences),
            hours(personQuarters),
            text(registered),
            text(distinct),
            text(school)
        };
    }

    private static int value(@Nullable Integer count) {
        return count == null ? 0 : count;
    }

    private static String text(@Nullable Integer count) {
        return count == null ? "" : count.toString();
    }

    private static String hours(@Nullable Integer quarters) {
        return quarters == null ? "" : quarters / 4 + QUARTERS[quarters % 4];
    }
}
