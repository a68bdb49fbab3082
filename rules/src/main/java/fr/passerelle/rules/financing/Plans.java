package fr.passerelle.rules.financing;

import fr.passerelle.rules.conversion.Communes;
import fr.passerelle.rules.conversion.Conversions;
import fr.passerelle.rules.conversion.Mediation;
import fr.passerelle.rules.conversion.ScoredRoom;
import fr.passerelle.rules.conversion.Seating;
import fr.passerelle.rules.conversion.SharedHosts;
import fr.passerelle.rules.frequentation.EpciFlags;
import fr.passerelle.schemas.bareme.Reglement;
import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.DecisionRecorded;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Intercommunalite;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.PlanRoom;
import fr.passerelle.schemas.event.Siege;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The plan of one EPCI: its rooms, what they become, and the plan de financement prévisionnel. */
record Plans(EpciDescribed epci, Conversions conversions, Mediation mediation, EpciFlags shown, YearMonth asOf) {

    Plan of(List<ScoredRoom> rooms, Reglement reglement, List<DecisionRecorded> decisions) {
        Funding funding =
                Funding.of(reglement, epci, conversions.seating().seat().orElse(null));
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
                .setSiege(seating.seat().orElse(null))
                .setFunctions(seating.functions())
                .setExAequo(seating.exAequo())
                .setUndecided(seating.undecided())
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
                .setCommune(Communes.name(epci, scored.room().getInsee()))
                .setGestion(scored.room().getGestion())
                .setState(scored.frequentation().getState())
                .setScore(scored.frequentation().getScore())
                .setLow(scored.frequentation().getLow())
                .setHigh(scored.frequentation().getHigh());
        conversions
                .of(scored.id())
                .ifPresent(
                        conversion -> room.setKind(conversion.getKind()).setCandidature(conversion.getCandidature()));
        return room.build();
    }

    private int count(Predicate<Conversion> condition) {
        return Math.toIntExact(conversions.list().stream().filter(condition).count());
    }
}
