package fr.passerelle.calendar.tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.passerelle.calendar.rule.TourDates;
import fr.passerelle.calendar.rule.TourDates.DateSpan;
import fr.passerelle.calendar.tour.CalendarStudies.TourRequest;
import fr.passerelle.calendar.tour.TourManifest.KnownHolidays;
import fr.passerelle.published.decision.StepMotive;
import fr.passerelle.schemas.fault.RunRefused;
import fr.passerelle.sources.reject.UnusableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HolidayDaysTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 12, 7);
    private static final LocalDate KNOWN = LocalDate.of(2026, 8, 30);
    private static final String HEADER = "nature;debut;fin\n";
    private static final String WINTER = HEADER + """
        CONNU_JUSQU_AU;2027-07-02;
        VACANCES;2026-12-19;2027-01-03
        FERMETURE;2026-12-24;
        """;

    @TempDir
    private Path folder;

    @Test
    void refusesWeeksBeyondWhatIsKnownAndSaysWhatToGive() {
        assertThatExceptionOfType(RunRefused.class)
                .isThrownBy(() -> TourWeeks.holidays(asked(null, false)))
                .withMessageContainingAll("2026-08-30", "2027-01-03", "--vacances", "--sans-vacances");
    }

    @Test
    void takesHolidaysAndClosedDaysOfAFile() throws IOException {
        TourManifest manifest = manifest(TourWeeks.holidays(asked(WINTER, false)));
        TourDates dates = TourWeeks.dates(manifest);

        assertThat(manifest.holidaysUnknownAfter()).isNull();
        assertThat(dates.schoolHolidays())
                .containsExactly(new DateSpan(LocalDate.of(2026, 12, 19), LocalDate.of(2027, 1, 3)));
        assertThat(dates.isWorked(LocalDate.of(2026, 12, 24))).isFalse();
        assertThat(dates.isWorked(LocalDate.of(2026, 12, 25))).isFalse();
        assertThat(dates.isWorked(LocalDate.of(2026, 12, 23))).isTrue();
    }

    @Test
    void goesBeyondThemOnRequestAndFreezesThatItDid() throws IOException {
        TourManifest without = manifest(TourWeeks.holidays(asked(null, true)));

        assertThat(without.holidaysUnknownAfter()).isEqualTo(KNOWN);
        assertThat(without.hash())
                .isNotEqualTo(manifest(TourWeeks.holidays(asked(WINTER, true))).hash());
    }

    @Test
    void refusesAFileThatDoesNotSayUntilWhichDayItKnows() {
        assertThatExceptionOfType(RunRefused.class)
                .isThrownBy(() -> TourWeeks.holidays(asked(HEADER + "VACANCES;2026-12-19;2027-01-03\n", false)))
                .withMessageContaining("CONNU_JUSQU_AU");
    }

    @Test
    void refusesTwoEndsOfTheSameHolidays() {
        assertThatExceptionOfType(UnusableFile.class)
                .isThrownBy(() -> TourWeeks.holidays(asked(WINTER + "VACANCES;2026-12-19;2027-01-10\n", false)))
                .withMessageContainingAll("ligne 5", "la ligne 3 parle déjà de la même chose");
    }

    private TourRequest asked(@Nullable String vacances, boolean without) throws IOException {
        Path file = vacances == null ? null : Files.writeString(folder.resolve("vacances.csv"), vacances);
        return new TourRequest(
                folder.resolve("animateurs.csv"),
                null,
                null,
                file,
                without,
                MONDAY,
                4,
                null,
                new StepMotive("essai", "c-0"));
    }

    private static TourManifest manifest(KnownHolidays holidays) {
        return new TourManifest(1, "r", "b", "2017-12", MONDAY, MONDAY, 4, "a", null, null, new TreeMap<>(), holidays);
    }
}
