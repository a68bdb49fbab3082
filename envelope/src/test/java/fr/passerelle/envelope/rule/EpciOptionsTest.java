package fr.passerelle.envelope.rule;

import static fr.passerelle.schemas.event.Financement.ETUDE;
import static fr.passerelle.schemas.event.Financement.OUVERTURE;
import static fr.passerelle.schemas.event.Financement.RIEN;
import static fr.passerelle.schemas.event.LigneCredit.INVESTISSEMENT;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.envelope.rule.Credits.BudgetCell;
import fr.passerelle.envelope.rule.Credits.Credit;
import fr.passerelle.envelope.rule.Credits.CreditWindow;
import fr.passerelle.envelope.rule.Credits.EquityRow.HighNeedShare;
import fr.passerelle.envelope.rule.Credits.EquityRow.OpeningFloor;
import fr.passerelle.envelope.rule.Envelope.Programme;
import fr.passerelle.envelope.rule.Envelopes.Terms;
import fr.passerelle.envelope.rule.EpciOptions.OpeningDays;
import fr.passerelle.rules.explanation.BarePlan;
import fr.passerelle.rules.explanation.Facts;
import fr.passerelle.rules.financing.Financing;
import fr.passerelle.rules.frequentation.Seeds;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.event.AideNotifiee;
import fr.passerelle.schemas.event.Besoin;
import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.ChoixExclu;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.Concurrent;
import fr.passerelle.schemas.event.Critere;
import fr.passerelle.schemas.event.DecisionKind;
import fr.passerelle.schemas.event.DecisionRecorded;
import fr.passerelle.schemas.event.Empechement;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.EtudeState;
import fr.passerelle.schemas.event.Intercommunalite;
import fr.passerelle.schemas.event.LigneCredit;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.Siege;
import fr.passerelle.schemas.event.SiegeKind;
import fr.passerelle.schemas.event.Valeur;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/**
 * The euros of the options are those of case 3 of RULES 5, placed in years by hand; then whether a programme holds under credits, and what
 * credits allow from year to year.
 */
class EpciOptionsTest {

    /** One fictitious EPCI of high need whose study, investment and running cost what case 3 of RULES 5 says, with 30,000 for the investment. */
    private static final String SIREN = "200000001";

    private static final Siege SEAT = new Siege(SiegeKind.SALLE, "AISNE-001", "Salle A", "02001", "A");

    private static final Bareme BAREME = Baremes.load("2017-05");
    private static final EpciDescribed EPCI = epci(told("2018-09-01"));

    @Test
    void opensInEachYearFromTheOneThatWasTold() {
        EpciChoices choices = choices(EPCI);

        assertThat(options(choices))
                .containsExactly(
                        "OUVERTURE 2018",
                        "OUVERTURE 2019",
                        "OUVERTURE 2020",
                        "ETUDE 2018",
                        "ETUDE 2019",
                        "ETUDE 2020",
                        "RIEN 0");
        assertThat(choices.departement()).isEqualTo("02");
    }

    @Test
    void placesTheEurosOfTheFinancingRulesInTheYearsOfTheOpening() {
        EpciChoices choices = choices(EPCI);

        assertThat(euros(choices.options().getFirst()))
                .isEqualTo(Map.of(
                        "2018 ETUDE", "10000.00",
                        "2018 INVESTISSEMENT", "15000.00",
                        "2018 FONCTIONNEMENT", "15000.00",
                        "2019 FONCTIONNEMENT", "40000.00",
                        "2020 FONCTIONNEMENT", "25000.00",
                        "2021 FONCTIONNEMENT", "10000.00"));
        assertThat(choices.options().get(1).opening()).isEqualTo(LocalDate.of(2019, 9, 1));
    }

    /** 5,500 within five kilometres, three times as the need is high; open from September 2018 to December 2020. */
    @Test
    void isWorthTheInhabitantsNearItsScoreAndItsMonths() {
        assertThat(first(choices(EPCI)).values())
                .isEqualTo(Map.of(
                        Critere.HABITANTS_PONDERES, 16_500L,
                        Critere.HABITANTS_PROCHES, 5_500L,
                        Critere.SCORE, 64L,
                        Critere.MOIS_OUVERTS, 28L,
                        Critere.OUVERTURES, 1L,
                        Critere.ETUDES, 1L));
    }

    @Test
    void countsASiteForNoScore() {
        Siege site = new Siege(SiegeKind.SITE, "S-1", "Local", "02001", "A");

        assertThat(first(choices(EPCI, plan(EPCI, site).build())).value(Critere.SCORE))
                .isZero();
    }

    @Test
    void opensOnTheFirstOfSeptemberWhereNoDayWasToldAndAfterTheProposals() {
        assertThat(first(choices(epci(told(null)))).opening()).isEqualTo(LocalDate.of(2018, 9, 1));

        assertThat(first(choices(epci(told("2020-02-29")))).opening()).isEqualTo(LocalDate.of(2020, 2, 29));
        assertThat(new OpeningDays(terms(), LocalDate.of(2016, 2, 29)).in(2018)).isEqualTo(LocalDate.of(2018, 2, 28));
        assertThat(new OpeningDays(terms(), LocalDate.of(2018, 3, 1)).all())
                .containsExactly(LocalDate.of(2019, 3, 1), LocalDate.of(2020, 3, 1));
    }

    private static Terms terms() {
        return new Terms(
                Baremes.load("2017-05"),
                YearMonth.of(2018, 3),
                credits(2018, 2020).years());
    }

    @Test
    void leavesOutWhatMayNotBeChosenWithItsReason() {
        EpciDescribed orphan = epci(told(null).setPorteur(null));
        EpciDescribed uncosted = epci(told(null).setCostInvestissement(null));
        EpciDescribed refusing = epci(told(null).setEtude(EtudeState.REFUSEE));

        assertThat(excluded(choices(orphan))).containsExactly("OUVERTURE SANS_PORTEUR");
        assertThat(excluded(choices(uncosted))).containsExactly("OUVERTURE COUT_INCONNU");
        assertThat(excluded(choices(refusing))).containsExactly("ETUDE ETUDE_REFUSEE");
        assertThat(excluded(choices(EPCI, plan(EPCI, null).build()))).containsExactly("OUVERTURE SANS_CANDIDAT");
        assertThat(excluded(choices(EPCI, plan(EPCI, null).setAInstruire(1).build())))
                .containsExactly("OUVERTURE A_INSTRUIRE");
        assertThat(excluded(choices(
                        EPCI, plan(EPCI, null).setExAequo(List.of(SEAT, SEAT)).build())))
                .containsExactly("OUVERTURE EX_AEQUO");
        assertThat(excluded(choices(
                        EPCI, plan(EPCI, null).setExistingTiersLieu("Fabrique").build())))
                .containsExactly("OUVERTURE TIERS_LIEU_EXISTANT");
    }

    private static List<String> excluded(EpciChoices choices) {
        return choices.excluded().stream()
                .map(one -> one.getFinancement() + " " + one.getMotif())
                .toList();
    }

    private static List<String> options(EpciChoices choices) {
        return choices.options().stream()
                .map(option -> option.financement() + " " + option.year())
                .toList();
    }

    private static FundingOption first(EpciChoices choices) {
        return choices.options().getFirst();
    }

    @Test
    void opensWithoutAStudyThatWasRefused() {
        FundingOption opening = first(choices(epci(told("2018-09-01").setEtude(EtudeState.REFUSEE))));

        assertThat(opening.cents()).doesNotContainKey(new BudgetCell(2018, LigneCredit.ETUDE));
        assertThat(opening.value(Critere.ETUDES)).isZero();
    }

    @Test
    void leavesNothingToChooseWhereTheSeatWasNotified() {
        Plan plan = plan(EPCI, SEAT).build();

        EpciChoices choices = choices(EPCI, plan, notified("2018-02-01", "room:AISNE-001", plan, null));

        assertThat(choices.options()).extracting(FundingOption::financement).containsExactly(RIEN);
        assertThat(choices.excluded())
                .containsExactly(
                        new ChoixExclu(OUVERTURE, Empechement.NOTIFIE), new ChoixExclu(ETUDE, Empechement.NOTIFIE));
        assertThat(euros(choices.engaged()))
                .containsEntry("2019 FONCTIONNEMENT", "40000.00")
                .hasSize(6);
        assertThat(choices.value(FundingOption.NOTHING, Critere.HABITANTS_PONDERES))
                .isEqualTo(16_500);
        assertThat(choices.openings(FundingOption.NOTHING)).isEqualTo(1);
        assertThat(choices.waits(FundingOption.NOTHING)).isFalse();
    }

    @Test
    void stillOpensWhereTheStudyAloneWasNotified() {
        Plan plan = plan(EPCI, SEAT).build();

        EpciChoices choices = choices(EPCI, plan, notified("2018-02-01", null, plan, "ETUDE"));

        assertThat(euros(choices.engaged())).isEqualTo(Map.of("2018 ETUDE", "10000.00"));
        assertThat(choices.options()).extracting(FundingOption::financement).containsOnly(OUVERTURE, RIEN);
        assertThat(choices.options().getFirst().cents()).doesNotContainKey(new BudgetCell(2018, LigneCredit.ETUDE));
        assertThat(choices.value(choices.options().getFirst(), Critere.ETUDES)).isEqualTo(1);
    }

    /** Of an opening of September 2017, what 2017 bore is no concern of the credits from 2018 on. */
    @Test
    void countsOnlyTheYearsOfTheCreditsOfWhatWasNotified() {
        EpciDescribed early = epci(told("2017-09-01"));
        Plan plan = plan(early, SEAT).build();

        assertThat(euros(choices(early, plan, notified("2017-06-01", "room:AISNE-001", plan, null))
                        .engaged()))
                .isEqualTo(Map.of(
                        "2018 FONCTIONNEMENT", "40000.00",
                        "2019 FONCTIONNEMENT", "25000.00",
                        "2020 FONCTIONNEMENT", "10000.00"));
    }

    /** Of a seat that was notified before its costs were known: it opens after its act, on the day told, and nobody takes its amounts for nothing. */
    @Test
    void saysThatTheAmountOfWhatWasNotifiedIsNotKnown() {
        EpciDescribed uncosted = epci(told("2019-09-01").setCostInvestissement(null));
        Plan plan = plan(uncosted, SEAT).build();

        EpciChoices choices = choices(uncosted, plan, notified("2017-06-01", "room:AISNE-001", plan, "NONE"));

        assertThat(choices.excluded())
                .extracting(ChoixExclu::getMotif)
                .containsOnly(Empechement.MONTANT_NOTIFIE_INCONNU);
        assertThat(choices.engaged().opening()).isEqualTo(LocalDate.of(2019, 9, 1));
        assertThat(choices.engaged().value(Critere.MOIS_OUVERTS)).isEqualTo(16);
        assertThat(choices.engaged().cents()).isEmpty();
    }

    @Test
    void opensWhatWasNotifiedWithoutADayAfterItsAct() {
        EpciDescribed silent = epci(told(null));
        Plan plan = plan(silent, SEAT).build();

        assertThat(choices(silent, plan, notified("2018-10-01", "room:AISNE-001", plan, "NONE"))
                        .engaged()
                        .opening())
                .isEqualTo(LocalDate.of(2019, 9, 1));
    }

    @Test
    void studiesInNoYearThatIsOver() {
        assertThat(options(
                        choices(YearMonth.of(2018, 11), EPCI, plan(EPCI, SEAT).build())))
                .contains("ETUDE 2018");
        assertThat(options(
                        choices(YearMonth.of(2018, 12), EPCI, plan(EPCI, SEAT).build())))
                .contains("ETUDE 2019", "ETUDE 2020")
                .doesNotContain("ETUDE 2018", "OUVERTURE 2018");
    }

    private static DecisionRecorded notified(String date, @Nullable String seat, Plan plan, @Nullable String line) {
        return BarePlan.decision("epci:" + SIREN, SIREN, DecisionKind.NOTIFIED, date)
                .setSeat(seat)
                .setAid(plan.getAid().stream()
                        .filter(aid -> line == null || aid.getLine().name().equals(line))
                        .map(aid -> new AideNotifiee(aid.getLine().name(), aid.getAid()))
                        .toList())
                .build();
    }

    private static Map<String, String> euros(FundingOption option) {
        return option.cents().entrySet().stream()
                .collect(Collectors.toMap(
                        cell -> cell.getKey().year() + " " + cell.getKey().line(),
                        cell -> BigDecimal.valueOf(cell.getValue(), 2).toPlainString(),
                        (one, other) -> one,
                        TreeMap::new));
    }

    private static final LigneCredit STUDY = LigneCredit.ETUDE;
    private static final EpciChoices CHOICES = choices(EPCI);
    private static final FundingOption OPENING = CHOICES.options().getFirst();

    @Test
    void acceptsAnAnswerWithinTheCreditsAndTellsWhatItReaches() {
        Certificate certificate = Certificate.of(envelope(2018, 2021), answer(OPENING));

        assertThat(certificate.holds()).isTrue();
        assertThat(certificate.levels()).containsExactly(16_500L, 28L, 1L);
    }

    @Test
    void refusesACentTooMuchAYearThatWasNotVotedAndAnOptionThatIsNone() {
        Envelope tight = envelope(2018, 2021, credit(2018, LigneCredit.FONCTIONNEMENT, 14_999, false));

        assertThat(Certificate.of(tight, answer(OPENING)).breaches())
                .containsExactly("Les crédits de FONCTIONNEMENT de 2018 à 2018 sont dépassés de 100 centimes.");

        assertThat(Certificate.of(envelope(2018, 2020), answer(OPENING)).breaches())
                .containsExactly("Les crédits de FONCTIONNEMENT de 2021 à 2021 sont dépassés de 1000000 centimes.");

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
        Credits credits = credits(from, to);
        for (Credit credit : otherwise) {
            credits.byCell().put(credit.cell(), credit);
        }
        return new Envelope(
                credits, Baremes.load("2017-05").programmation().valeur(Valeur.HABITANTS), List.of(CHOICES));
    }

    private static Programme answer(FundingOption option) {
        return new Programme(new TreeMap<>(Map.of(SIREN, option)));
    }

    @Test
    void boundsEachYearAloneWhereNothingIsCarriedOver() {
        Credits credits =
                Credits.of(List.of(credit(2018, STUDY, 10, false), credit(2019, STUDY, 20, false)), List.of());

        assertThat(windows(credits, 2019, STUDY))
                .containsExactly(
                        new CreditWindow(STUDY, 2018, 2018, 1_000), new CreditWindow(STUDY, 2019, 2019, 2_000));
    }

    @Test
    void boundsTheYearsTogetherThatCarryOverToEachOther() {
        Credits credits = Credits.of(
                List.of(credit(2018, STUDY, 10, true), credit(2019, STUDY, 20, true), credit(2020, STUDY, 5, false)),
                List.of());

        assertThat(windows(credits, 2021, STUDY))
                .containsExactly(
                        new CreditWindow(STUDY, 2018, 2018, 1_000),
                        new CreditWindow(STUDY, 2018, 2019, 3_000),
                        new CreditWindow(STUDY, 2018, 2020, 3_500),
                        new CreditWindow(STUDY, 2021, 2021, 0));
    }

    @Test
    void givesNothingOnALineOrInAYearThatWasNotVoted() {
        Credits credits = Credits.of(List.of(credit(2018, STUDY, 10, false)), List.of());

        assertThat(windows(credits, 2018, INVESTISSEMENT))
                .containsExactly(new CreditWindow(INVESTISSEMENT, 2018, 2018, 0));
        assertThat(credits.years()).containsExactly(2018);
    }

    @Test
    void takesWhatIsPromisedElsewhereOutOfWhatWasVoted() {
        Credits credits = Credits.of(
                List.of(new Credit(new BudgetCell(2018, STUDY), 1_000, 400, true), credit(2019, STUDY, 1, false)),
                List.of());

        assertThat(windows(credits, 2019, STUDY))
                .containsExactly(new CreditWindow(STUDY, 2018, 2018, 600), new CreditWindow(STUDY, 2018, 2019, 700));
    }

    /** What the windows allow is what somebody who carries over year after year can pay. */
    @RepeatedTest(300)
    void allowsJustWhatCanBePaidYearAfterYear(RepetitionInfo repetition) {
        Random random = Seeds.random(repetition);
        List<Credit> years = new ArrayList<>();
        List<Integer> spent = new ArrayList<>();
        for (int year = 2018; year < 2023; year++) {
            years.add(credit(year, STUDY, random.nextInt(4), random.nextBoolean()));
            spent.add(100 * random.nextInt(4));
        }

        boolean allowed = windows(Credits.of(years, List.of()), 2022, STUDY).stream()
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

    /** It told all its costs and who carries it. */
    private static Intercommunalite.Builder told(@Nullable String opening) {
        return Intercommunalite.newBuilder()
                .setFunctionsWanted(List.of())
                .setPorteur(SIREN)
                .setCostEtude(new BigDecimal("12500"))
                .setCostInvestissement(new BigDecimal("30000"))
                .setCostAnimation1(new BigDecimal("60000"))
                .setCostAnimation2(new BigDecimal("60000"))
                .setCostAnimation3(new BigDecimal("60000"))
                .setOpening(opening == null ? null : LocalDate.parse(opening));
    }

    /** 4,000 inhabitants at its seat, 1,500 three kilometres away, 900 thirty kilometres away. */
    private static EpciDescribed epci(Intercommunalite.Builder told) {
        return EpciDescribed.newBuilder(Facts.epci())
                .setPopulation(6_400)
                .setCommunes(List.of(
                        new Commune("02001", "A", 4_000, 49.0, 3.0, null),
                        new Commune("02002", "B", 1_500, 49.027, 3.0, null),
                        new Commune("02003", "C", 900, 49.27, 3.0, null)))
                .setIntercommunalite(told.build())
                .build();
    }

    /** It proposes the seat, with the aid that the financing rules give. */
    private static Plan.Builder plan(EpciDescribed epci, @Nullable Siege seat) {
        return BarePlan.of(SIREN)
                .setBesoin(Besoin.ELEVE)
                .setSiege(seat)
                .setTiersLieu(seat == null ? null : seat.getId())
                .setCandidates(seat == null ? List.of() : List.of(candidate(seat)))
                .setAid(new Financing(BAREME.reglement(), SIREN, epci.getIntercommunalite()).lines(seat != null));
    }

    private static Concurrent candidate(Siege seat) {
        return BarePlan.candidate(seat, Candidature.RETENUE)
                .setRank(1)
                .setFunctionsConfirmed(2)
                .setScore(seat.getKind() == SiegeKind.SALLE ? 64 : null)
                .build();
    }

    private static EpciChoices choices(EpciDescribed epci, Plan plan, DecisionRecorded... decisions) {
        return choices(YearMonth.of(2017, 10), epci, plan, decisions);
    }

    /** Where its seat is proposed, and nothing was decided. */
    private static EpciChoices choices(EpciDescribed epci) {
        return choices(epci, plan(epci, SEAT).build());
    }

    private static EpciChoices choices(YearMonth asOf, EpciDescribed epci, Plan plan, DecisionRecorded... decisions) {
        return new Envelopes(BAREME, asOf, Map.of(SIREN, epci), Map.of(SIREN, List.of(decisions)))
                .of(List.of(plan), credits(2018, 2020), Valeur.HABITANTS)
                .epcis()
                .getFirst();
    }

    /** A million euros on each line of each year, which does not carry over. */
    private static Credits credits(int from, int to) {
        return Credits.of(
                IntStream.rangeClosed(from, to)
                        .boxed()
                        .flatMap(year ->
                                Stream.of(LigneCredit.values()).map(line -> credit(year, line, 1_000_000, false)))
                        .toList(),
                List.of());
    }

    private static Credit credit(int year, LigneCredit line, long euros, boolean carriesOver) {
        return new Credit(new BudgetCell(year, line), euros * 100, 0, carriesOver);
    }
}
