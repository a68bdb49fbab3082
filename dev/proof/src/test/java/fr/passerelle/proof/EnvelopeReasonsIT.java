package fr.passerelle.proof;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.envelope.rule.Credits;
import fr.passerelle.envelope.rule.Credits.BudgetCell;
import fr.passerelle.envelope.rule.Credits.Credit;
import fr.passerelle.envelope.rule.Credits.EquityRow;
import fr.passerelle.envelope.rule.Envelope;
import fr.passerelle.envelope.rule.Envelopes;
import fr.passerelle.envelope.rule.EpciChoices;
import fr.passerelle.envelope.rule.FundingOption;
import fr.passerelle.envelope.solver.EnvelopeSolver;
import fr.passerelle.local.program.Deployment;
import fr.passerelle.published.Namespace;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.current.ReadModel;
import fr.passerelle.published.place.PlaceTable;
import fr.passerelle.published.result.Results;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.event.ChoixEpci;
import fr.passerelle.schemas.event.CreditManquant;
import fr.passerelle.schemas.event.Deplacement;
import fr.passerelle.schemas.event.Enveloppe;
import fr.passerelle.schemas.event.Fonction;
import fr.passerelle.schemas.event.LevierEssaye;
import fr.passerelle.schemas.event.LevierPropre;
import fr.passerelle.schemas.event.LigneCredit;
import fr.passerelle.schemas.event.LigneLevee;
import fr.passerelle.schemas.event.MotifAttente;
import fr.passerelle.schemas.event.Niveau;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.Preuve;
import fr.passerelle.schemas.event.Remplacement;
import fr.passerelle.schemas.event.Valeur;
import fr.passerelle.schemas.fault.RunRefused;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Why EPCIs of the demonstration wait, each reason applied: what it claims is solved for anew, each answer proven to be the best. */
@Tag("proof")
@Story.Told
class EnvelopeReasonsIT {

    /** What is said where it is proven that no choice holds what is asked; without a row of equity none is named. */
    private static final String NO_CHOICE = "Sous ces crédits, ces lignes d'équité ne peuvent pas être tenues : .";

    private static final String NO_SHARE = "Sous ces crédits, cette ligne d'équité ne peut pas être tenue : la part des"
            + " ouvertures où le besoin est élevé, 100 %.";

    /** Every opening where need is high. */
    private static final EquityRow SHARE = new EquityRow.HighNeedShare(10_000);

    private static final Set<Boolean> YES_AND_NO = Set.of(true, false);

    @AutoClose
    private Deployment system;

    private PublishedResults published;

    /** By kind of reason, what was told to one EPCI or another: that it helps, that it does not. */
    private final Map<String, Set<Boolean>> told = new TreeMap<>();

    @BeforeAll
    void readTheDemonstration() {
        system = Deployments.demonstration();
        var owner = system.endpoints().owner();
        var jdbc = JdbcClient.create(
                new DriverManagerDataSource(system.endpoints().postgresUrl(), owner.user(), owner.password()));
        var namespace = new Namespace(system.namespace());
        published = new ReadModel(jdbc, new Results(jdbc, namespace), new PlaceTable(jdbc), namespace).published(1);
    }

    /** At 40 and 70 % of what is asked some wait, at the whole of it only those whose need is too low, where that counts. */
    @ParameterizedTest
    @CsvSource({"40, false", "70, false", "70, true", "100, false", "100, true"})
    void tellsReasonsThatHoldWhenTheyAreApplied(int percent, boolean needCounts) {
        Envelope envelope = asked(percent, needCounts ? List.of(SHARE) : List.of());

        Enveloppe answer = solved(envelope, List.of(), true);

        assertThat(bytes(solved(envelope, List.of(), true))).isEqualTo(bytes(answer));
        assertThat(answer.getAttentes().isEmpty()).isEqualTo(percent == 100 && !needCounts);
        assertThat(answer.getAttentes())
                .extracting(MotifAttente::getEpci)
                .containsExactlyElementsOf(answer.getChoix().stream()
                        .filter(ChoixEpci::getAttend)
                        .map(ChoixEpci::getEpci)
                        .toList());
        Question question = new Question(envelope, answer, withEveryFunction(envelope), Dropped.all(envelope), told);
        assertThat(answer.getAttentes()).allSatisfy(motif -> new Wait(question, motif).check());
    }

    /** What were always told the same would be proven on one side only. A function changes nothing, whoever waits. */
    @Test
    void saysYesAndNoOfEachKindOfReason() {
        assertThat(told)
                .isEqualTo(Map.of(
                        "remplacement", YES_AND_NO,
                        "dans_un_pour_cent", YES_AND_NO,
                        "credits", YES_AND_NO,
                        "lignes", YES_AND_NO,
                        "COUT", YES_AND_NO,
                        "FONCTION", Set.of(false),
                        "ANNEE_PLUS_TARD", YES_AND_NO));
    }

    /** Under a share of the credits that fund the first option of each EPCI in its year; what is left carries over. */
    private Envelope asked(int percent, List<EquityRow> equity) {
        SortedMap<BudgetCell, Long> asked = new TreeMap<>();
        Envelope without = of(plans(), credits(cell -> 0, equity));
        without.epcis()
                .forEach(epci ->
                        epci.options().getFirst().cents().forEach((cell, part) -> asked.merge(cell, part, Long::sum)));
        return without.with(credits(cell -> asked.getOrDefault(cell, 0L) * percent / 100, equity));
    }

    /** The same question, had every function of every place been confirmed. */
    private Envelope withEveryFunction(Envelope envelope) {
        List<Plan> plans = plans().stream()
                .map(plan -> Plan.newBuilder(plan)
                        .setFunctions(List.of(Fonction.values()))
                        .build())
                .toList();
        plans.forEach(
                plan -> plan.getCandidates().forEach(each -> each.setFunctionsConfirmed(Fonction.values().length)));
        assertThat(plans())
                .anySatisfy(plan -> assertThat(plan.getFunctions()).hasSizeLessThan(Fonction.values().length));
        return of(plans, envelope.credits());
    }

    private List<Plan> plans() {
        return List.copyOf(published.proposals().plans().values());
    }

    private Envelope of(List<Plan> plans, Credits credits) {
        Bareme bareme = published.run().bareme();
        return new Envelopes(bareme, YearMonth.parse(published.run().asOf()), published.epcis(), Map.of())
                .of(plans, credits, Valeur.HABITANTS);
    }

    private static Credits credits(ToLongFunction<BudgetCell> cents, List<EquityRow> equity) {
        return Credits.of(
                IntStream.rangeClosed(2018, 2022)
                        .boxed()
                        .flatMap(year -> Stream.of(LigneCredit.values()).map(line -> new BudgetCell(year, line)))
                        .map(cell -> new Credit(cell, cents.applyAsLong(cell), 0, true))
                        .toList(),
                equity);
    }

    private static Enveloppe solved(Envelope envelope, List<ChoixEpci> kept, boolean reasons) {
        Enveloppe answer = EnvelopeSolver.solve(envelope, kept, reasons, line -> {});
        assertThat(answer.getPreuve()).isEqualTo(Preuve.OPTIMAL);
        return answer;
    }

    private static List<Long> levels(Enveloppe answer) {
        return answer.getNiveaux().stream().map(Niveau::getValue).toList();
    }

    private static byte[] bytes(Enveloppe answer) {
        return new Records().encode(answer);
    }

    /**
     * The question without one of its rows.
     *
     * @param row as it is named, whoever enters
     * @param best the best levels then
     */
    private record Dropped(LigneLevee row, Envelope envelope, List<Long> best) {

        /** Each row of the credits, then those of equity, of which only the share is asked. */
        static List<Dropped> all(Envelope envelope) {
            Credits credits = envelope.credits();
            return Stream.concat(
                            credits.byCell().keySet().stream()
                                    .map(cell -> of(cell.year(), cell.line(), envelope.without(cell))),
                            credits.equity().stream().map(row -> of(null, null, envelope.without(row))))
                    .toList();
        }

        private static Dropped of(@Nullable Integer year, @Nullable LigneCredit line, Envelope without) {
            return new Dropped(
                    new LigneLevee(year, line, null, false), without, levels(solved(without, List.of(), false)));
        }

        LigneLevee entering(boolean enters) {
            return new LigneLevee(row.getYear(), row.getLine(), row.getDepartement(), enters);
        }
    }

    /**
     * What those that wait were told about.
     *
     * @param confirmed the same, had every function been confirmed
     * @param told by kind of reason
     */
    private record Question(
            Envelope envelope,
            Enveloppe answer,
            Envelope confirmed,
            List<Dropped> dropped,
            Map<String, Set<Boolean>> told) {

        List<Long> best() {
            return levels(answer);
        }

        /** SIRENs of those that some credit of one year lets in, by the least that does. */
        List<String> ranked() {
            return answer.getAttentes().stream()
                    .filter(motif -> least(motif).isPresent())
                    .sorted(Comparator.comparing(
                                    (MotifAttente motif) -> least(motif).orElseThrow())
                            .thenComparing(MotifAttente::getEpci))
                    .map(MotifAttente::getEpci)
                    .toList();
        }

        private static Optional<BigDecimal> least(MotifAttente motif) {
            return motif.getCredits().stream()
                    .flatMap(credit -> Stream.ofNullable(credit.getEuros()))
                    .min(Comparator.naturalOrder());
        }

        void tell(String kind, boolean helps) {
            told.computeIfAbsent(kind, each -> new TreeSet<>()).add(helps);
        }
    }

    /** An EPCI that waits. It is forced in by having nothing else to choose than what it waits for: where no level is lost by that, it enters. */
    private record Wait(Question question, MotifAttente motif) {

        /** More than all could cost, in cents. */
        private static final long PLENTY = 100_000_000_000L;

        private static final int WHOLE = 1_000;

        /** Who waits, for what, and whether all of it is proven: no reasons. */
        private static final List<String> NO_REASONS = List.of("epci", "financement", "preuve");

        /** Applies each kind of reason: one that is not among these fails. */
        void check() {
            assertThat(motif.getPreuve()).isEqualTo(Preuve.OPTIMAL);
            assertThat(motif.getFinancement())
                    .isEqualTo(epci(question.envelope()).aim());
            Map<String, Runnable> checks = Map.of(
                    "remplacement", this::checkReplacement,
                    "dans_un_pour_cent", this::checkNearness,
                    "credits", this::checkCredits,
                    "rang", this::checkRank,
                    "leviers", this::checkLevers,
                    "lignes", this::checkRows);
            assertThat(MotifAttente.getClassSchema().getFields())
                    .extracting(Schema.Field::name)
                    .filteredOn(kind -> !NO_REASONS.contains(kind))
                    .containsExactlyInAnyOrderElementsOf(checks.keySet());
            checks.values().forEach(Runnable::run);
        }

        /** Who leaves or slips, and the levels, where it is forced in and all others keep what they may. */
        private void checkReplacement() {
            Optional<Enveloppe> forced = forced(question.envelope());
            question.tell("remplacement", forced.isPresent());
            assertThat(motif.getRemplacement())
                    .isEqualTo(forced.map(then -> new Remplacement(true, moves(then.getChoix()), then.getNiveaux()))
                            .orElseGet(() -> new Remplacement(false, List.of(), List.of())));
        }

        private List<Deplacement> moves(List<ChoixEpci> after) {
            List<ChoixEpci> before = question.answer().getChoix();
            return IntStream.range(0, before.size())
                    .filter(i -> place(after.get(i)) > place(before.get(i)))
                    .mapToObj(i -> new Deplacement(
                            before.get(i).getEpci(),
                            before.get(i).getFinancement(),
                            before.get(i).getYear(),
                            after.get(i).getFinancement(),
                            after.get(i).getYear()))
                    .toList();
        }

        /** Of a choice among the options of its EPCI: openings, studies, nothing, each by year. */
        private static int place(ChoixEpci choice) {
            int year = Objects.requireNonNullElse(choice.getYear(), 0);
            return switch (choice.getFinancement()) {
                case OUVERTURE -> year;
                case ETUDE -> 10_000 + year;
                case RIEN -> 20_000;
            };
        }

        private void checkNearness() {
            long best = question.best().getFirst();
            boolean isNear = forced(question.envelope())
                    .filter(then -> 100 * levels(then).getFirst() >= 99 * best)
                    .isPresent();
            question.tell("dans_un_pour_cent", isNear);
            assertThat(motif.getDansUnPourCent()).isEqualTo(isNear);
        }

        private void checkCredits() {
            assertThat(motif.getCredits())
                    .extracting(CreditManquant::getYear)
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(2018, question.envelope().lastYear())
                                    .boxed()
                                    .toList());
            assertThat(motif.getCredits()).allSatisfy(this::checkCredit);
            motif.getCredits().stream()
                    .filter(credit -> credit.getEuros() != null)
                    .min(Comparator.comparing(CreditManquant::getEuros))
                    .ifPresent(this::checkLeast);
        }

        /** With that much more on each line of the year; where no amount is enough, not with a billion. */
        private void checkCredit(CreditManquant credit) {
            boolean isEnough = credit.getEuros() != null;
            question.tell("credits", isEnough);
            long cents = isEnough ? Credits.cents(credit.getEuros()) : PLENTY;
            assertThat(enters(more(credit.getYear(), line -> cents)))
                    .as(credit.toString())
                    .isEqualTo(isEnough);
        }

        /**
         * The year that costs least, which people are told and which ranks it: a cent less on one line is not enough, and for the first of all
         * no sharing of a cent less is, which takes a hundred solutions.
         */
        private void checkLeast(CreditManquant credit) {
            long less = Credits.cents(credit.getEuros()) - 1;
            if (less >= 0) {
                assertThat(LigneCredit.values())
                        .as("A cent less than " + credit)
                        .noneMatch(line -> enters(more(credit.getYear(), other -> other == line ? less : 0)));
            }
            if (question.ranked().getFirst().equals(motif.getEpci())) {
                assertThat(entersBySharing(credit.getYear(), less, new EnumMap<>(LigneCredit.class)))
                        .as("A cent less than " + credit)
                        .isFalse();
            }
        }

        /**
         * Whether it enters with so many cents in all on the lines of a year, however they are shared. What a line needs when each other line
         * has all that could be left to it, it needs in any sharing.
         *
         * @param needed cents that a line has in any sharing with which it enters; none where there is no key
         */
        private boolean entersBySharing(int year, long cents, Map<LigneCredit, Long> needed) {
            long spare =
                    cents - needed.values().stream().mapToLong(Long::longValue).sum();
            if (spare < 0 || !enters(more(year, line -> needed.getOrDefault(line, 0L) + spare))) {
                return false;
            }
            Map<LigneCredit, Long> raised = new EnumMap<>(LigneCredit.class);
            for (LigneCredit line : LigneCredit.values()) {
                raised.put(line, needed(year, line, spare, needed));
            }
            if (enters(more(year, raised::get))) {
                return raised.values().stream().mapToLong(Long::longValue).sum() <= cents;
            }
            assertThat(raised).as("What the lines need of " + year).isNotEqualTo(needed);
            return entersBySharing(year, cents, raised);
        }

        /** What a line needs at least, up to all that is spare: halved until a cent less is not enough. */
        private long needed(int year, LigneCredit line, long spare, Map<LigneCredit, Long> needed) {
            long lacking = needed.getOrDefault(line, 0L) - 1;
            long enough = lacking + 1 + spare;
            for (long next = lacking + 1; lacking + 1 < enough; next = (lacking + enough) / 2) {
                long tried = next;
                if (enters(more(year, other -> other == line ? tried : needed.getOrDefault(other, 0L) + spare))) {
                    enough = tried;
                } else {
                    lacking = tried;
                }
            }
            return enough;
        }

        /** The question with more voted on each line of a year. */
        private Envelope more(int year, ToLongFunction<LigneCredit> cents) {
            Credits credits = question.envelope().credits();
            Map<BudgetCell, Credit> more = new TreeMap<>(credits.byCell());
            for (LigneCredit line : LigneCredit.values()) {
                Credit voted = credits.credit(new BudgetCell(year, line));
                long then = voted.voted() + cents.applyAsLong(line);
                more.put(voted.cell(), new Credit(voted.cell(), then, 0, voted.carriesOver()));
            }
            return question.envelope().with(Credits.of(more.values(), credits.equity()));
        }

        /** Each amount is applied; the rank is their order. */
        private void checkRank() {
            int rank = question.ranked().indexOf(motif.getEpci()) + 1;
            assertThat(motif.getRang()).isEqualTo(rank == 0 ? null : rank);
        }

        private void checkLevers() {
            assertThat(motif.getLeviers()).extracting(LevierEssaye::getLevier).containsExactly(LevierPropre.values());
            assertThat(motif.getLeviers()).allSatisfy(this::checkLever);
        }

        private void checkLever(LevierEssaye lever) {
            boolean enters = switch (lever.getLevier()) {
                case COUT -> entersForItsShare(lever);
                case FONCTION -> !isTheSameWithEveryFunction() && enters(confirmed());
                case ANNEE_PLUS_TARD -> enters(question.envelope().with(epci(question.envelope()), later()));
            };
            question.tell(lever.getLevier().name(), enters);
            assertThat(lever.getEntre()).isEqualTo(enters);
            assertThat(lever.getSansEffet())
                    .isEqualTo(lever.getLevier() == LevierPropre.FONCTION && isTheSameWithEveryFunction());
        }

        /** With that share given up, all of it where none is told, and not with a thousandth less than what is told. */
        private boolean entersForItsShare(LevierEssaye lever) {
            int share = Objects.requireNonNullElse(lever.getPerMille(), WHOLE);
            assertThat(lever.getPerMille() != null).isEqualTo(lever.getEntre());
            assertThat(lever.getEntre() && share > 0 && entersCheaper(share - 1))
                    .isFalse();
            return entersCheaper(share);
        }

        private boolean entersCheaper(int share) {
            return enters(question.envelope().cheaper(epci(question.envelope()), share));
        }

        private boolean isTheSameWithEveryFunction() {
            return epci(question.confirmed())
                    .options()
                    .equals(epci(question.envelope()).options());
        }

        private Envelope confirmed() {
            return question.envelope()
                    .with(epci(question.envelope()), epci(question.confirmed()).options());
        }

        private void checkRows() {
            assertThat(motif.getLignes())
                    .containsExactlyElementsOf(
                            question.dropped().stream().map(this::without).toList());
        }

        private LigneLevee without(Dropped dropped) {
            boolean enters = forced(dropped.envelope())
                    .map(EnvelopeReasonsIT::levels)
                    .filter(dropped.best()::equals)
                    .isPresent();
            question.tell("lignes", enters);
            return dropped.entering(enters);
        }

        /** All that it may have, but for the first of what it waits for. */
        private List<FundingOption> later() {
            List<FundingOption> options = epci(question.envelope()).options();
            FundingOption first =
                    options.stream().filter(this::isAwaited).findFirst().orElseThrow();
            return options.stream().filter(option -> !option.equals(first)).toList();
        }

        /** Whether no level is lost by its entry. */
        private boolean enters(Envelope within) {
            Long[] best = question.best().toArray(Long[]::new);
            return forced(within)
                    .map(then -> levels(then).toArray(Long[]::new))
                    .filter(levels -> Arrays.compare(levels, best) >= 0)
                    .isPresent();
        }

        /** The best choice that has it, as near as can be to the one without; empty where it is proven that there is none. */
        private Optional<Enveloppe> forced(Envelope within) {
            EpciChoices epci = epci(within);
            List<FundingOption> awaited =
                    epci.options().stream().filter(this::isAwaited).toList();
            try {
                return awaited.isEmpty()
                        ? Optional.empty()
                        : Optional.of(solved(
                                within.with(epci, awaited), question.answer().getChoix(), false));
            } catch (RunRefused none) {
                assertThat(none).hasMessage(within.credits().equity().isEmpty() ? NO_CHOICE : NO_SHARE);
                return Optional.empty();
            }
        }

        private boolean isAwaited(FundingOption option) {
            return option.financement() == motif.getFinancement();
        }

        private EpciChoices epci(Envelope within) {
            return within.epcis().stream()
                    .filter(epci -> epci.siren().equals(motif.getEpci()))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
