package fr.passerelle.envelope.solver;

import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearArgument;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import fr.passerelle.envelope.rule.Certificate;
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
import fr.passerelle.schemas.event.CoutEquite;
import fr.passerelle.schemas.event.CreditManquant;
import fr.passerelle.schemas.event.Critere;
import fr.passerelle.schemas.event.Deplacement;
import fr.passerelle.schemas.event.Enveloppe;
import fr.passerelle.schemas.event.LevierEssaye;
import fr.passerelle.schemas.event.LevierPropre;
import fr.passerelle.schemas.event.LigneCredit;
import fr.passerelle.schemas.event.LigneLevee;
import fr.passerelle.schemas.event.MoitieCredits;
import fr.passerelle.schemas.event.MotifAttente;
import fr.passerelle.schemas.event.Niveau;
import fr.passerelle.schemas.event.Preuve;
import fr.passerelle.schemas.event.Remplacement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All that is found by solving again: what half of the credits and other rows would bring, and why each EPCI waits. */
record EnvelopeReasons(ExactSearch search, BestProgramme best, Consumer<String> progress) {

    private static final int HUNDRED = 100;

    Enveloppe added(Enveloppe.Builder answer) {
        progress.accept("La moitié des crédits…");
        answer.setMoitie(half());
        progress.accept("Coût de l'équité…");
        answer.setEquite(
                best.envelope().credits().equity().stream().map(this::cost).toList());
        return answer.setAttentes(attentes()).build();
    }

    private MoitieCredits half() {
        Envelope half = best.envelope().half();
        ExactSearch own = search.fresh();
        MoitieCredits.Builder found = MoitieCredits.newBuilder()
                .setCredits(Credits.euros(half.credits().byCell().values().stream()
                        .mapToLong(Credit::voted)
                        .sum()))
                .setPlacesWhole(reached(best, Critere.OUVERTURES))
                .setInhabitantsWhole(reached(best, Critere.HABITANTS_PROCHES));
        funded(half, own)
                .ifPresent(less -> found.setPlaces(reached(less, Critere.OUVERTURES))
                        .setInhabitants(reached(less, Critere.HABITANTS_PROCHES)));
        return found.setPreuve(own.preuve()).build();
    }

    /** Nothing where the credits do not even hold what was notified, or a row of equity. */
    private static Optional<BestProgramme> funded(Envelope half, ExactSearch search) {
        boolean holds = half.windows().stream().allMatch(window -> half.left(window) >= 0);
        return holds
                ? BestProgramme.of(search, Choosing.under(half), BestProgramme.nothing(half), Map.of())
                : Optional.empty();
    }

    private static long reached(BestProgramme found, Critere critere) {
        return Certificate.value(found.envelope(), found.programme(), critere);
    }

    /** What the levels would be without a row of equity. */
    private CoutEquite cost(EquityRow row) {
        return LevelSearch.best(
                        search.fresh(), Choosing.under(best.envelope().without(row)), Optional.of(best.programme()))
                .map(reached -> switch (row) {
                    case EquityRow.OpeningFloor floor ->
                        new CoutEquite(floor.departement(), floor.openings(), reached.niveaux());
                    case EquityRow.HighNeedShare share ->
                        new CoutEquite(null, share.tenThousandths(), reached.niveaux());
                })
                .orElseThrow();
    }

    /** A row that was dropped, and who enters in a best choice without it. */
    private record Dropped(LigneLevee row, Set<String> entering) {

        LigneLevee of(EpciChoices waiting) {
            return new LigneLevee(
                    row.getYear(), row.getLine(), row.getDepartement(), entering.contains(waiting.siren()));
        }
    }

    /** Why each EPCI that waits does, by SIREN: five reasons, each found by solving again what it changes. */
    private List<MotifAttente> attentes() {
        List<EpciChoices> waiting = best.envelope().epcis().stream()
                .filter(epci -> epci.waits(best.programme().of(epci)))
                .toList();
        ExactSearch shared = search.fresh();
        progress.accept("Ce qui bloque : chaque ligne levée seule…");
        List<Dropped> rows = dropped(shared, waiting);
        Set<String> near = entering(shared, Choosing.under(best.envelope()).and(this::addNearBest), waiting);
        List<MotifAttente> reasons = new ArrayList<>();
        for (EpciChoices each : waiting) {
            progress.accept(
                    "Pourquoi " + each.name() + " attend (" + (reasons.size() + 1) + " sur " + waiting.size() + ")…");
            reasons.add(reason(each, rows, near.contains(each.siren()), shared.preuve()));
        }
        return ranked(reasons);
    }

    private MotifAttente reason(EpciChoices waiting, List<Dropped> rows, boolean isNear, Preuve shared) {
        ExactSearch own = search.fresh();
        WaitReason reason = new WaitReason(own, best, waiting);
        MotifAttente.Builder motif = MotifAttente.newBuilder()
                .setEpci(waiting.siren())
                .setFinancement(waiting.aim())
                .setRemplacement(reason.replacement())
                .setCredits(reason.credits())
                .setLeviers(reason.levers())
                .setLignes(rows.stream().map(row -> row.of(waiting)).toList())
                .setDansUnPourCent(isNear);
        return motif.setPreuve(shared == Preuve.OPTIMAL ? own.preuve() : shared).build();
    }

    /** Which row binds: each row of the credits and of equity is dropped alone, and the best choice sought again. */
    private List<Dropped> dropped(ExactSearch shared, List<EpciChoices> waiting) {
        Envelope envelope = best.envelope();
        List<Dropped> dropped = new ArrayList<>();
        for (BudgetCell cell : envelope.credits().byCell().keySet()) {
            dropped.add(new Dropped(
                    new LigneLevee(cell.year(), cell.line(), null, false),
                    entering(shared, envelope.without(cell), waiting)));
        }
        for (EquityRow row : envelope.credits().equity()) {
            dropped.add(new Dropped(
                    new LigneLevee(null, null, departement(row), false),
                    entering(shared, envelope.without(row), waiting)));
        }
        return dropped;
    }

    private Set<String> entering(ExactSearch shared, Envelope relaxed, List<EpciChoices> waiting) {
        return LevelSearch.best(shared, Choosing.under(relaxed), Optional.of(best.programme()))
                .map(reached -> entering(shared, reached.choosing(), waiting))
                .orElseThrow();
    }

    private static @Nullable String departement(EquityRow row) {
        return row instanceof EquityRow.OpeningFloor floor ? floor.departement() : null;
    }

    /** SIRENs of those that enter in some answer or other: one search more than answers needed to show them all. */
    private static Set<String> entering(ExactSearch shared, Choosing choosing, List<EpciChoices> waiting) {
        Set<String> sirens = new TreeSet<>();
        List<EpciChoices> others = new ArrayList<>(waiting);
        while (!others.isEmpty() && shared.any(choosing.and(some(others))) instanceof End.Answer answer) {
            others.stream()
                    .filter(each -> each.enters(answer.programme().of(each)))
                    .forEach(each -> sirens.add(each.siren()));
            others.removeIf(each -> sirens.contains(each.siren()));
        }
        return sirens;
    }

    private static Consumer<ChoiceModel> some(List<EpciChoices> waiting) {
        List<EpciChoices> sought = List.copyOf(waiting);
        return model -> model.model()
                .addBoolOr(sought.stream()
                        .flatMap(each -> model.entries(each).stream())
                        .toArray(Literal[]::new));
    }

    /** At least 99 % of the best first level, rounded up. */
    private void addNearBest(ChoiceModel model) {
        Niveau first = best.niveaux().getFirst();
        model.model()
                .addGreaterOrEqual(
                        model.value(first.getCritere()), Math.ceilDiv(first.getValue() * (HUNDRED - 1), HUNDRED));
    }

    private static List<MotifAttente> ranked(List<MotifAttente> reasons) {
        List<MotifAttente> next = reasons.stream()
                .filter(reason -> least(reason).isPresent())
                .sorted(Comparator.comparing(reason -> least(reason).orElseThrow()))
                .toList();
        IntStream.range(0, next.size()).forEach(rank -> next.get(rank).setRang(rank + 1));
        return reasons;
    }

    private static Optional<BigDecimal> least(MotifAttente reason) {
        return reason.getCredits().stream()
                .map(CreditManquant::getEuros)
                .flatMap(Stream::ofNullable)
                .min(Comparator.naturalOrder());
    }

    /** What would let in one EPCI that waits, so that no level is lost, and what would leave then; its search knows whether all is proven. */
    private record WaitReason(ExactSearch search, BestProgramme best, EpciChoices epci) {

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

        /** It leaves or slips: openings stand before studies, and the earliest first. */
        private Optional<Deplacement> displaced(EpciChoices other, BestProgramme forced) {
            FundingOption before = best.programme().of(other);
            FundingOption after = forced.programme().of(other);
            return other.options().indexOf(after) > other.options().indexOf(before)
                    ? Optional.of(new Deplacement(
                            other.siren(), before.financement(), year(before), after.financement(), year(after)))
                    : Optional.empty();
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
                    new Choosing(best.envelope(), List.of()).forcing(epci).keeping(best.niveaux());
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
                    spent.addTerm(
                            extra.getOrDefault(window.line(), model.model().newConstant(0)), -1);
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
            List<FundingOption> later = epci.options().stream()
                    .filter(option -> !option.equals(first))
                    .toList();
            return later.stream().anyMatch(epci::enters)
                    && enters(best.envelope().with(epci, later)) instanceof End.Answer;
        }

        private End enters(Envelope changed) {
            return search.any(Choosing.under(changed).forcing(epci).keeping(best.niveaux()));
        }
    }
}
