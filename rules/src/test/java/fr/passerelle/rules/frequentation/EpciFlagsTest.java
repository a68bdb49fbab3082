package fr.passerelle.rules.frequentation;

import static fr.passerelle.rules.frequentation.Records.closure;
import static fr.passerelle.rules.frequentation.Records.month;
import static fr.passerelle.rules.frequentation.Rooms.AS_OF;
import static fr.passerelle.rules.frequentation.Rooms.BAREME;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.rules.frequentation.EpciFlags.EpciTrend;
import fr.passerelle.schemas.bareme.JeuDeRegles.Fenetre;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.Operande;
import fr.passerelle.schemas.event.RegleEssayee;
import fr.passerelle.schemas.event.RoomInventoried;
import java.math.BigDecimal;
import java.time.LocalDate;
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
        Lines closedInOctober = october(2016, 10);
        closedInOctober.add(closure("2017-10-01", "2017-10-31"));
        RoomInventoried gone = Rooms.in("gone", "02001");
        gone.setClosed(LocalDate.of(2017, 9, 1));

        assertThat(flags(List.of(
                        score("closed in October", closedInOctober),
                        Rooms.score(gone, october(2016, 10)),
                        score("new", october(2017, 10)),
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
                .mapToObj(i -> score("returned" + i, october(2016, 10, october(2017, 10))))
                .toList();
    }

    private static List<Frequentation> silent(int rooms) {
        return IntStream.range(0, rooms)
                .mapToObj(i -> score("silent" + i, october(2016, 10)))
                .toList();
    }

    private static Lines october(int year, int presences) {
        return october(year, presences, new Lines());
    }

    private static Lines october(int year, int presences, Lines register) {
        register.add(month(year + "-10", presences));
        return register;
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
        return EpciFlags.of("200000001", together(rooms), BAREME).flags();
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
}
