package fr.passerelle.calendar.tour;

import static fr.passerelle.calendar.tour.TourExamples.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.passerelle.calendar.rule.TourDates;
import fr.passerelle.calendar.rule.TourDates.DateSpan;
import fr.passerelle.calendar.tour.CalendarStudies.TourRequest;
import fr.passerelle.calendar.tour.TourManifest.KnownHolidays;
import fr.passerelle.published.decision.KeptText.StepMotive;
import fr.passerelle.published.session.PublishedSessions.PublishedSession;
import fr.passerelle.schemas.fault.RunRefused;
import fr.passerelle.sources.reject.UnusableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** The weeks that a calendar may be asked for, and those that it froze. */
class TourWeeksTest {

    private static final LocalDate DECEMBER = LocalDate.of(2026, 12, 7);
    private static final LocalDate KNOWN = LocalDate.of(2026, 8, 30);
    private static final String HEADER = "nature;debut;fin\n";
    private static final String WINTER = HEADER + """
        CONNU_JUSQU_AU;2027-07-02;
        VACANCES;2026-12-19;2027-01-03
        FERMETURE;2026-12-24;
        """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"0", "-4", "3", "6"})
    void refuseWeeksThatAreNoCycles(int weeks) {
        assertRefused(() -> TourWeeks.require(MONDAY, weeks, List.of()))
                .withMessageContaining("« --weeks " + weeks + " » n'en est pas un multiple");
    }

    @ParameterizedTest
    @CsvSource({"58", "60"})
    void refuseMoreWeeksThanAnyoneCanFix(int weeks) {
        assertRefused(() -> TourWeeks.require(MONDAY, weeks, List.of()))
                .withMessage("Un calendrier va jusqu'à 56 semaines, une année et un mois : « --weeks " + weeks
                        + " » va au-delà.");
    }

    @Test
    void proposeTheMondaysAroundAnotherDay() {
        assertRefused(() -> TourWeeks.require(LocalDate.of(2018, 1, 10), 4, List.of()))
                .withMessageContaining("2018-01-08")
                .withMessageContaining("2018-01-15");
    }

    @Test
    void keepInStepWithWhatIsPublished() {
        List<PublishedSession> standing = List.of(TourExamples.told("place:a", 540, null));

        assertThatCode(() -> TourWeeks.require(MONDAY.plusWeeks(4), 12, standing))
                .doesNotThrowAnyException();
        assertThatCode(() -> TourWeeks.require(MONDAY.minusWeeks(8), 12, standing))
                .doesNotThrowAnyException();
        assertRefused(() -> TourWeeks.require(MONDAY.plusWeeks(1), 12, standing))
                .withMessageContaining("2018-02-05, 2018-03-05, 2018-04-02");
    }

    @ParameterizedTest
    @CsvSource({
        "2018-01-07, false, 2018-01-07", "2018-01-24, true, 2018-01-24",
        "2018-02-04, true, 2018-02-04", "2018-02-05, false, "
    })
    void areAnExerciseWhereAllAreOverAndNobodyWasToldOfThem(
            LocalDate today, boolean told, @Nullable LocalDate planned) {
        assertThat(TourWeeks.planned(MONDAY, 4, today, told)).isEqualTo(planned);
    }

    @Test
    void areNotPlannedAgainOnceAllAreOver() {
        assertRefused(() -> TourWeeks.planned(MONDAY, 4, MONDAY.plusWeeks(4), true))
                .withMessageStartingWith("Ces semaines sont passées, et des séances y ont été annoncées");
    }

    @Test
    void refusesWeeksBeyondWhatIsKnownAndSaysWhatToGive() {
        assertRefused(() -> TourWeeks.holidays(asked(null, false)))
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
        assertRefused(() -> TourWeeks.holidays(asked(HEADER + "VACANCES;2026-12-19;2027-01-03\n", false)))
                .withMessageContaining("CONNU_JUSQU_AU");
    }

    @Test
    void refusesTwoEndsOfTheSameHolidays() {
        assertThatExceptionOfType(UnusableFile.class)
                .isThrownBy(() -> TourWeeks.holidays(asked(WINTER + "VACANCES;2026-12-19;2027-01-10\n", false)))
                .withMessageContainingAll("ligne 5", "la ligne 3 parle déjà de la même chose");
    }

    private static ThrowableAssertAlternative<RunRefused> assertRefused(ThrowingCallable asked) {
        return assertThatExceptionOfType(RunRefused.class).isThrownBy(asked);
    }

    private TourRequest asked(@Nullable String vacances, boolean without) throws IOException {
        Path file = vacances == null ? null : Files.writeString(folder.resolve("vacances.csv"), vacances);
        return new TourRequest(
                folder.resolve("animateurs.csv"),
                null,
                null,
                file,
                without,
                DECEMBER,
                4,
                null,
                new StepMotive("essai", "c-0"));
    }

    private static TourManifest manifest(KnownHolidays holidays) {
        return TourExamples.manifest(DECEMBER, DECEMBER, holidays);
    }

    private static final TourManifest MANIFEST = TourExamples.manifest(MONDAY, MONDAY.plusDays(10), TourExamples.NONE);

    @ParameterizedTest
    @CsvSource({
        "2018-01-07, false", "2018-01-08, false", "2018-01-19, false",
        "2018-01-20, true", "2018-02-04, true", "2018-02-05, false"
    })
    void speaksOfItsOwnWeeksAndOfNothingThatWasToldForTheDayOfItsPlanOrTheNext(LocalDate day, boolean speaks) {
        assertThat(MANIFEST.maySpeakOf(day)).isEqualTo(speaks);
        assertThat(MANIFEST.earliest()).isEqualTo("2018-01-19");
    }

    /** Published two days later, on a Saturday. */
    @ParameterizedTest
    @CsvSource({"2018-01-21, true", "2018-01-22, false"})
    void leavesWhatHasComeNearBeforeItIsPublished(LocalDate day, boolean fact) {
        assertThat(MANIFEST.isFact(day, LocalDate.of(2018, 1, 20))).isEqualTo(fact);
    }

    /** What machines and the database are told of it is what it froze, and nothing that follows of it. */
    @Test
    void isKeptAsItsComponents() {
        String kept = JsonMapper.shared().writeValueAsString(MANIFEST);

        assertThat(JsonMapper.shared().readValue(kept, TourManifest.class)).isEqualTo(MANIFEST);
        assertThat(kept).contains("animateursHash").doesNotContain("kind", "inputs", "earliest");
        assertThat(MANIFEST.inputs()).containsExactly(Map.entry("animateurs", "ef"));
    }
}
