package fr.passerelle.batch.month;

import java.math.BigDecimal;
import java.util.function.ToIntFunction;

/** The columns of counts that add up from finer lines to longer ones; people who come twice do not. */
public enum CountColumn {
    SEANCES("seances", 0, Attendance::sessions),
    HEURES_SEANCES("heures_seances", 2, Attendance::sessionHours),
    PRESENCES("presences", 0, Attendance::presences),
    HEURES_PERSONNES("heures_personnes", 2, Attendance::personHours),
    SCOLAIRES("scolaires", 0, Attendance::scolaires);

    private final String title;
    private final int places;
    private final ToIntFunction<Attendance> count;

    CountColumn(String title, int places, ToIntFunction<Attendance> count) {
        this.title = title;
        this.places = places;
        this.count = count;
    }

    /** Its name in the Table Schema. */
    public String title() {
        return title;
    }

    /** In units of the last decimal place, {@link Attendance#NOT_COUNTED} for none. */
    public int of(Attendance value) {
        return count.applyAsInt(value);
    }

    /** Such a sum as people write it. */
    public BigDecimal number(long sum) {
        return BigDecimal.valueOf(sum, places);
    }

    /** How far so many rounded numbers may be from their sum. */
    public long tolerance(int numbers) {
        return places == 0 ? 0 : numbers;
    }
}
