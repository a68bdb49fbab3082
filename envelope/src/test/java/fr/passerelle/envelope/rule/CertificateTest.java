package fr.passerelle.envelope.rule;

import static fr.passerelle.envelope.rule.WorkedEnvelope.SEAT;
import static fr.passerelle.envelope.rule.WorkedEnvelope.credit;
import static fr.passerelle.envelope.rule.WorkedEnvelope.epci;
import static fr.passerelle.envelope.rule.WorkedEnvelope.plan;
import static fr.passerelle.envelope.rule.WorkedEnvelope.told;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.envelope.rule.Credits.Credit;
import fr.passerelle.envelope.rule.Credits.EquityRow.HighNeedShare;
import fr.passerelle.envelope.rule.Credits.EquityRow.OpeningFloor;
import fr.passerelle.envelope.rule.Envelope.Programme;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.LigneCredit;
import fr.passerelle.schemas.event.Valeur;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CertificateTest {

    private static final EpciDescribed EPCI = epci(told("2018-09-01"));
    private static final EpciChoices CHOICES =
            WorkedEnvelope.choices(EPCI, plan(EPCI, SEAT).build());
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
                credits,
                Baremes.load("2017-05").programmation().orElseThrow().valeur(Valeur.HABITANTS),
                List.of(CHOICES));
    }

    private static Programme answer(FundingOption option) {
        return new Programme(new TreeMap<>(Map.of(WorkedEnvelope.SIREN, option)));
    }
}
