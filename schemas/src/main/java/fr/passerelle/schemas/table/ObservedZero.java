package fr.passerelle.schemas.table;

import java.time.YearMonth;

/** The id of what a file says by having no line of a month that it covers: the same whatever file says so. */
public final class ObservedZero {

    private static final String START = "couverture/";

    private ObservedZero() {}

    /** Of a room and a month. */
    public static String id(String room, YearMonth month) {
        return START + room + '/' + month;
    }

    /** Whether an id is one of them. */
    public static boolean isId(String id) {
        return id.startsWith(START);
    }
}
