package fr.passerelle.rules.frequentation;

import fr.passerelle.schemas.event.AttendanceCounts;
import fr.passerelle.schemas.event.AttendanceRecorded;
import fr.passerelle.schemas.event.AttendanceWithdrawn;
import fr.passerelle.schemas.event.Etat;
import fr.passerelle.schemas.event.Grain;
import fr.passerelle.schemas.event.ReplacedAttendance;
import java.time.LocalDate;
import java.time.YearMonth;

/** Attendance records for tests: activity ATELIER of room S1 unless said otherwise. */
final class Records {

    private Records() {}

    static AttendanceCounts presences(int presences) {
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

    static AttendanceRecorded month(String month, AttendanceCounts counts) {
        YearMonth of = YearMonth.parse(month);
        return record(Grain.MOIS, of.atDay(1).toString(), of.atEndOfMonth().toString(), counts);
    }

    static AttendanceRecorded month(String month, int presences) {
        return month(month, presences(presences));
    }

    static AttendanceRecorded session(String day, int presences) {
        return record(Grain.SEANCE, day, day, presences(presences));
    }

    static AttendanceRecorded closure(String start, String end) {
        return record(
                Grain.PERIODE,
                start,
                end,
                AttendanceCounts.newBuilder().setEtat(Etat.FERME).build());
    }

    static AttendanceRecorded year(int year, int distinctPeople) {
        AttendanceCounts counts = nothing();
        counts.setDistinctPeople(distinctPeople);
        return record(Grain.ANNEE, year + "-01-01", year + "-12-31", counts);
    }

    static AttendanceRecorded record(Grain grain, String start, String end, int presences) {
        return record(grain, start, end, presences(presences));
    }

    static AttendanceRecorded record(Grain grain, String start, String end, AttendanceCounts counts) {
        return AttendanceRecorded.newBuilder()
                .setKey("K")
                .setRoomId("S1")
                .setEpci("200000001")
                .setPeriodStart(LocalDate.parse(start))
                .setPeriodEnd(LocalDate.parse(end))
                .setGrain(grain)
                .setActivity("ATELIER")
                .setCounts(counts)
                .setFileSha256("00")
                .setLine(1)
                .build();
    }

    static AttendanceRecorded of(String activity, AttendanceRecorded record) {
        record.setActivity(activity);
        return record;
    }

    /** The same key, now with what {@code now} says. */
    static AttendanceRecorded correction(AttendanceRecorded before, AttendanceRecorded now) {
        return AttendanceRecorded.newBuilder(now).setReplaces(said(before)).build();
    }

    static AttendanceWithdrawn withdrawal(AttendanceRecorded record) {
        return AttendanceWithdrawn.newBuilder()
                .setKey(record.getKey())
                .setRoomId(record.getRoomId())
                .setEpci(record.getEpci())
                .setReplaces(said(record))
                .setFileSha256(record.getFileSha256())
                .build();
    }

    private static ReplacedAttendance said(AttendanceRecorded record) {
        return ReplacedAttendance.newBuilder()
                .setPeriodStart(record.getPeriodStart())
                .setPeriodEnd(record.getPeriodEnd())
                .setGrain(record.getGrain())
                .setActivity(record.getActivity())
                .setCounts(record.getCounts())
                .setFileSha256(record.getFileSha256())
                .build();
    }

    static AttendanceRecorded from(String sha256, AttendanceRecorded record) {
        record.setFileSha256(sha256);
        return record;
    }

    static RoomRegister register(AttendanceRecorded... records) {
        RoomRegister register = new RoomRegister();
        for (AttendanceRecorded record : records) {
            register.record(record);
        }
        return register;
    }
}
