package fr.passerelle.rules.frequentation;

import static fr.passerelle.rules.frequentation.Records.closure;
import static fr.passerelle.rules.frequentation.Records.month;
import static fr.passerelle.rules.frequentation.Records.of;
import static fr.passerelle.rules.frequentation.Records.register;
import static fr.passerelle.rules.frequentation.Records.session;
import static fr.passerelle.rules.frequentation.Rooms.AS_OF;
import static fr.passerelle.rules.frequentation.Rooms.BAREME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.passerelle.rules.frequentation.EpciFlags.EpciTrend;
import fr.passerelle.rules.frequentation.RoomWindow.RecentYear;
import fr.passerelle.schemas.bareme.JeuDeRegles.Fenetre;
import fr.passerelle.schemas.bareme.JeuDeRegles.Signalements;
import fr.passerelle.schemas.event.ActivitePratiquee;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.Operande;
import fr.passerelle.schemas.event.RegleEssayee;
import fr.passerelle.schemas.event.ReportedLine;
import fr.passerelle.schemas.event.RoomInventoried;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the attendance of an EPCI's rooms shows; the numbers of each case were worked out by hand. */
class EpciFlagsTest {

    private static final String LAST_YEAR = "MOIS 2016-10 10";

    @Test
    void seesAPartialReturnUnderFourRoomsOutOfFive() {
        assertThat(flags(returned(4), silent(1))).doesNotContain(Flag.PARTIAL_RETURN);
        assertThat(flags(returned(3), silent(1))).contains(Flag.PARTIAL_RETURN);
    }

    @Test
    void tellsWhatItCompared() {
        RegleEssayee step = EpciFlags.of("200000001", together(returned(3), silent(1)), BAREME)
                .steps()
                .getFirst();

        assertThat(step.getOutcome()).isEqualTo("PARTIAL_RETURN");
        assertThat(step.getOn()).isEqualTo("epci:200000001");
        assertThat(step.getDecides()).isFalse();
        assertThat(step.getOperands())
                .extracting(Operande::getAmount)
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(new BigDecimal(3), new BigDecimal(4), new BigDecimal("0.80"));
    }

    @Test
    void asksNoReturnOfARoomThatIsClosedOrWasNotObserved() {
        Lines closedInOctober = Records.noted(LAST_YEAR);
        closedInOctober.add(closure("2017-10-01", "2017-10-31"));
        RoomInventoried gone = Rooms.in("gone", "02001");
        gone.setClosed(LocalDate.of(2017, 9, 1));

        assertThat(flags(List.of(
                        score("closed in October", closedInOctober),
                        Rooms.score(gone, Records.noted(LAST_YEAR)),
                        score("new", Records.noted("MOIS 2017-10 10")),
                        score("never", new Lines()))))
                .isEmpty();
    }

    /**
     * A: 10 a month, then 20; B: 100 a month, then 100. Together 120 / 110 − 1 = 0.090909; without A 0; without B 1, which lies 0.909091
     * from it.
     */
    @Test
    void seesTheTrendThatRestsOnOneRoom() {
        EpciFlags shown = EpciFlags.of("200000001", rooms("A 12 10 20; B 12 100 100"), BAREME);

        assertThat(shown.codes()).containsExactly("SINGLE_SOURCE_SHIFT");
        assertThat(amount(shown, "tendance")).isEqualTo(new BigDecimal("0.090909"));
        assertThat(amount(shown, "tendance_sans_elle")).isEqualTo(new BigDecimal("1.000000"));
        assertThat(amount(shown, "ecart")).isEqualTo(new BigDecimal("0.909091"));
        assertThat(operand(shown, "salle").getText()).isEqualTo("B");
    }

    /** Ten rooms, of 100 a month: nine stay, one gains half. Together 1050 / 1000 − 1 = 0.05; without the tenth 0: five points, no more. */
    @Test
    void allowsFivePointsAndNoMore() {
        assertThat(flags(ten(150))).isEmpty();
        assertThat(flags(ten(151))).containsExactly(Flag.SINGLE_SOURCE_SHIFT);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        one room alone | A 12 10 20 | false
        72 and 60 presences in the first year, neither enough alone | A 12 6 12; B 12 5 1 | false
        72 and 108 presences in the first year | A 12 6 12; B 12 9 1 | true
        five months of both years | A 5 100 200; B 5 100 1 | false
        six months of both years | A 6 100 200; B 6 100 1 | true
        """)
    void comparesNothingWhereTheOthersHaveTooLittleForATrend(String what, String rooms, boolean flagged) {
        assertThat(flags(rooms(rooms))).isEqualTo(flagged ? List.of(Flag.SINGLE_SOURCE_SHIFT) : List.of());
    }

    /** Each with how many months it was counted in, and with how many presences a month in the first year and in the second. */
    private static List<Frequentation> rooms(String rooms) {
        return Stream.of(rooms.split("; "))
                .map(room -> room.split(" "))
                .map(room -> score(
                        room[0],
                        years(Integer.parseInt(room[1]), Integer.parseInt(room[2]), Integer.parseInt(room[3]))))
                .toList();
    }

    /** Five calendar months in both years; two more of the last year alone are no part of them. */
    @Test
    void countsOnlyTheMonthsThatATrendRestsOn() {
        Lines one = years(5, 100, 200);
        Lines other = years(5, 100, 1);
        Stream.of(one, other).forEach(register -> {
            register.add(month("2017-05", 7));
            register.add(month("2017-04", 7));
        });

        assertThat(flags(List.of(score("A", one), score("B", other)))).isEmpty();
    }

    @Test
    void leavesOutNoRoomThatHasNoTrend() {
        EpciFlags shown = EpciFlags.of("200000001", rooms("A 0 0 0; B 12 100 100; C 12 100 100"), BAREME);

        assertThat(operand(shown, "salle").getText()).isEqualTo("B");
    }

    /** A: 100 presences in the first year, just enough, then 200; B: 1 000, then 1 000: without B the trend is 1, 0.909091 from that of both. */
    @Test
    void comparesWithOthersThatHaveJustEnough() {
        EpciFlags shown = EpciFlags.of("200000001", rooms("A 10 10 20; B 10 100 100"), BAREME);

        assertThat(operand(shown, "salle").getText()).isEqualTo("B");
        assertThat(amount(shown, "tendance_sans_elle")).isEqualTo(new BigDecimal("1.000000"));
    }

    @Test
    void hasNoTrendFromNothingWhateverTheBaremeAllows() {
        Fenetre lax = new Fenetre(24, BAREME.fenetre().minimumObservedShare(), 10_000, 6, 0);

        assertThat(EpciTrend.of(rooms("A 12 0 20"), lax).value()).isEmpty();
    }

    @Test
    void doesNotDependOnTheOrderOfRooms() {
        List<Frequentation> rooms = ten(151);

        assertThat(EpciFlags.of("200000001", rooms.reversed(), BAREME))
                .isEqualTo(EpciFlags.of("200000001", rooms, BAREME));
    }

    private static List<Frequentation> ten(int last) {
        return IntStream.range(0, 10)
                .mapToObj(i -> score("S" + i, years(12, 100, i == 9 ? last : 100)))
                .toList();
    }

    private static List<Frequentation> returned(int rooms) {
        return IntStream.range(0, rooms)
                .mapToObj(i -> score("returned" + i, Records.noted(LAST_YEAR + "; MOIS 2017-10 10")))
                .toList();
    }

    private static List<Frequentation> silent(int rooms) {
        return IntStream.range(0, rooms)
                .mapToObj(i -> score("silent" + i, Records.noted(LAST_YEAR)))
                .toList();
    }

    /** The last months of both years, with these presences each. */
    private static Lines years(int months, int before, int now) {
        Lines register = new Lines();
        for (int back = 0; back < months; back++) {
            register.add(month(AS_OF.minusMonths(back).toString(), now));
            register.add(month(AS_OF.minusMonths(back + 12L).toString(), before));
        }
        return register;
    }

    private static Frequentation score(String id, Lines register) {
        return Rooms.score(Rooms.in(id, "02001"), register);
    }

    @SafeVarargs
    private static List<Frequentation> together(List<Frequentation>... rooms) {
        List<Frequentation> all = new ArrayList<>();
        List.of(rooms).forEach(all::addAll);
        return all;
    }

    @SafeVarargs
    private static List<Flag> flags(List<Frequentation>... rooms) {
        return EpciFlags.of("200000001", together(rooms), BAREME).codes().stream()
                .map(Flag::valueOf)
                .toList();
    }

    private static BigDecimal amount(EpciFlags shown, String name) {
        return Objects.requireNonNull(operand(shown, name).getAmount());
    }

    private static Operande operand(EpciFlags shown, String name) {
        return shown.steps().get(1).getOperands().stream()
                .filter(operand -> operand.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static final Signalements OF_2017 = Rooms.BAREME.signalements();
    private static final YearMonth FIRST = YearMonth.parse("2016-01");

    /** Lax thresholds ask for four months of 50, and for medians of three months that differ threefold. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        three equal months | 2017-05 | 31 30 30 30 | true
        equal months that are parted | 2017-05 | 30 30 31 30 | false
        small counts and zeros | 2017-05 | 29 29 29 0 0 0 | false
        equal months across a missing one | 2017-05 | 30 30 - 30 30 | false
        three where four are asked for | lax | 50 50 50 | false
        four of too few | lax | 49 49 49 49 | false
        four of just enough | lax | 50 50 50 50 | true
        """)
    void seesMonthsThatWereCopied(String what, String thresholds, String presences, boolean copied) {
        assertThat(SeriesSigns.copied(months(presences), thresholds(thresholds)).isEmpty())
                .isEqualTo(!copied);
    }

    /** An odd number of months has its median in the middle. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        four times as many | 2017-05 | 10 10 10 10 10 10 40 40 40 40 40 40 | true
        four times fewer | 2017-05 | 40 40 40 40 40 40 10 10 10 10 10 10 | true
        not quite four times | 2017-05 | 10 10 10 10 10 10 39 39 39 39 39 39 | false
        one month that stands out | 2017-05 | 10 10 10 10 10 10 10 10 10 10 10 900 | false
        nobody ever came | 2017-05 | 0 0 0 0 0 0 0 0 0 0 0 0 | false
        across a missing month | 2017-05 | 10 10 10 10 10 10 - 40 40 40 40 40 | false
        a short window | 2017-05 | 10 40 | false
        medians of 30 and 90 | lax | 1 30 99 89 90 200 | true
        medians of 30 and 89 | lax | 1 30 99 80 89 200 | false
        """)
    void seesMediansThatDifferFourfold(String what, String thresholds, String presences, boolean broken) {
        assertThat(SeriesSigns.broken(months(presences), thresholds(thresholds)).isPresent())
                .isEqualTo(broken);
    }

    private static Signalements thresholds(String name) {
        return name.equals("lax") ? new Signalements(4, 50, 3, 3, 90, BigDecimal.ZERO, BigDecimal.ZERO, 0, 0) : OF_2017;
    }

    @Test
    void takesEqualMonthsOfSessionsForWhatTheyAre() {
        Lines register = Records.noted("MOIS 2016-01 30; MOIS 2016-02 30; SEANCE 2016-03-15 30");

        assertThat(SeriesSigns.copied(months(register, 3), OF_2017)).isEmpty();
    }

    /** A month each from 2016-01 on, of which some are missing. */
    private static List<MonthFigures> months(String presences) {
        String[] counts = presences.split(" ");
        Lines register = new Lines();
        for (int i = 0; i < counts.length; i++) {
            if (!counts[i].equals("-")) {
                register.add(month(FIRST.plusMonths(i).toString(), Integer.parseInt(counts[i])));
            }
        }
        return months(register, counts.length);
    }

    private static List<MonthFigures> months(Lines register, int length) {
        return Rooms.figures(register.register(), new Window(FIRST.plusMonths(length - 1L), length));
    }

    /** Six of the last twelve, or as many as were open. */
    @ParameterizedTest
    @CsvSource({"12, 5, true", "12, 6, false", "5, 4, true", "5, 5, false", "0, 0, false", "12, 0, true"})
    void isThinUnderSixMonthsOrThoseThatWereOpen(int open, int observed, boolean thin) {
        assertThat(new RecentYear(open, observed, 1_000).isThin(OF_2017)).isEqualTo(thin);
    }

    /** 99 and 100 a year; 8 a month in nine months are 96 a year, 9 are 108; where nothing was observed nothing is small. */
    @ParameterizedTest
    @CsvSource({"12, 99, true", "12, 100, false", "9, 72, true", "9, 81, false", "0, 0, false", "1, 8, true"})
    void isSmallUnderAHundredPresencesAYear(int observed, long presences, boolean small) {
        assertThat(new RecentYear(12, observed, presences).isSmall(OF_2017)).isEqualTo(small);
    }

    @Test
    void saysWhichMonthsAreTheSame() {
        var signs = signs(month("2017-02", 41), month("2017-03", 40), month("2017-04", 40), month("2017-05", 40));

        assertThat(signs.copied()).containsExactly(YearMonth.of(2017, 3), YearMonth.of(2017, 4), YearMonth.of(2017, 5));
        assertThat(signs.breaks()).isEmpty();
    }

    @Test
    void saysFromWhichMonthOnTheScaleIsAnother() {
        var signs = signs(IntStream.range(0, 12)
                .mapToObj(i -> month(YearMonth.of(2016, 11).plusMonths(i).toString(), (i < 6 ? 10 : 100) + i))
                .toArray(ReportedLine[]::new));

        assertThat(signs.breaks()).contains(YearMonth.of(2017, 5));
        assertThat(signs.copied()).isEmpty();
    }

    private static SeriesSigns signs(ReportedLine... records) {
        return SeriesSigns.of(new RoomFacts(Rooms.alwaysOpen(), Records.register(records)), Rooms.AS_OF, Rooms.BAREME);
    }

    @Test
    void putsTheMostAttendedOfTheLastTwelveMonthsFirst() {
        Frequentation scored = score(register(
                of("PHOTO", month("2016-10", 500)),
                of("PHOTO", month("2016-11", 5)),
                of("INTERNET", month("2017-10", 4)),
                of("INTERNET", month("2017-09", 3)),
                of("BUREAUTIQUE", month("2017-10", 5))));

        assertThat(scored.getActivites())
                .extracting(ActivitePratiquee::getActivity, ActivitePratiquee::getPresences)
                .containsExactly(tuple("INTERNET", 7L), tuple("BUREAUTIQUE", 5L), tuple("PHOTO", 5L));
        assertThat(scored.getActivites().stream()
                        .mapToLong(ActivitePratiquee::getPresences)
                        .sum())
                .isEqualTo(scored.getPresences12Months());
    }

    @Test
    void countsTheFinestGrainOnlyAndLeavesOutWhatNobodyCameTo() {
        Frequentation scored = score(register(of("PHOTO", month("2017-10", 0)), of("INTERNET", month("2017-09", 1))));

        assertThat(scored.getActivites())
                .extracting(ActivitePratiquee::getActivity)
                .containsExactly("INTERNET");
        assertThat(score(register(of("PHOTO", month("2017-10", 50)), of("PHOTO", session("2017-10-04", 6))))
                        .getActivites())
                .extracting(ActivitePratiquee::getPresences)
                .containsExactly(6L);
    }

    private static Frequentation score(RoomRegister register) {
        return Rooms.score(Rooms.alwaysOpen(), register, Rooms.AS_OF);
    }
}
