package fr.passerelle.rules.frequentation;

import fr.passerelle.schemas.event.AttendanceCounts;
import fr.passerelle.schemas.event.Etat;
import fr.passerelle.schemas.event.Grain;
import fr.passerelle.schemas.event.ReportedLine;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Attendance lines for tests: activity ATELIER unless said otherwise. */
public final class Records {

    private Records() {}

    public static AttendanceCounts presences(int presences) {
        return AttendanceCounts.newBuilder()
                .setEtat(Etat.OUVERT)
                .setPresences(presences)
                .build();
    }

    /** Hours in hundredths. */
    static AttendanceCounts counts(int presences, int sessionHours, int personHours) {
        AttendanceCounts counts = presences(presences);
        counts.setSessionHoursHundredths(sessionHours);
        counts.setPersonHoursHundredths(personHours);
        return counts;
    }

    static AttendanceCounts nothing() {
        return AttendanceCounts.newBuilder().setEtat(Etat.OUVERT).build();
    }

    static ReportedLine month(String month, AttendanceCounts counts) {
        YearMonth of = YearMonth.parse(month);
        return record(Grain.MOIS, of.atDay(1).toString(), of.atEndOfMonth().toString(), counts);
    }

    public static ReportedLine month(String month, int presences) {
        return month(month, presences(presences));
    }

    static ReportedLine session(String day, int presences) {
        return record(Grain.SEANCE, day, day, presences(presences));
    }

    static ReportedLine closure(String start, String end) {
        return record(
                Grain.PERIODE,
                start,
                end,
                AttendanceCounts.newBuilder().setEtat(Etat.FERME).build());
    }

    static ReportedLine year(int year, int distinctPeople) {
        AttendanceCounts counts = nothing();
        counts.setDistinctPeople(distinctPeople);
        return record(Grain.ANNEE, year + "-01-01", year + "-12-31", counts);
    }

    public static ReportedLine record(Grain grain, String start, String end, int presences) {
        return record(grain, start, end, presences(presences));
    }

    public static ReportedLine record(Grain grain, String start, String end, AttendanceCounts counts) {
        return ReportedLine.newBuilder()
                .setPeriodStart(LocalDate.parse(start))
                .setPeriodEnd(LocalDate.parse(end))
                .setGrain(grain)
                .setActivity("ATELIER")
                .setCounts(counts)
                .setFile(0)
                .setLine(1)
                .build();
    }

    public static ReportedLine of(String activity, ReportedLine record) {
        record.setActivity(activity);
        return record;
    }

    /** @param sha256 two hexadecimal digits */
    static ReportedLine from(String sha256, ReportedLine line) {
        line.setFile(Integer.parseInt(sha256, 16));
        return line;
    }

    /**
     * Lines as they are noted: {@code MOIS 2017-03 40; SEANCE 2017-03-07 5 ACCES LIBRE; PERIODE 2017-01-15..2017-02-28 28; FERME
     * 2017-08-01..2017-08-31}.
     */
    static Lines noted(String lines) {
        return Lines.of(Arrays.stream(lines.split("; ")).map(Records::note).toList());
    }

    private static ReportedLine note(String line) {
        String[] words = line.split(" ", 4);
        String[] days = words[1].split("\\.\\.");
        if (words[0].equals("FERME")) {
            return closure(days[0], days[1]);
        }
        AttendanceCounts counts = presences(Integer.parseInt(words[2]));
        ReportedLine noted = words[0].equals("MOIS")
                ? month(words[1], counts)
                : record(Grain.valueOf(words[0]), days[0], days[days.length - 1], counts);
        return words.length > 3 ? of(words[3], noted) : noted;
    }

    /** The same presences in each of the last months to 2017-10. */
    static Lines lastMonths(int months, int presences) {
        Lines lines = new Lines();
        IntStream.range(0, months)
                .forEach(back -> lines.add(month(Rooms.AS_OF.minusMonths(back).toString(), presences)));
        return lines;
    }

    static RoomRegister register(ReportedLine... lines) {
        return lines(lines).register();
    }

    static Lines lines(ReportedLine... lines) {
        return Lines.of(Arrays.asList(lines));
    }
}
