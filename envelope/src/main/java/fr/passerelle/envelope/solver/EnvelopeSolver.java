package fr.passerelle.envelope.solver;

import fr.passerelle.envelope.rule.Credits;
import fr.passerelle.envelope.rule.Credits.BudgetCell;
import fr.passerelle.envelope.rule.Credits.Credit;
import fr.passerelle.envelope.rule.Credits.CreditWindow;
import fr.passerelle.envelope.rule.Credits.EquityRow;
import fr.passerelle.envelope.rule.Envelope;
import fr.passerelle.envelope.rule.Envelope.Programme;
import fr.passerelle.envelope.rule.EpciChoices;
import fr.passerelle.envelope.rule.FundingOption;
import fr.passerelle.envelope.solver.ExactSearch.End;
import fr.passerelle.schemas.event.ChoixEpci;
import fr.passerelle.schemas.event.Depense;
import fr.passerelle.schemas.event.Enveloppe;
import fr.passerelle.schemas.event.LigneCredit;
import fr.passerelle.schemas.event.Preuve;
import fr.passerelle.schemas.event.UsageCredit;
import fr.passerelle.schemas.fault.RunRefused;
import fr.passerelle.sheets.french.FrenchNumbers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What to fund under voted credits: the same answer, to the byte, to the same question. */
public final class EnvelopeSolver {

    /** Deterministic time of one search for the answer. */
    private static final double LIMIT = 30;
    /** The same of one search for a reason: there are hundreds. */
    private static final double LIMIT_OF_A_REASON = 5;

    private EnvelopeSolver() {}

    /**
     * The best answer, checked by the certificate of the rules.
     *
     * @param question with the value function that decides
     * @param adopted choices of the scenario that was adopted, which a tie keeps; empty where none was
     * @param reasons whether to find why each EPCI waits, and what half of the credits funds; a trial within seconds goes without
     * @param progress told in French how far it is
     * @throws RunRefused where no answer may be
     */
    public static Enveloppe solve(
            Envelope question, List<ChoixEpci> adopted, boolean reasons, Consumer<String> progress) {
        ExactSearch ofReasons = new ExactSearch(LIMIT_OF_A_REASON);
        BestProgramme best = best(question, adopted, progress, new ExactSearch(LIMIT));
        return reasons
                ? new EnvelopeReasons(ofReasons, best, progress).added(answer(best))
                : answer(best).setEquite(List.of()).setAttentes(List.of()).build();
    }

    static BestProgramme best(
            Envelope question, List<ChoixEpci> adopted, Consumer<String> progress, ExactSearch search) {
        Envelope envelope = bySiren(question);
        checkCredits(envelope);
        progress.accept("Recherche du meilleur choix…");
        return BestProgramme.of(
                        search, Choosing.under(envelope), BestProgramme.nothing(envelope), kept(envelope, adopted))
                .orElseThrow(() -> refusal(envelope, search));
    }

    static Enveloppe.Builder answer(BestProgramme best) {
        ProgrammeAnswer answer = new ProgrammeAnswer(best.envelope(), best.programme());
        return Enveloppe.newBuilder()
                .setValeur(best.envelope().valeur().valeur())
                .setPreuve(best.preuve())
                .setNiveaux(best.niveaux())
                .setChoix(answer.choices())
                .setUsages(answer.usages())
                .setEuros(EuroValues.of(best.envelope()));
    }

    /** In the one order of the answer, whatever that of the question. */
    private static Envelope bySiren(Envelope envelope) {
        return new Envelope(
                envelope.credits(),
                envelope.valeur(),
                envelope.epcis().stream()
                        .sorted(Comparator.comparing(EpciChoices::siren))
                        .toList());
    }

    /** Options that would be no change against the adopted scenario, where they still may be chosen. */
    private static Map<String, FundingOption> kept(Envelope envelope, List<ChoixEpci> adopted) {
        Map<String, ChoixEpci> before = adopted.stream().collect(Collectors.toMap(ChoixEpci::getEpci, choix -> choix));
        Map<String, FundingOption> kept = new TreeMap<>();
        for (EpciChoices epci : envelope.epcis()) {
            ChoixEpci choix = before.get(epci.siren());
            epci.options().stream()
                    .filter(option -> choix != null && isSame(option, choix))
                    .forEach(option -> kept.put(epci.siren(), option));
        }
        return kept;
    }

    private static boolean isSame(FundingOption option, ChoixEpci choix) {
        Integer year = choix.getYear();
        return option.financement() == choix.getFinancement() && option.year() == (year == null ? 0 : year);
    }

    /** @throws RunRefused where what was notified exceeds the credits: of which years, on which line, by how much */
    private static void checkCredits(Envelope envelope) {
        String lacking = envelope.windows().stream()
                .filter(window -> envelope.left(window) < 0)
                .map(window -> lack(window, -envelope.left(window)))
                .collect(Collectors.joining(" "));
        if (!lacking.isEmpty()) {
            throw new RunRefused(lacking);
        }
    }

    /** The rows of equity that no answer holds: each is left out alone, to see whether the others hold then. */
    private static RunRefused refusal(Envelope envelope, ExactSearch search) {
        if (search.preuve() == Preuve.INTERROMPU) {
            return new RunRefused(
                    "Le solveur s'est arrêté à sa limite avant de trouver un choix qui tienne les lignes d'équité.");
        }
        List<EquityRow> rows = envelope.credits().equity();
        return new RunRefused(equity(
                rows,
                rows.stream()
                        .filter(row -> search.any(Choosing.under(envelope.without(row))) instanceof End.Answer)
                        .toList()));
    }

    private static String lack(CreditWindow window, long cents) {
        String years = window.from() == window.to() ? "" + window.to() : window.from() + " à " + window.to();
        return "Les crédits %s de %s ne suffisent pas à ce qui est déjà notifié : il manque %s."
                .formatted(line(window.line()), years, euros(cents));
    }

    /** @param alone rows without each of which the others hold */
    private static String equity(List<EquityRow> all, List<EquityRow> alone) {
        if (all.size() == 1) {
            return "Sous ces crédits, cette ligne d'équité ne peut pas être tenue : " + rows(all) + ".";
        }
        return alone.isEmpty()
                ? "Sous ces crédits, ces lignes d'équité ne peuvent pas être tenues : " + rows(all) + "."
                : "Sous ces crédits, les lignes d'équité ne tiennent que sans l'une d'elles : " + rows(alone) + ".";
    }

    private static String rows(List<EquityRow> rows) {
        return rows.stream().map(EnvelopeSolver::row).collect(Collectors.joining(" ; "));
    }

    private static String row(EquityRow row) {
        return switch (row) {
            case EquityRow.OpeningFloor floor ->
                "le minimum d'ouvertures du département %s, %d".formatted(floor.departement(), floor.openings());
            case EquityRow.HighNeedShare share ->
                "la part des ouvertures où le besoin est élevé, %s %%"
                        .formatted(FrenchNumbers.decimal(BigDecimal.valueOf(share.tenThousandths(), 2), 2));
        };
    }

    private static String line(LigneCredit line) {
        return switch (line) {
            case ETUDE -> "d'étude";
            case INVESTISSEMENT -> "d'investissement";
            case FONCTIONNEMENT -> "de fonctionnement";
        };
    }

    static String euros(long cents) {
        return FrenchNumbers.amount(Credits.euros(cents)) + "\u00a0€";
    }

    /** An answer as it is recorded: what is chosen for each EPCI, with what was notified to it, and what that makes of the credits. */
    record ProgrammeAnswer(Envelope envelope, Programme programme) {

        private static final Comparator<UsageCredit> ORDER =
                Comparator.comparingInt(UsageCredit::getYear).thenComparing(UsageCredit::getLine);

        /** By SIREN. */
        List<ChoixEpci> choices() {
            return envelope.epcis().stream().map(this::choice).toList();
        }

        private ChoixEpci choice(EpciChoices epci) {
            FundingOption option = programme.of(epci);
            return new ChoixEpci(
                    epci.siren(),
                    epci.name(),
                    epci.departement(),
                    epci.besoin(),
                    epci.siege(),
                    option.financement(),
                    option.isSameAs(FundingOption.NOTHING) ? null : option.year(),
                    option.opening(),
                    spent(option),
                    spent(epci.engaged()),
                    epci.engaged().opens(),
                    epci.excluded(),
                    epci.waits(option));
        }

        private static List<Depense> spent(FundingOption option) {
            return option.cents().entrySet().stream()
                    .map(cell ->
                            new Depense(cell.getKey().year(), cell.getKey().line(), Credits.euros(cell.getValue())))
                    .toList();
        }

        /** Each line of each year of the credits, and of those after in which it spends, by year then line. */
        List<UsageCredit> usages() {
            return Stream.of(LigneCredit.values())
                    .flatMap(line -> usages(line).stream())
                    .sorted(ORDER)
                    .toList();
        }

        private List<UsageCredit> usages(LigneCredit line) {
            List<UsageCredit> usages = new ArrayList<>();
            long carried = 0;
            for (int year : IntStream.rangeClosed(envelope.credits().years().first(), lastYear())
                    .toArray()) {
                BudgetCell cell = new BudgetCell(year, line);
                Credit credit = envelope.credits().credit(cell);
                long committed = spent(cell, EpciChoices::engaged);
                long funded = spent(cell, programme::of);
                long left = credit.available() + carried - committed - funded;
                usages.add(new UsageCredit(
                        year,
                        line,
                        Credits.euros(credit.voted()),
                        Credits.euros(credit.promised()),
                        Credits.euros(carried),
                        Credits.euros(committed),
                        Credits.euros(funded),
                        Credits.euros(left),
                        credit.carriesOver()));
                carried = credit.carriesOver() ? left : 0;
            }
            return usages;
        }

        private int lastYear() {
            return envelope.epcis().stream()
                    .flatMap(epci -> Stream.of(epci.engaged(), programme.of(epci)))
                    .flatMap(option -> option.cents().keySet().stream())
                    .mapToInt(BudgetCell::year)
                    .reduce(envelope.credits().years().last(), Math::max);
        }

        private long spent(BudgetCell cell, Function<EpciChoices, FundingOption> what) {
            return envelope.epcis().stream()
                    .mapToLong(epci -> what.apply(epci).cents().getOrDefault(cell, 0L))
                    .sum();
        }
    }
}
