package fr.passerelle.envelope.rule;

import static fr.passerelle.envelope.rule.WorkedEnvelope.credit;
import static fr.passerelle.envelope.rule.WorkedEnvelope.epci;
import static fr.passerelle.envelope.rule.WorkedEnvelope.told;
import static fr.passerelle.schemas.event.LigneCredit.ETUDE;
import static fr.passerelle.schemas.event.LigneCredit.INVESTISSEMENT;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.envelope.rule.Credits.BudgetCell;
import fr.passerelle.envelope.rule.Credits.Credit;
import fr.passerelle.envelope.rule.Credits.CreditWindow;
import fr.passerelle.envelope.rule.Credits.EquityRow.HighNeedShare;
import fr.passerelle.envelope.rule.Credits.EquityRow.OpeningFloor;
import fr.passerelle.envelope.rule.Envelope.Programme;
import fr.passerelle.rules.frequentation.Seeds;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.LigneCredit;
import fr.passerelle.schemas.event.Valeur;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Whether a programme holds under credits, and what credits allow from year to year. */
class CertificateTest {

    private static final EpciDescribed EPCI = epci(told("2018-09-01"));
    private static final EpciChoices CHOICES = WorkedEnvelope.choices(EPCI);
    private static final FundingOption OPENING = CHOICES.options().getFirst();

    @Test
    void acceptsAnAnswerWithinTheCreditsAndTellsWhatItReaches() {
        Certificate certificate = Certificate.of(envelope(2018, 2021), answer(OPENING));

        assertThat(certificate.holds()).isTrue();
        assertThat(certificate.levels()).containsExactly(16_500L, 28L, 1L);
    }

    @Test
    void refusesACentTooMuch() {
        Envelope tight = envelope(2018, 2021, credit(2018, LigneCredit.FONCTIONNEMENT, 14_999, false));

        assertThat(Certificate.of(tight, answer(OPENING)).breaches())
                .containsExactly("Les crédits de FONCTIONNEMENT de 2018 à 2018 sont dépassés de 100 centimes.");
    }

    @Test
    void refusesWhatFallsInAYearThatWasNotVoted() {
        assertThat(Certificate.of(envelope(2018, 2020), answer(OPENING)).breaches())
                .containsExactly("Les crédits de FONCTIONNEMENT de 2021 à 2021 sont dépassés de 1000000 centimes.");
    }

    @Test
    void refusesAnOptionThatIsNone() {
        FundingOption cheaper = new FundingOption(
                OPENING.financement(), OPENING.year(), OPENING.opening(), new TreeMap<>(), OPENING.values());

        assertThat(Certificate.of(envelope(2018, 2021), answer(cheaper)).breaches())
                .containsExactly("L'intercommunalité 200000001 n'a pas l'un de ses choix possibles.");
    }

    @Test
    void refusesAnEpciForgottenOrUnknown() {
        Programme other = new Programme(new TreeMap<>(Map.of("200000002", FundingOption.NOTHING)));

        assertThat(Certificate.of(envelope(2018, 2021), other).holds()).isFalse();
        assertThat(Certificate.of(envelope(2018, 2021), new Programme(new TreeMap<>()))
                        .breaches())
                .hasSize(2);
    }

    @Test
    void refusesARowOfEquityThatIsNotHeld() {
        Envelope asked = envelope(2018, 2021);
        Envelope floor = asked.with(new Credits(asked.credits().byCell(), List.of(new OpeningFloor("02", 1))));
        Envelope elsewhere = asked.with(new Credits(asked.credits().byCell(), List.of(new OpeningFloor("60", 1))));

        assertThat(Certificate.of(floor, answer(OPENING)).holds()).isTrue();
        assertThat(Certificate.of(floor, answer(FundingOption.NOTHING)).holds()).isFalse();
        assertThat(Certificate.of(elsewhere, answer(OPENING)).holds()).isFalse();
    }

    @Test
    void countsTheShareOfHighNeedOverTheOpenings() {
        Envelope asked = envelope(2018, 2021);
        Envelope all = asked.with(new Credits(asked.credits().byCell(), List.of(new HighNeedShare(10_000))));

        assertThat(Certificate.of(all, answer(OPENING)).holds())
                .as("its need is high")
                .isTrue();
        assertThat(Certificate.of(all, answer(FundingOption.NOTHING)).holds())
                .as("no opening, no share")
                .isTrue();
    }

    private static Envelope envelope(int from, int to, Credit... otherwise) {
        Credits credits = WorkedEnvelope.credits(from, to);
        for (Credit credit : otherwise) {
            credits.byCell().put(credit.cell(), credit);
        }
        return new Envelope(
                credits, Baremes.load("2017-05").programmation().valeur(Valeur.HABITANTS), List.of(CHOICES));
    }

    private static Programme answer(FundingOption option) {
        return new Programme(new TreeMap<>(Map.of(WorkedEnvelope.SIREN, option)));
    }

    @Test
    void boundsEachYearAloneWhereNothingIsCarriedOver() {
        Credits credits =
                Credits.of(List.of(credit(2018, ETUDE, 10, false), credit(2019, ETUDE, 20, false)), List.of());

        assertThat(windows(credits, 2019, ETUDE))
                .containsExactly(
                        new CreditWindow(ETUDE, 2018, 2018, 1_000), new CreditWindow(ETUDE, 2019, 2019, 2_000));
    }

    @Test
    void boundsTheYearsTogetherThatCarryOverToEachOther() {
        Credits credits = Credits.of(
                List.of(credit(2018, ETUDE, 10, true), credit(2019, ETUDE, 20, true), credit(2020, ETUDE, 5, false)),
                List.of());

        assertThat(windows(credits, 2021, ETUDE))
                .containsExactly(
                        new CreditWindow(ETUDE, 2018, 2018, 1_000),
                        new CreditWindow(ETUDE, 2018, 2019, 3_000),
                        new CreditWindow(ETUDE, 2018, 2020, 3_500),
                        new CreditWindow(ETUDE, 2021, 2021, 0));
    }

    @Test
    void givesNothingOnALineOrInAYearThatWasNotVoted() {
        Credits credits = Credits.of(List.of(credit(2018, ETUDE, 10, false)), List.of());

        assertThat(windows(credits, 2018, INVESTISSEMENT))
                .containsExactly(new CreditWindow(INVESTISSEMENT, 2018, 2018, 0));
        assertThat(credits.years()).containsExactly(2018);
    }

    @Test
    void takesWhatIsPromisedElsewhereOutOfWhatWasVoted() {
        Credits credits = Credits.of(
                List.of(new Credit(new BudgetCell(2018, ETUDE), 1_000, 400, true), credit(2019, ETUDE, 1, false)),
                List.of());

        assertThat(windows(credits, 2019, ETUDE))
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

        boolean allowed = windows(Credits.of(years, List.of()), 2022, ETUDE).stream()
                .allMatch(window -> spent(spent, window) <= window.limit());

        assertThat(allowed).isEqualTo(isPaid(years, spent));
    }

    private static List<CreditWindow> windows(Credits credits, int until, LigneCredit line) {
        return credits.windows(until).stream()
                .filter(window -> window.line() == line)
                .toList();
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
