package fr.passerelle.sources.territory;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The school holidays of zone B, the one of Picardie, as far as they are known, in order. */
public record SchoolHolidays(List<Holidays> all) {
    /** Days without school, the first and the last included. */
    public record Holidays(LocalDate first, LocalDate last) {}

    /** Those shipped with the program. */
    public static SchoolHolidays load() {
        List<Holidays> all = new ArrayList<>();
        FactTable.shipped("vacances-scolaires-zone-b.csv")
                .each(row -> all.add(
                        new Holidays(LocalDate.parse(row.getField("debut")), LocalDate.parse(row.getField("fin")))));
        return new SchoolHolidays(List.copyOf(all));
    }

    /** The last day of which it is known whether it is one. */
    public LocalDate lastKnown() {
        return all.getLast().last();
    }

    /** Those from one day to another, both included. */
    public static SortedSet<LocalDate> publicHolidays(LocalDate from, LocalDate to) {
        return HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.FRANCE))
                .getHolidays(from, to, HolidayType.PUBLIC_HOLIDAY)
                .stream()
                .map(Holiday::getDate)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
