package fr.passerelle.envelope.rule;

import fr.passerelle.envelope.rule.Credits.BudgetCell;
import fr.passerelle.envelope.rule.EngagedAid.AidCells;
import fr.passerelle.envelope.rule.Envelopes.Terms;
import fr.passerelle.rules.conversion.Departement;
import fr.passerelle.rules.conversion.Seating;
import fr.passerelle.rules.financing.Decision;
import fr.passerelle.rules.frequentation.Distance;
import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.Besoin;
import fr.passerelle.schemas.event.ChoixExclu;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.Critere;
import fr.passerelle.schemas.event.DecisionRecorded;
import fr.passerelle.schemas.event.Empechement;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Financement;
import fr.passerelle.schemas.event.Intercommunalite;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.Siege;
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
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The options of one EPCI: from its plan, its facts and what was decided. */
final class EpciOptions {

    private static final Map<Critere, Long> STUDIED = Map.of(Critere.ETUDES, 1L);

    private final Plan plan;
    private final EpciDescribed epci;
    private final Terms terms;
    private final OpeningDays days;
    private final SeatValue value;
    private final AidCells aid;
    private final EngagedAid engaged;
    private final List<ChoixExclu> excluded = new ArrayList<>();

    private EpciOptions(Plan plan, EpciDescribed epci, List<DecisionRecorded> decisions, Terms terms) {
        this.plan = plan;
        this.epci = epci;
        this.terms = terms;
        Intercommunalite line = epci.getIntercommunalite();
        this.days = new OpeningDays(terms, line == null ? null : line.getOpening());
        this.value = new SeatValue(terms, plan, epci);
        this.aid = new AidCells(proposed(plan));
        this.engaged = EngagedAid.of(plan.getEpci(), decisions, days);
    }

    static EpciChoices of(Plan plan, EpciDescribed epci, List<DecisionRecorded> decisions, Terms terms) {
        return new EpciOptions(plan, epci, decisions, terms).choices();
    }

    private EpciChoices choices() {
        List<FundingOption> options = new ArrayList<>();
        if (isPossible(Financement.OUVERTURE, engaged.opens(), obstacleOfTheOpening())) {
            days.all().map(this::opening).forEach(options::add);
        }
        if (isPossible(Financement.ETUDE, engaged.studies() || engaged.opens(), obstacleOfTheStudy())) {
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
        Empechement told = engaged.isUnknown() ? Empechement.MONTANT_NOTIFIE_INCONNU : Empechement.NOTIFIE;
        Optional<Empechement> first = notified ? Optional.of(told) : obstacle;
        first.ifPresent(motif -> excluded.add(new ChoixExclu(financement, motif)));
        return first.isEmpty();
    }

    /** What keeps its study out: the first reason in the order in which people would have to remove them; for its opening likewise. */
    private Optional<Empechement> obstacleOfTheStudy() {
        if (any(AidLineName.ETUDE::equals, Decision.REFUSEE)) {
            return Optional.of(Empechement.ETUDE_REFUSEE);
        }
        return any(AidLineName.ETUDE::equals, Decision.COUT_INCONNU)
                ? Optional.of(Empechement.COUT_INCONNU)
                : Optional.empty();
    }

    private Optional<Empechement> obstacleOfTheOpening() {
        if (plan.getSiege() == null) {
            return Optional.of(withoutSeat());
        }
        if (epci.getIntercommunalite() == null || epci.getIntercommunalite().getPorteur() == null) {
            return Optional.of(Empechement.SANS_PORTEUR);
        }
        if (any(line -> true, Decision.ETUDE_PREALABLE)) {
            return Optional.of(Empechement.ETUDE_PREALABLE);
        }
        return any(line -> true, Decision.COUT_INCONNU) ? Optional.of(Empechement.COUT_INCONNU) : Optional.empty();
    }

    private Empechement withoutSeat() {
        if (plan.getExistingTiersLieu() != null) {
            return Empechement.TIERS_LIEU_EXISTANT;
        }
        if (!plan.getExAequo().isEmpty()) {
            return Empechement.EX_AEQUO;
        }
        return plan.getAInstruire() > 0 || !plan.getUndecided().isEmpty()
                ? Empechement.A_INSTRUIRE
                : Empechement.SANS_CANDIDAT;
    }

    private boolean any(Predicate<AidLineName> which, Decision decision) {
        return plan.getAid().stream()
                .filter(line -> which.test(line.getLine()))
                .anyMatch((AidLine line) -> decision.of(line));
    }

    private FundingOption study(int year) {
        return new FundingOption(Financement.ETUDE, year, null, aid.study(year), STUDIED);
    }

    /** The study is paid in the same year, unless it was notified or refused. */
    private FundingOption opening(LocalDate day) {
        SortedMap<BudgetCell, Long> cents =
                new TreeMap<>(aid.opening(day, terms.bareme().reglement().annees()));
        Map<Critere, Long> values = value.of(Objects.requireNonNull(plan.getSiege(), "It may open"), day);
        if (!engaged.studies() && aid.studies()) {
            aid.study(day.getYear()).forEach((cell, part) -> cents.merge(cell, part, Long::sum));
            values.putAll(STUDIED);
        }
        return new FundingOption(Financement.OUVERTURE, day.getYear(), day, cents, values);
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

    /** When a place could open: on the day and month that its EPCI told, else on those of the barème, never in a year before the one told. */
    record OpeningDays(Terms terms, @Nullable LocalDate told) {

        /** Those of the years of the credits that lie ahead, in order. */
        Stream<LocalDate> all() {
            return terms.years().stream()
                    .map(this::in)
                    .filter(day -> told == null || !day.isBefore(told))
                    .filter(terms::isAhead);
        }

        /** The day of a year: 28 February where the year has no 29th. */
        LocalDate in(int year) {
            return told == null
                    ? terms.bareme().programmation().defaultOpening().atYear(year)
                    : told.withYear(year);
        }
    }

    /** The worth of a place of an EPCI that opens, on each criterion. */
    record SeatValue(Terms terms, Plan plan, EpciDescribed epci) {

        /** Criteria of an opening, without its study. */
        Map<Critere, Long> of(Siege seat, LocalDate opening) {
            long near = inhabitantsNear(seat);
            Map<Critere, Long> values = new EnumMap<>(Critere.class);
            values.put(Critere.HABITANTS_PONDERES, near * weight(plan.getBesoin()));
            values.put(Critere.HABITANTS_PROCHES, near);
            values.put(Critere.SCORE, score(seat));
            values.put(Critere.MOIS_OUVERTS, terms.monthsOpen(opening));
            values.put(Critere.OUVERTURES, 1L);
            return values;
        }

        private int weight(Besoin besoin) {
            return Objects.requireNonNull(
                    terms.bareme().programmation().needWeights().get(besoin), "Each level has a weight");
        }

        /** A site has no score, and counts for none. */
        private long score(Siege seat) {
            return Seating.compared(plan, seat)
                    .map(one -> Objects.requireNonNullElse(one.getScore(), 0))
                    .orElse(0);
        }

        /** Those of the communes whose centroid is within the radius of that of the seat's; nobody where its commune is not of the EPCI. */
        private long inhabitantsNear(Siege seat) {
            return epci.getCommunes().stream()
                    .filter(commune -> commune.getInsee().equals(seat.getInsee()))
                    .findFirst()
                    .map(this::inhabitantsNear)
                    .orElse(0L);
        }

        private long inhabitantsNear(Commune from) {
            int radius = terms.bareme().jeuDeRegles().conversion().proximityRadiusMetres();
            return epci.getCommunes().stream()
                    .filter(commune -> Distance.metres(from, commune) <= radius)
                    .mapToLong(Commune::getPopulation)
                    .sum();
        }
    }
}
