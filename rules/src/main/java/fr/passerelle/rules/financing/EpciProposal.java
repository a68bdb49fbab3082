package fr.passerelle.rules.financing;

import fr.passerelle.rules.conversion.Conversions;
import fr.passerelle.rules.conversion.Hosts;
import fr.passerelle.rules.conversion.Mediation;
import fr.passerelle.rules.conversion.ScoredRoom;
import fr.passerelle.rules.conversion.Seating;
import fr.passerelle.rules.conversion.SharedHosts;
import fr.passerelle.rules.financing.DecisionFindings.ProposedAid;
import fr.passerelle.rules.financing.Financing.AidFigure;
import fr.passerelle.rules.frequentation.EpciFacts;
import fr.passerelle.rules.frequentation.EpciFlags;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.bareme.JeuDeRegles;
import fr.passerelle.schemas.bareme.Reglement;
import fr.passerelle.schemas.contract.Partitions;
import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.BudgetAnnuel;
import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.DecisionRecorded;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Intercommunalite;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.PlanRoom;
import fr.passerelle.schemas.event.RegleEssayee;
import fr.passerelle.schemas.event.Siege;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that is proposed to one EPCI: the one door from scores to proposals. Pure: the same arguments, rooms and sites in any order, give equal records.
 *
 * @param conversions one for each open room of the region, by room identifier
 * @param plan the plan; empty where the EPCI has no room at all
 */
public record EpciProposal(List<Conversion> conversions, Optional<Plan> plan) {

    private static final EpciProposal NOTHING = new EpciProposal(List.of(), Optional.empty());

    /** Proposes from all rooms, scored as of that month; {@link Partitions#WITHOUT_EPCI}, and an EPCI that nothing is known of, give nothing. */
    public static EpciProposal of(EpciFacts facts, List<ScoredRoom> rooms, YearMonth asOf, Bareme bareme) {
        EpciDescribed epci = facts.epci();
        if (epci == null || rooms.isEmpty() || facts.siren().equals(Partitions.WITHOUT_EPCI)) {
            return NOTHING;
        }
        JeuDeRegles rules = bareme.jeuDeRegles();
        Conversions conversions = Conversions.of(facts, rooms, asOf, rules);
        Mediation mediation = Mediation.of(epci, rooms, conversions, rules.conversion());
        EpciFlags shown = EpciFlags.of(
                epci.getEpci(), rooms.stream().map(ScoredRoom::frequentation).toList(), rules);
        Plan plan =
                new Plans(epci, conversions, mediation, shown, asOf).of(rooms, bareme.reglement(), facts.decisions());
        return new EpciProposal(conversions.list(), Optional.of(plan));
    }

    /** The plan of one EPCI: its rooms, what they become, and the plan de financement prévisionnel. */
    private record Plans(
            EpciDescribed epci, Conversions conversions, Mediation mediation, EpciFlags shown, YearMonth asOf) {

        Plan of(List<ScoredRoom> rooms, Reglement reglement, List<DecisionRecorded> decisions) {
            Funding funding =
                    Funding.of(reglement, epci, conversions.seating().proposed().seat());
            DecisionFindings decisionFindings = funding.against(epci.getEpci(), decisions);
            return funding.in(converted())
                    .setEcarts(decisionFindings.ecarts())
                    .setConflits(decisionFindings.conflits())
                    .setRooms(rooms.stream()
                            .sorted(ScoredRoom.BY_ID)
                            .map(this::listed)
                            .toList())
                    .setDemonstration(isDemonstration(rooms))
                    .setTrace(Stream.of(
                                    shown.steps(),
                                    conversions.trace(),
                                    mediation.trace(),
                                    funding.steps(),
                                    decisionFindings.steps())
                            .flatMap(List::stream)
                            .toList())
                    .build();
        }

        /** A site counts too: a plan that compares one of the demonstration is an exercise. */
        private boolean isDemonstration(List<ScoredRoom> rooms) {
            return rooms.stream().anyMatch(ScoredRoom::demonstration)
                    || conversions.seating().candidates().stream()
                            .anyMatch(candidate -> ScoredRoom.isOfTheDemonstration(
                                    candidate.getSiege().getId()));
        }

        private Plan.Builder converted() {
            return seated().setEtapes(SharedHosts.places(conversions.list().stream()))
                    .setAInstruire(count(conversion -> conversion.getCandidature() == Candidature.A_INSTRUIRE))
                    .setDonneesInsuffisantes(
                            count(conversion -> conversion.getCandidature() == Candidature.DONNEES_INSUFFISANTES))
                    .setFlags(Stream.of(shown.codes(), mediation.flags(), conversions.flags())
                            .flatMap(List::stream)
                            .toList());
        }

        private Plan.Builder seated() {
            Seating seating = conversions.seating();
            return mediated()
                    .setTiersLieu(seating.seat().map(Siege::getId).orElse(null))
                    .setSiege(seating.proposed().seat())
                    .setFunctions(seating.functions())
                    .setExAequo(seating.proposed().exAequo())
                    .setUndecided(seating.proposed().undecided())
                    .setCandidates(seating.candidates())
                    .setReasons(List.of(seating.reason().name()));
        }

        private Plan.Builder mediated() {
            return described()
                    .setSessionsAMonth(mediation.sessionsAMonth())
                    .setAnimateursEtp(mediation.animateursEtp())
                    .setTablets(mediation.tablets())
                    .setPopulation(mediation.population())
                    .setProximiteToday(mediation.proximiteToday())
                    .setProximiteProposed(mediation.proximiteProposed());
        }

        private Plan.Builder described() {
            Intercommunalite told = epci.getIntercommunalite();
            return Plan.newBuilder()
                    .setEpci(epci.getEpci())
                    .setName(epci.getName())
                    .setAsOf(asOf.toString())
                    .setBesoin(conversions.besoin())
                    .setAccessDeficit(accessDeficit())
                    .setFicheAction(epci.getFicheAction())
                    .setExistingTiersLieu(told == null ? null : told.getExistingTiersLieu());
        }

        /** Shown beside the proposal, outside the score. */
        private List<String> accessDeficit() {
            return epci.getCommunes().stream()
                    .filter(commune -> Boolean.TRUE.equals(commune.getAccessDeficit()))
                    .map(Commune::getInsee)
                    .sorted()
                    .toList();
        }

        private PlanRoom listed(ScoredRoom scored) {
            PlanRoom.Builder room = PlanRoom.newBuilder()
                    .setRoomId(scored.id())
                    .setName(scored.room().getName())
                    .setInsee(scored.room().getInsee())
                    .setCommune(Hosts.communeName(epci, scored.room().getInsee()))
                    .setGestion(scored.room().getGestion())
                    .setState(scored.frequentation().getState())
                    .setScore(scored.frequentation().getScore())
                    .setLow(scored.frequentation().getLow())
                    .setHigh(scored.frequentation().getHigh());
            conversions
                    .of(scored.id())
                    .ifPresent(conversion ->
                            room.setKind(conversion.getKind()).setCandidature(conversion.getCandidature()));
            return room.build();
        }

        private int count(Predicate<Conversion> condition) {
            return Math.toIntExact(conversions.list().stream().filter(condition).count());
        }
    }

    /** The plan de financement prévisionnel of one EPCI, where a seat is proposed or not, beside what was notified to it. */
    private record Funding(
            List<AidLine> lines,
            @Nullable Siege seat,
            AidFigure<BigDecimal> ceiling,
            AidFigure<List<BudgetAnnuel>> budget,
            AidFigure<@Nullable BigDecimal> yearFour) {

        static Funding of(Reglement reglement, EpciDescribed epci, @Nullable Siege seat) {
            boolean proposed = seat != null;
            Financing financing = new Financing(reglement, epci.getEpci(), epci.getIntercommunalite());
            List<AidLine> lines = financing.lines(proposed);
            return new Funding(lines, seat, financing.ceiling(), financing.budget(lines), financing.yearFour(proposed));
        }

        /** Writes it in a plan. */
        Plan.Builder in(Plan.Builder plan) {
            return plan.setAid(lines)
                    .setAidTotal(aid())
                    .setLeftTotal(total(AidLine::getLeft))
                    .setTheoreticalCeiling(ceiling.value())
                    .setBudget(budget.value())
                    .setYear4Cost(yearFour.value());
        }

        /** What was decided, held against it. */
        DecisionFindings against(String siren, List<DecisionRecorded> decisions) {
            String subject = seat == null ? null : Steps.seat(seat);
            return DecisionFindings.of(siren, decisions, new ProposedAid(subject, lines, aid()));
        }

        List<RegleEssayee> steps() {
            return List.of(ceiling.step(), budget.step(), yearFour.step());
        }

        private @Nullable BigDecimal aid() {
            return total(AidLine::getAid);
        }

        private @Nullable BigDecimal total(Function<AidLine, @Nullable BigDecimal> amount) {
            boolean known = lines.stream().anyMatch(line -> line.getCost() != null);
            return known
                    ? Cents.sum(lines.stream()
                            .map(amount)
                            .flatMap(Stream::ofNullable)
                            .toList())
                    : null;
        }
    }
}
