package fr.passerelle.envelope.rule;

import fr.passerelle.rules.conversion.Departement;
import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.ChoixExclu;
import fr.passerelle.schemas.event.Critere;
import fr.passerelle.schemas.event.DecisionRecorded;
import fr.passerelle.schemas.event.Empechement;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Financement;
import fr.passerelle.schemas.event.Plan;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The options of one EPCI: from its plan, its facts and what was decided. */
final class EpciOptions {

    private final Plan plan;
    private final EpciDescribed epci;
    private final EnvelopeTerms terms;
    private final OpeningDays days;
    private final SeatValue value;
    private final AidCells aid;
    private final EngagedAid engaged;
    private final List<ChoixExclu> excluded = new ArrayList<>();

    private EpciOptions(Plan plan, EpciDescribed epci, List<DecisionRecorded> decisions, EnvelopeTerms terms) {
        this.plan = plan;
        this.epci = epci;
        this.terms = terms;
        this.days = OpeningDays.of(terms, epci.getIntercommunalite());
        this.value = new SeatValue(terms, plan, epci);
        this.aid = new AidCells(proposed(plan));
        this.engaged = EngagedAid.of(plan.getEpci(), decisions, days);
    }

    static EpciChoices of(Plan plan, EpciDescribed epci, List<DecisionRecorded> decisions, EnvelopeTerms terms) {
        return new EpciOptions(plan, epci, decisions, terms).choices();
    }

    private EpciChoices choices() {
        List<FundingOption> options = new ArrayList<>();
        Obstacles obstacles = new Obstacles(plan, epci);
        if (isPossible(Financement.OUVERTURE, engaged.opens(), obstacles.ofTheOpening())) {
            days.all().map(this::opening).forEach(options::add);
        }
        if (isPossible(Financement.ETUDE, engaged.studies() || engaged.opens(), obstacles.ofTheStudy())) {
            terms.years().stream().filter(terms::isAhead).map(this::study).forEach(options::add);
        }
        options.add(FundingOption.NOTHING);
        return new EpciChoices(
                plan.getEpci(),
                plan.getName(),
                Departement.of(epci).code(),
                plan.getBesoin(),
                plan.getSiege(),
                List.copyOf(options),
                engaged.option(terms, value, plan),
                List.copyOf(excluded));
    }

    private boolean isPossible(Financement financement, boolean notified, Optional<Empechement> obstacle) {
        Optional<Empechement> first = notified ? Optional.of(notified()) : obstacle;
        first.ifPresent(motif -> excluded.add(new ChoixExclu(financement, motif)));
        return first.isEmpty();
    }

    private Empechement notified() {
        return engaged.isUnknown() ? Empechement.MONTANT_NOTIFIE_INCONNU : Empechement.NOTIFIE;
    }

    private FundingOption study(int year) {
        return new FundingOption(Financement.ETUDE, year, null, aid.study(year), studied());
    }

    /** The study is paid in the same year, unless it was notified or refused. */
    private FundingOption opening(LocalDate day) {
        SortedMap<BudgetCell, Long> cents =
                new TreeMap<>(aid.opening(day, terms.reglement().annees()));
        Map<Critere, Long> values = value.of(Objects.requireNonNull(plan.getSiege(), "It may open"), day);
        if (!engaged.studies() && aid.studies()) {
            aid.study(day.getYear()).forEach((cell, part) -> cents.merge(cell, part, Long::sum));
            values.putAll(studied());
        }
        return new FundingOption(Financement.OUVERTURE, day.getYear(), day, cents, values);
    }

    private static Map<Critere, Long> studied() {
        Map<Critere, Long> values = new EnumMap<>(Critere.class);
        values.put(Critere.ETUDES, 1L);
        return values;
    }

    private static Map<AidLineName, BigDecimal> proposed(Plan plan) {
        Map<AidLineName, BigDecimal> aid = new EnumMap<>(AidLineName.class);
        for (AidLine line : plan.getAid()) {
            if (line.getAid() != null) {
                aid.put(line.getLine(), line.getAid());
            }
        }
        return aid;
    }
}
