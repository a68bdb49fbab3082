package fr.passerelle.calendar.tour;

import static fr.passerelle.calendar.rule.TourCases.ANIMATEUR;
import static fr.passerelle.calendar.rule.TourCases.EPCI;
import static fr.passerelle.calendar.rule.TourCases.HALL;
import static fr.passerelle.calendar.rule.TourCases.LIBRARY;
import static fr.passerelle.calendar.rule.TourCases.MONDAY;
import static fr.passerelle.calendar.rule.TourCases.at;
import static fr.passerelle.calendar.rule.TourCases.question;
import static fr.passerelle.calendar.rule.TourCases.stop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import fr.passerelle.calendar.rule.DayPlanner;
import fr.passerelle.calendar.rule.DayPlanner.TourVisit;
import fr.passerelle.calendar.rule.ReferenceSession;
import fr.passerelle.calendar.rule.TourCalendar;
import fr.passerelle.calendar.rule.TourCalendar.DayTour;
import fr.passerelle.calendar.rule.TourDates;
import fr.passerelle.calendar.rule.TourDates.DateSpan;
import fr.passerelle.calendar.rule.TourQuestion;
import fr.passerelle.calendar.rule.TourStop;
import fr.passerelle.calendar.solver.TourSolver.TourAnswer;
import fr.passerelle.calendar.tour.CalendarStudies.TourRequest;
import fr.passerelle.calendar.tour.SectorRecord.Past;
import fr.passerelle.calendar.tour.SessionIds.SessionId;
import fr.passerelle.calendar.tour.TourManifest.KnownHolidays;
import fr.passerelle.published.decision.KeptText.StepMotive;
import fr.passerelle.published.session.PublishedSessions.PublishedSession;
import fr.passerelle.schemas.event.ArretJournee;
import fr.passerelle.schemas.event.DemiJournee;
import fr.passerelle.schemas.event.EcartSeance;
import fr.passerelle.schemas.event.EtapeDesservie;
import fr.passerelle.schemas.event.JourOuvrable;
import fr.passerelle.schemas.event.JourneeAnimateur;
import fr.passerelle.schemas.event.NatureEcartSeance;
import fr.passerelle.schemas.event.Rythme;
import fr.passerelle.schemas.event.RythmeEtape;
import fr.passerelle.schemas.event.SeancePlanifiee;
import fr.passerelle.schemas.event.ToursComputed;
import fr.passerelle.schemas.fault.RunRefused;
import fr.passerelle.sources.reject.UnusableFile;
import fr.passerelle.study.Study;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a sector tells of its calendar, and the identities that its sessions keep; then the weeks that a calendar may be asked for, and those
 * that it froze.
 */
class SectorRecordTest {

    private static final TourStop A = stop("A", HALL, 1);
    private static final TourStop B = stop("B", HALL, 2);
    private static final TourQuestion QUESTION = question(ANIMATEUR, A, B);
    private static final RythmeEtape MONDAYS = new RythmeEtape(
            0, Rythme.UNE_SEMAINE_SUR_QUATRE, JourOuvrable.LUNDI, DemiJournee.MATIN, List.of(1), "A-01");

    @Test
    void tellsEachSessionDayAndLoad() {
        DayTour first = day(0, A, B);
        DayTour second = day(8, B);
        ToursComputed record = record(List.of(first, second), List.of());

        assertThat(record.getSeances())
                .extracting(SeancePlanifiee::getSeance)
                .containsExactly("place:A|2018-01-08|0", "place:B|2018-01-08|0", "place:B|2018-01-08|1");
        assertThat(record.getSeances())
                .extracting(SeancePlanifiee::getOutOfRhythm)
                .containsExactly(false, false, true);
        assertThat(record.getEtapes()).extracting(EtapeDesservie::getHeldInAll).containsExactly(1, 2);
        assertThat(record.getJournees()).hasSize(2);
        assertThat(record.getJournees().getFirst().getArrets())
                .extracting(ArretJournee::getSeance)
                .containsExactly("place:A|2018-01-08|0", "place:B|2018-01-08|0");
        assertThat(record.getCharges().getFirst().getRoadMinutes())
                .isEqualTo(first.roadMinutes() + second.roadMinutes());
        assertThat(record.getCharges().getFirst().getSessions()).isEqualTo(3);
        assertThat(record.getEcarts())
                .extracting(EcartSeance::getNature)
                .containsOnly(NatureEcartSeance.AJOUTEE)
                .hasSize(3);
    }

    @Test
    void givesNoIdentityTwice() {
        ToursComputed record = record(List.of(day(0, A)), List.of(SessionId.read("place:A|2018-01-08|0")));

        assertThat(record.getSeances().getFirst().getSeance()).isEqualTo("place:A|2018-01-08|1");
    }

    /** Held by somebody whom no file names any more. */
    @Test
    void tellsWhatHasBeenAsItStands() {
        PublishedSession fact = told("place:A", EPCI, 1);
        JourneeAnimateur journee =
                record(List.of(day(1, A)), List.of()).getJournees().getFirst();

        ToursComputed record =
                record(List.of(day(8, B)), List.of(), new Past(List.of(fact), List.of(journee)), List.of());

        assertThat(record.getSeances()).hasSize(2).first().satisfies(seance -> {
            assertThat(fact.isAs(seance)).isTrue();
            assertThat(seance.getSeance()).isEqualTo(fact.seance());
            assertThat(seance.getPinned()).isTrue();
        });
        assertThat(record.getJournees()).hasSize(2).first().isEqualTo(journee);
        assertThat(record.getEtapes()).extracting(EtapeDesservie::getHeldInAll).containsExactly(1, 1);
        assertThat(record.getEcarts()).extracting(EcartSeance::getEtape).containsExactly("place:B");
    }

    /** An étape that nobody asks for any more is in no question: what is left of its sessions is told all the same, and not twice. */
    @Test
    void tellsTheSessionsOfAnEtapeThatVanished() {
        Map<Integer, List<PublishedSession>> vanished = SectorRecord.vanished(
                List.of(QUESTION.withStops(List.of(B)).withAnimateurs(List.of()), QUESTION.withStops(List.of(A))),
                List.of(
                        told("place:A", EPCI, 1),
                        told("place:C", EPCI, 2),
                        told("place:D", "246000855", 3),
                        told("place:C", EPCI, 28),
                        told("place:E", EPCI, 0)),
                TourExamples.manifest(MONDAY, MONDAY.minusDays(1), TourExamples.NONE));

        ToursComputed record =
                record(List.of(), List.of(), new Past(List.of(), List.of()), vanished.getOrDefault(0, List.of()));

        assertThat(vanished).containsOnlyKeys(0);
        assertThat(record.getEpcis()).containsExactly(EPCI, "246000855");
        assertThat(record.getEcarts())
                .extracting(EcartSeance::getEtape, EcartSeance::getNature, EcartSeance::getDayBefore)
                .containsExactly(
                        tuple("place:C", NatureEcartSeance.SUPPRIMEE, MONDAY.plusDays(2)),
                        tuple("place:D", NatureEcartSeance.SUPPRIMEE, MONDAY.plusDays(3)));
    }

    private static PublishedSession told(String etape, String epci, int day) {
        return TourExamples.session(etape + "|" + MONDAY + "|" + day, etape, epci, MONDAY.plusDays(day), 540, null);
    }

    private static ToursComputed record(List<DayTour> days, List<SessionId> taken) {
        return record(days, taken, new Past(List.of(), List.of()), List.of());
    }

    private static ToursComputed record(
            List<DayTour> days, List<SessionId> taken, Past past, List<PublishedSession> gone) {
        TourAnswer answer = new TourAnswer(
                null, new TreeMap<>(Map.of("place:B", List.of(MONDAYS))), List.of(), new TourCalendar(days), List.of());
        return new SectorRecord(QUESTION, answer, taken, past, gone)
                .of(TourExamples.plan(Study.State.PLANNED), TourExamples.RUN, 0, 1);
    }

    private static DayTour day(int after, TourStop... stops) {
        return new DayPlanner(QUESTION)
                .best(
                        ANIMATEUR,
                        MONDAY.plusDays(after),
                        List.of(stops).stream().map(TourVisit::of).toList())
                .orElseThrow();
    }

    private final TourStop a = stop("A", LIBRARY, 2);
    private final TourQuestion question = question(ANIMATEUR, a);

    @Test
    void ranksTheSessionsOfACycleThatNobodyPublished() {
        SessionIds ids = SessionIds.of(question, calendar(MONDAY, MONDAY.plusDays(14)), List.of());

        assertThat(ids.pairs().keySet())
                .extracting(SessionId::toString)
                .containsExactly("place:A|2018-01-08|0", "place:A|2018-01-08|1");
        assertThat(ids.changes())
                .extracting(EcartSeance::getNature)
                .containsExactly(NatureEcartSeance.AJOUTEE, NatureEcartSeance.AJOUTEE);
    }

    @Test
    void keepsTheIdentityOfASessionThatMoves() {
        TourQuestion published = published(session(3, MONDAY, "A-01"));

        SessionIds ids = SessionIds.of(published, calendar(MONDAY.plusDays(1)), List.of(id(3)));

        assertThat(ids.bySession().values()).containsExactly(id(3));
        assertThat(ids.changes()).singleElement().satisfies(change -> {
            assertThat(change.getNature()).isEqualTo(NatureEcartSeance.DEPLACEE);
            assertThat(change.getSeance()).isEqualTo("place:A|2018-01-08|3");
            assertThat(change.getDayBefore()).isEqualTo(MONDAY);
            assertThat(change.getDayAfter()).isEqualTo(MONDAY.plusDays(1));
            assertThat(change.getStartAfter()).isEqualTo(at(9, 0));
        });
    }

    /** What has been is no session of the calendar: it keeps its identity, and nothing moves under it. */
    @Test
    void movesNothingUnderTheIdentityOfWhatHasBeen() {
        ReferenceSession fact = new ReferenceSession(id(0).toString(), "place:A", MONDAY, at(9, 0), "A-12", true, true);

        SessionIds ids = SessionIds.of(published(fact), calendar(MONDAY.plusDays(14)), List.of(id(0)));

        assertThat(ids.pairs().keySet()).containsExactly(id(1));
        assertThat(ids.changes()).extracting(EcartSeance::getNature).containsExactly(NatureEcartSeance.AJOUTEE);
    }

    @Test
    void givesNoRankTwice() {
        TourQuestion published = published(session(0, MONDAY, "A-01"));

        SessionIds ids = SessionIds.of(published, calendar(MONDAY, MONDAY.plusDays(14)), List.of(id(0), id(9), id(10)));

        assertThat(ids.pairs().keySet()).containsExactly(id(0), id(11));
        assertThat(ids.changes()).extracting(EcartSeance::getNature).containsExactly(NatureEcartSeance.AJOUTEE);
    }

    @Test
    void tellsWhatIsHeldNoMoreAndWhatAnotherHolds() {
        TourQuestion published = published(session(0, MONDAY, "A-02"), session(1, MONDAY.plusDays(14), "A-01"));

        assertThat(SessionIds.of(published, calendar(MONDAY), List.of(id(0), id(1)))
                        .changes())
                .extracting(EcartSeance::getNature)
                .containsExactly(NatureEcartSeance.CONFIEE_A_UN_AUTRE, NatureEcartSeance.SUPPRIMEE);
    }

    @Test
    void tellsWhatNoEtapeAsksForAnyMore() {
        PublishedSession gone = TourExamples.session("place:Z|2018-01-08|0", "place:Z", EPCI, MONDAY, 540, null);

        SessionIds ids = SessionIds.of(question, calendar(MONDAY), List.of()).without(List.of(gone));

        assertThat(ids.bySession()).hasSize(1);
        assertThat(ids.changes())
                .extracting(EcartSeance::getEtape, EcartSeance::getNature)
                .containsExactly(
                        tuple("place:A", NatureEcartSeance.AJOUTEE), tuple("place:Z", NatureEcartSeance.SUPPRIMEE));
    }

    @Test
    void readsAnIdentityAsItWasWritten() {
        assertThat(SessionId.read("place:A|2018-01-08|10")).isEqualTo(id(10)).isGreaterThan(id(9));
    }

    private TourQuestion published(ReferenceSession... sessions) {
        return question.withReferences(List.of(sessions));
    }

    private static ReferenceSession session(int rank, LocalDate date, String animateur) {
        return new ReferenceSession(id(rank).toString(), "place:A", date, at(9, 0), animateur, true);
    }

    private static SessionId id(int rank) {
        return new SessionId("place:A", MONDAY, rank);
    }

    private TourCalendar calendar(LocalDate... dates) {
        return new TourCalendar(Arrays.stream(dates)
                .map(date -> new DayPlanner(question)
                        .best(ANIMATEUR, date, List.of(TourVisit.of(a)))
                        .orElseThrow())
                .toList());
    }

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
    void areNotPlannedAgainOnceAllAreOverNorBeyondTheWeeksThatAreKnown() {
        assertRefused(() -> TourWeeks.planned(MONDAY, 4, MONDAY.plusWeeks(4), true))
                .withMessageStartingWith("Ces semaines sont passées, et des séances y ont été annoncées");
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
    void refusesHolidaysKnownUntilNoDayOrWithTwoEnds() {
        assertRefused(() -> TourWeeks.holidays(asked(HEADER + "VACANCES;2026-12-19;2027-01-03\n", false)))
                .withMessageContaining("CONNU_JUSQU_AU");
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
