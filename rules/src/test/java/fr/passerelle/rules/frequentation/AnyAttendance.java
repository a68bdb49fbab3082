package fr.passerelle.rules.frequentation;

import fr.passerelle.schemas.event.AttendanceCounts;
import fr.passerelle.schemas.event.Etat;
import fr.passerelle.schemas.event.Grain;
import fr.passerelle.schemas.event.ReportedLine;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Any attendance of a room around the window to 2017-10: every grain, closures, cells left empty. */
record AnyAttendance(Random random) {

    private static final List<Grain> GRAINS = List.of(Grain.values());
    private static final List<String> ACTIVITIES = List.of("ATELIER", "ACCES LIBRE", "DÉMARCHES");

    List<ReportedLine> records() {
        return IntStream.range(0, 1 + random.nextInt(60))
                .mapToObj(i -> record())
                .toList();
    }

    ReportedLine record() {
        Grain grain = GRAINS.get(random.nextInt(GRAINS.size()));
        YearMonth month = YearMonth.of(2015, 1).plusMonths(random.nextInt(40));
        LocalDate start = grain.compareTo(Grain.MOIS) < 0 || grain == Grain.PERIODE
                ? month.atDay(1 + random.nextInt(28))
                : month.atDay(1);
        ReportedLine record =
                Records.record(grain, start.toString(), end(grain, start).toString(), counts());
        Records.from("0" + random.nextInt(4), record);
        return Records.of(ACTIVITIES.get(random.nextInt(ACTIVITIES.size())), record);
    }

    private LocalDate end(Grain grain, LocalDate start) {
        return switch (grain) {
            case SEANCE, JOUR -> start;
            case SEMAINE -> start.plusDays(6);
            case MOIS -> start.plusMonths(1).minusDays(1);
            case TRIMESTRE -> start.plusMonths(3).minusDays(1);
            case SEMESTRE -> start.plusMonths(6).minusDays(1);
            case ANNEE -> start.plusMonths(12).minusDays(1);
            case PERIODE -> start.plusDays(random.nextInt(90));
        };
    }

    private AttendanceCounts counts() {
        return AttendanceCounts.newBuilder()
                .setEtat(random.nextInt(12) == 0 ? Etat.FERME : Etat.OUVERT)
                .setSessions(any(20))
                .setSessionHoursHundredths(any(4000))
                .setPresences(any(60))
                .setPersonHoursHundredths(any(9000))
                .setRegistered(any(30))
                .setDistinctPeople(any(200))
                .setScolaires(any(40))
                .build();
    }

    private @Nullable Integer any(int bound) {
        return random.nextInt(4) == 0 ? null : (Integer) random.nextInt(bound);
    }
}
