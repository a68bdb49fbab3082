package fr.passerelle.rules.explanation;

import fr.passerelle.rules.frequentation.EpciFacts;
import fr.passerelle.rules.frequentation.RoomFacts;
import fr.passerelle.schemas.event.AttendanceCounts;
import fr.passerelle.schemas.event.Etat;
import fr.passerelle.schemas.event.Fonction;
import fr.passerelle.schemas.event.Grain;
import fr.passerelle.schemas.event.Hosting;
import fr.passerelle.schemas.event.ReportedLine;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.event.SiteDescribed;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The inputs of any EPCI of {@link Facts}: up to four rooms and two sites that could offer anything, months counted as a whole or by
 * session, some of them missing, some counted twice.
 */
public final class AnyFacts {

    private static final int MONTHS = 26;

    private final Random random;
    private final List<RoomInventoried> rooms = new ArrayList<>();
    private final List<SiteDescribed> sites = new ArrayList<>();
    private final Map<String, List<ReportedLine>> records = new HashMap<>();

    public AnyFacts(Random random) {
        this.random = random;
        IntStream.rangeClosed(1, 1 + random.nextInt(4)).forEach(i -> addRoom("S-" + i));
        IntStream.rangeClosed(1, random.nextInt(3)).forEach(i -> sites.add(Facts.site("L-" + i, hosting())));
    }

    public EpciFacts facts() {
        return facts(rooms, sites, records);
    }

    public static EpciFacts facts(
            List<RoomInventoried> rooms, List<SiteDescribed> sites, Map<String, List<ReportedLine>> records) {
        return Facts.with(
                Facts.of(rooms.stream()
                        .map(room -> new RoomFacts(
                                room,
                                Facts.register(Objects.requireNonNull(records.get(room.getRoomId()))
                                        .toArray(ReportedLine[]::new))))
                        .toArray(RoomFacts[]::new)),
                sites.toArray(SiteDescribed[]::new));
    }

    List<RoomInventoried> rooms() {
        return rooms;
    }

    List<SiteDescribed> sites() {
        return sites;
    }

    Map<String, List<ReportedLine>> records() {
        return records;
    }

    private void addRoom(String id) {
        rooms.add(RoomInventoried.newBuilder(Facts.room(id, hosting()))
                .setWorkstations(maybe(1 + random.nextInt(10)))
                .setWeeklyHoursDeclaredHundredths(maybe(random.nextInt(35_00)))
                .build());
        records.put(id, attendance());
    }

    private List<ReportedLine> attendance() {
        int usual = 1 + random.nextInt(60);
        int missing = random.nextInt(14);
        List<ReportedLine> attendance = new ArrayList<>();
        for (int i = 0; i < MONTHS; i++) {
            if (random.nextInt(MONTHS) >= missing) {
                addMonth(attendance, Facts.AS_OF.minusMonths(i), usual);
            }
        }
        if (random.nextBoolean()) {
            attendance.add(yearlyCount());
        }
        return attendance;
    }

    private void addMonth(List<ReportedLine> attendance, YearMonth month, int usual) {
        if (random.nextInt(3) > 0) {
            attendance.add(Facts.month(month, activity(), counts(usual)));
        }
        for (int session = random.nextInt(4); session > 0; session--) {
            LocalDate day = month.atDay(1 + random.nextInt(28));
            attendance.add(Facts.record(Grain.SEANCE, day, day, activity(), counts(usual / 3 + 1)));
        }
    }

    private AttendanceCounts counts(int usual) {
        AttendanceCounts counts = Facts.presences(random.nextInt(2 * usual));
        counts.setSessionHoursHundredths(maybe(random.nextInt(40_00)));
        counts.setPersonHoursHundredths(maybe(random.nextInt(100_00)));
        return counts;
    }

    private ReportedLine yearlyCount() {
        AttendanceCounts people = AttendanceCounts.newBuilder()
                .setEtat(Etat.OUVERT)
                .setDistinctPeople(random.nextInt(120))
                .build();
        return Facts.record(Grain.ANNEE, LocalDate.of(2016, 1, 1), LocalDate.of(2016, 12, 31), activity(), people);
    }

    private String activity() {
        return random.nextBoolean() ? "ATELIER" : "ACCES_LIBRE";
    }

    private Hosting hosting() {
        return hosting(random);
    }

    /** A place that could offer anything. */
    public static Hosting hosting(Random random) {
        return Hosting.newBuilder()
                .setSurfaceM2Hundredths(maybe(random, random.nextInt(120_00)))
                .setMeasuredMbitsHundredths(maybe(random, random.nextInt(80_00)))
                .setAnimateurEtpHundredths(maybe(random, random.nextInt(100)))
                .setOwnerAgreement(yesOrNo(random))
                .setStepFreeAccess(yesOrNo(random))
                .setClosedSpace(yesOrNo(random))
                .setVentilatedSpace(yesOrNo(random))
                .setFunctionsToday(Arrays.stream(Fonction.values())
                        .filter(fonction -> random.nextInt(5) == 0)
                        .toList())
                .build();
    }

    private static @Nullable Boolean yesOrNo(Random random) {
        int answer = random.nextInt(6);
        return answer == 0 ? null : (Boolean) (answer > 1);
    }

    private @Nullable Integer maybe(int number) {
        return maybe(random, number);
    }

    private static @Nullable Integer maybe(Random random, int number) {
        return random.nextInt(4) == 0 ? null : (Integer) number;
    }
}
