package fr.passerelle.rules.explanation.reevaluation;

import fr.passerelle.rules.explanation.reevaluation.Findings.Again;
import fr.passerelle.rules.explanation.reevaluation.Findings.Untold;
import fr.passerelle.rules.explanation.reevaluation.Trace.Looked;
import fr.passerelle.rules.trace.Rule;
import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.PlanRoom;
import fr.passerelle.schemas.event.RegleEssayee;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a plan says of its EPCI as a whole, again: need, rooms, counts, proximity, animateurs. */
record PlanCheck(
        Plan told,
        Trace trace,
        Map<String, Conversion> conversions,
        Map<String, Frequentation> scores,
        Findings findings) {

    void run() {
        findings.check("besoin", this::need);
        findings.same(
                "rooms", told.getRooms().stream().map(PlanRoom::getRoomId).toList(), List.copyOf(scores.keySet()));
        told.getRooms().forEach(room -> findings.check("rooms", () -> room(room)));
        findings.same(
                "etapes",
                told.getEtapes(),
                conversions.values().stream()
                        .map(Conversion::getHost)
                        .filter(Objects::nonNull)
                        .map(host -> host.getKind() + " " + Objects.requireNonNullElse(host.getId(), host.getInsee()))
                        .distinct()
                        .count());
        findings.same("a_instruire", told.getAInstruire(), count(Candidature.A_INSTRUIRE));
        findings.same(
                "donnees_insuffisantes", told.getDonneesInsuffisantes(), count(Candidature.DONNEES_INSUFFISANTES));
        findings.check("proximite", this::proximity);
        findings.check("animateurs_etp", this::animateurs);
    }

    private long count(Candidature candidature) {
        return conversions.values().stream()
                .filter(conversion -> conversion.getCandidature() == candidature)
                .count();
    }

    private void need() {
        Looked looked = trace.at(Rule.BESOIN, "epci:" + told.getEpci());
        String again = looked.maybe("taux_illectronisme")
                .map(rate -> level(rate, looked))
                .orElse("INCONNU");
        findings.same("besoin", told.getBesoin().name(), again);
    }

    private static String level(BigDecimal rate, Looked looked) {
        if (rate.compareTo(looked.number("eleve_a_partir_de")) >= 0) {
            return "ELEVE";
        }
        return rate.compareTo(looked.number("moyen_a_partir_de")) >= 0 ? "MOYEN" : "FAIBLE";
    }

    private void room(PlanRoom room) {
        Frequentation score = scores.get(room.getRoomId());
        if (score == null) {
            throw new Untold("score of " + room.getRoomId());
        }
        Conversion conversion = conversions.get(room.getRoomId());
        findings.same("rooms.state", room.getState(), score.getState());
        findings.same("rooms.score", room.getScore(), score.getScore());
        findings.same("rooms.low", room.getLow(), score.getLow());
        findings.same("rooms.high", room.getHigh(), score.getHigh());
        findings.same("rooms.kind", room.getKind(), conversion == null ? null : conversion.getKind());
        findings.same(
                "rooms.candidature", room.getCandidature(), conversion == null ? null : conversion.getCandidature());
    }

    private void proximity() {
        List<RegleEssayee> communes = trace.all(Rule.PROXIMITE).stream()
                .filter(step -> step.getOn().startsWith("commune:"))
                .toList();
        BigDecimal today = near(communes, "distance_aujourdhui");
        BigDecimal proposed = near(communes, "distance_proposee");
        findings.same("population", told.getPopulation(), people(communes));
        findings.same("proximite_today", told.getProximiteToday(), today);
        findings.same("proximite_proposed", told.getProximiteProposed(), proposed);
        findings.same(
                "PROXIMITE_EN_BAISSE", told.getFlags().contains("PROXIMITE_EN_BAISSE"), proposed.compareTo(today) < 0);
        Looked sums = trace.at(Rule.PROXIMITE, "epci:" + told.getEpci());
        findings.same("PROXIMITE.population", sums.whole("population"), told.getPopulation());
        findings.same("proches_aujourdhui", sums.whole("proches_aujourdhui"), told.getProximiteToday());
        findings.same("proches_proposes", sums.whole("proches_proposes"), told.getProximiteProposed());
    }

    private static BigDecimal near(List<RegleEssayee> communes, String distance) {
        return people(communes.stream()
                .filter(step -> {
                    Looked looked = new Looked(step.getOperands());
                    return looked.maybe(distance)
                            .filter(metres -> metres.compareTo(looked.number("rayon")) <= 0)
                            .isPresent();
                })
                .toList());
    }

    private static BigDecimal people(List<RegleEssayee> communes) {
        return communes.stream()
                .map(step -> new Looked(step.getOperands()).number("population"))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .min(BigDecimal.valueOf(Integer.MAX_VALUE));
    }

    private void animateurs() {
        long sessions = conversions.values().stream()
                .mapToLong(Conversion::getSessionsAMonth)
                .sum();
        findings.same("sessions_a_month", told.getSessionsAMonth(), Math.min(sessions, Integer.MAX_VALUE));
        Looked looked = trace.at(Rule.ANIMATEURS);
        findings.same("ANIMATEURS.seances", looked.whole("seances"), told.getSessionsAMonth());
        BigDecimal hours = looked.number("seances")
                .multiply(looked.number("heures_par_seance"))
                .multiply(looked.number("mois_par_an"));
        BigDecimal one = looked.number("heures_par_an").multiply(looked.number("part_en_seance"));
        findings.same("animateurs_etp", told.getAnimateursEtp(), Again.divide(hours, one));
    }
}
