package fr.passerelle.envelope.solver;

import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearArgument;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import fr.passerelle.envelope.rule.Certificate;
import fr.passerelle.envelope.rule.Credits;
import fr.passerelle.envelope.rule.Credits.BudgetCell;
import fr.passerelle.envelope.rule.Credits.CreditWindow;
import fr.passerelle.envelope.rule.Envelope;
import fr.passerelle.envelope.rule.Envelope.Programme;
import fr.passerelle.envelope.rule.EpciChoices;
import fr.passerelle.envelope.rule.FundingOption;
import fr.passerelle.envelope.solver.ExactSearch.End;
import fr.passerelle.schemas.event.CreditManquant;
import fr.passerelle.schemas.event.Deplacement;
import fr.passerelle.schemas.event.LevierEssaye;
import fr.passerelle.schemas.event.LevierPropre;
import fr.passerelle.schemas.event.LigneCredit;
import fr.passerelle.schemas.event.Remplacement;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What would let in one EPCI that waits, so that no level is lost, and what would leave then.
 *
 * @param search that remembers whether all of it is proven
 */
record WaitReason(ExactSearch search, BestProgramme best, EpciChoices epci) {

    private static final int WHOLE = 1_000;

    /** What takes its place: the best answer in which it is forced, as near as can be to the one without. */
    Remplacement replacement() {
        return BestProgramme.of(
                        search,
                        Choosing.under(best.envelope()).forcing(epci),
                        Optional.empty(),
                        best.programme().bySiren())
                .map(forced -> new Remplacement(true, displaced(forced), forced.niveaux()))
                .orElseGet(() -> new Remplacement(false, List.of(), List.of()));
    }

    private List<Deplacement> displaced(BestProgramme forced) {
        return best.envelope().epcis().stream()
                .flatMap(each -> displaced(each, forced).stream())
                .toList();
    }

    private Optional<Deplacement> displaced(EpciChoices other, BestProgramme forced) {
        FundingOption before = best.programme().of(other);
        FundingOption after = forced.programme().of(other);
        return Stream.of(after)
                .filter(option -> isLater(other, before, option))
                .map(option -> new Deplacement(
                        other.siren(), before.financement(), year(before), option.financement(), year(option)))
                .findFirst();
    }

    /** It leaves or slips: openings stand before studies, and the earliest first. */
    private static boolean isLater(EpciChoices other, FundingOption before, FundingOption after) {
        return other.options().indexOf(after) > other.options().indexOf(before);
    }

    private static @Nullable Integer year(FundingOption option) {
        return option.isSameAs(FundingOption.NOTHING) ? null : option.year();
    }

    /** The least more of each year's credits, by year. */
    List<CreditManquant> credits() {
        return IntStream.rangeClosed(
                        best.envelope().credits().years().first(),
                        best.envelope().lastYear())
                .mapToObj(this::credit)
                .toList();
    }

    private CreditManquant credit(int year) {
        Choosing choosing =
                Choosing.withoutLimits(best.envelope()).forcing(epci).keeping(best.niveaux());
        End end = search.greatest(choosing, model -> leastExtra(model, year), Optional.empty());
        return new CreditManquant(year, end instanceof End.Answer answer ? Credits.euros(-answer.value()) : null);
    }

    /** Credits as limits to which one year may add on each of its lines; the less it adds in all, the better. */
    private static LinearArgument leastExtra(ChoiceModel model, int year) {
        Map<LigneCredit, IntVar> extra = new EnumMap<>(LigneCredit.class);
        LinearExprBuilder value = LinearExpr.newBuilder();
        for (LigneCredit line : LigneCredit.values()) {
            IntVar cents = model.model().newIntVar(0, all(model.envelope(), line), "");
            extra.put(line, cents);
            value.addTerm(cents, -1);
        }
        for (CreditWindow window : model.envelope().windows()) {
            LinearExprBuilder spent = model.sum((each, option) -> option.spent(window));
            if (window.holds(new BudgetCell(year, window.line()))) {
                spent.addTerm(extra.getOrDefault(window.line(), model.model().newConstant(0)), -1);
            }
            model.model().addLessOrEqual(spent, model.envelope().left(window));
        }
        return value;
    }

    /** More than could be spent on a line, whatever is chosen. */
    private static long all(Envelope envelope, LigneCredit line) {
        return envelope.epcis().stream()
                .flatMap(each -> each.options().stream())
                .flatMap(option -> option.cents().entrySet().stream())
                .filter(cell -> cell.getKey().line() == line)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** What it could change itself. */
    List<LevierEssaye> levers() {
        return List.of(
                costLever(),
                new LevierEssaye(LevierPropre.FONCTION, null, false, true),
                new LevierEssaye(LevierPropre.ANNEE_PLUS_TARD, null, entersLater(), false));
    }

    /** The least share of its own aid to give up: the share is halved until one less is proven not to be enough. */
    private LevierEssaye costLever() {
        int enough = WHOLE + 1;
        int lacking = -1;
        for (int next = WHOLE; lacking + 1 < enough; next = (lacking + enough) / 2) {
            if (enters(cheaper(next)) instanceof End.Answer answer) {
                enough = least(answer.programme(), next, lacking);
            } else {
                lacking = next;
            }
        }
        boolean enters = enough <= WHOLE;
        return new LevierEssaye(LevierPropre.COUT, enters ? enough : null, enters, false);
    }

    /** The least share, above one that is lacking, for which the others of an answer may stay as they are. */
    private int least(Programme programme, int enough, int lacking) {
        int option = cheaper(enough).epcis().stream()
                .filter(each -> each.siren().equals(epci.siren()))
                .mapToInt(each -> each.options().indexOf(programme.of(each)))
                .findFirst()
                .orElseThrow();
        int share = enough;
        while (share - 1 > lacking && holds(programme, epci.options().get(option), share - 1)) {
            share--;
        }
        return share;
    }

    private boolean holds(Programme programme, FundingOption option, int share) {
        TreeMap<String, FundingOption> chosen = new TreeMap<>(programme.bySiren());
        chosen.put(epci.siren(), option.cheaper(share));
        return Certificate.of(cheaper(share), new Programme(chosen)).holds();
    }

    private Envelope cheaper(int share) {
        return best.envelope().cheaper(epci, share);
    }

    private boolean entersLater() {
        FundingOption first =
                epci.options().stream().filter(epci::enters).findFirst().orElseThrow();
        List<FundingOption> later =
                epci.options().stream().filter(option -> !option.equals(first)).toList();
        return later.stream().anyMatch(epci::enters) && enters(best.envelope().with(epci, later)) instanceof End.Answer;
    }

    private End enters(Envelope changed) {
        return search.any(Choosing.under(changed).forcing(epci).keeping(best.niveaux()));
    }
}
