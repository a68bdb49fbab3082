package fr.passerelle.envelope.rule;

import static fr.passerelle.envelope.rule.WorkedEnvelope.credit;
import static fr.passerelle.schemas.event.LigneCredit.ETUDE;
import static fr.passerelle.schemas.event.LigneCredit.INVESTISSEMENT;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.envelope.rule.Credits.BudgetCell;
import fr.passerelle.envelope.rule.Credits.Credit;
import fr.passerelle.envelope.rule.Credits.CreditWindow;
import fr.passerelle.rules.frequentation.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class CreditsTest {

    @Test
    void boundsEachYearAloneWhereNothingIsCarriedOver() {
        Credits credits =
                Credits.of(List.of(credit(2018, ETUDE, 10, false), credit(2019, ETUDE, 20, false)), List.of());

        assertThat(credits.windows(2019).stream().filter(window -> window.line() == ETUDE))
                .containsExactly(
                        new CreditWindow(ETUDE, 2018, 2018, 1_000), new CreditWindow(ETUDE, 2019, 2019, 2_000));
    }

    @Test
    void boundsTheYearsTogetherThatCarryOverToEachOther() {
        Credits credits = Credits.of(
                List.of(credit(2018, ETUDE, 10, true), credit(2019, ETUDE, 20, true), credit(2020, ETUDE, 5, false)),
                List.of());

        assertThat(credits.windows(2021).stream().filter(window -> window.line() == ETUDE))
                .containsExactly(
                        new CreditWindow(ETUDE, 2018, 2018, 1_000),
                        new CreditWindow(ETUDE, 2018, 2019, 3_000),
                        new CreditWindow(ETUDE, 2018, 2020, 3_500),
                        new CreditWindow(ETUDE, 2021, 2021, 0));
    }

    @Test
    void givesNothingOnALineOrInAYearThatWasNotVoted() {
        Credits credits = Credits.of(List.of(credit(2018, ETUDE, 10, false)), List.of());

        assertThat(credits.windows(2018).stream().filter(window -> window.line() == INVESTISSEMENT))
                .containsExactly(new CreditWindow(INVESTISSEMENT, 2018, 2018, 0));
        assertThat(credits.years()).containsExactly(2018);
    }

    @Test
    void takesWhatIsPromisedElsewhereOutOfWhatWasVoted() {
        Credits credits = Credits.of(
                List.of(new Credit(new BudgetCell(2018, ETUDE), 1_000, 400, true), credit(2019, ETUDE, 1, false)),
                List.of());

        assertThat(credits.windows(2019).stream().filter(window -> window.line() == ETUDE))
                .containsExactly(new CreditWindow(ETUDE, 2018, 2018, 600), new CreditWindow(ETUDE, 2018, 2019, 700));
    }

    /** What the windows allow is what somebody who carries over year after year can pay. */
    @RepeatedTest(300)
    void allowsJustWhatCanBePaidYearAfterYear(RepetitionInfo repetition) {
        Random random = Seeds.random(repetition);
        List<Credit> years = new ArrayList<>();
        List<Integer> spent = new ArrayList<>();
        for (int year = 2018; year < 2023; year++) {
            years.add(credit(year, ETUDE, random.nextInt(4), random.nextBoolean()));
            spent.add(100 * random.nextInt(4));
        }

        boolean allowed = Credits.of(years, List.of()).windows(2022).stream()
                .filter(window -> window.line() == ETUDE)
                .allMatch(window -> spent(spent, window) <= window.limit());

        assertThat(allowed).isEqualTo(isPaid(years, spent));
    }

    private static long spent(List<Integer> spent, CreditWindow window) {
        long sum = 0;
        for (int year = window.from(); year <= window.to(); year++) {
            sum += spent.get(year - 2018);
        }
        return sum;
    }

    private static boolean isPaid(List<Credit> years, List<Integer> spent) {
        long purse = 0;
        for (int i = 0; i < years.size(); i++) {
            purse += years.get(i).available() - spent.get(i);
            if (purse < 0) {
                return false;
            }
            purse = years.get(i).carriesOver() ? purse : 0;
        }
        return true;
    }
}
