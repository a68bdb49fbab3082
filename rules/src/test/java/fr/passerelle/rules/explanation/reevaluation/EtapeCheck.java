package fr.passerelle.rules.explanation.reevaluation;

import fr.passerelle.rules.explanation.reevaluation.Findings.Untold;
import fr.passerelle.rules.explanation.reevaluation.Trace.Looked;
import fr.passerelle.rules.trace.Rule;
import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.ConversionKind;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.Host;
import fr.passerelle.schemas.event.Payeur;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.RegleEssayee;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;

/** What an étape is, again: provisional or not, its payer, its sessions, its tablets, its host with those that share it. */
record EtapeCheck(Conversion told, Frequentation score, Plan plan, List<Conversion> all, Findings findings) {

    private static final List<Rule> OF_THE_ROOM =
            List.of(Rule.PROVISOIRE, Rule.PAYEUR, Rule.SEANCES, Rule.TABLETTES, Rule.THEMES);

    void run() {
        findings.same("epci", told.getEpci(), plan.getEpci());
        findings.same("as_of", told.getAsOf(), plan.getAsOf());
        if (told.getKind() == ConversionKind.TIERS_LIEU) {
            nothing();
        } else {
            etape(new Trace(told.getTrace()));
        }
    }

    private void nothing() {
        findings.same("sessions_a_month", told.getSessionsAMonth(), 0);
        findings.same("tablets", told.getTablets(), 0);
        findings.same("host", told.getHost(), null);
        findings.same("payeur", told.getPayeur(), null);
        findings.same("provisoire", told.getProvisoire(), false);
    }

    private void etape(Trace trace) {
        findings.check("provisoire", () -> provisoire(trace));
        findings.check("payeur", () -> payeur(trace));
        findings.check("sessions_a_month", () -> sessions(trace));
        findings.check(
                "tablets",
                () -> findings.same(
                        "tablets",
                        (long) told.getTablets(),
                        trace.at(Rule.TABLETTES).whole("groupe")));
        findings.check("host", () -> host(trace));
        OF_THE_ROOM.forEach(rule -> findings.check(rule.name(), () -> {
            findings.same(rule + ".on", trace.step(rule).getOn(), "room:" + told.getRoomId());
            findings.same(rule + ".decides", trace.step(rule).getDecides(), true);
        }));
    }

    private void provisoire(Trace trace) {
        Looked looked = trace.at(Rule.PROVISOIRE);
        findings.same(
                "PROVISOIRE.candidature",
                looked.text("candidature"),
                told.getCandidature().name());
        proposed(looked);
        boolean undecided = told.getCandidature() == Candidature.A_INSTRUIRE
                || told.getCandidature() == Candidature.DONNEES_INSUFFISANTES;
        boolean again = undecided || plan.getSiege() == null;
        findings.same("provisoire", told.getProvisoire(), again);
        findings.same("PROVISOIRE.outcome", trace.step(Rule.PROVISOIRE).getOutcome(), again ? "OUI" : "NON");
    }

    private void proposed(Looked looked) {
        findings.same("tiers_lieu_propose", looked.isYes("tiers_lieu_propose"), plan.getSiege() != null);
    }

    private void payeur(Trace trace) {
        Looked looked = trace.at(Rule.PAYEUR);
        proposed(looked);
        String porteur = looked.text("porteur");
        Payeur unaided = porteur == null ? Payeur.A_TROUVER : Payeur.NOMME;
        Payeur again = looked.isYes("tiers_lieu_propose") ? Payeur.AIDE_REGIONALE : unaided;
        findings.same("payeur", told.getPayeur(), again);
        findings.same("payeur_siren", told.getPayeurSiren(), again == Payeur.NOMME ? porteur : null);
        findings.same("PAYEUR.outcome", trace.step(Rule.PAYEUR).getOutcome(), again.name());
    }

    private void sessions(Trace trace) {
        Looked looked = trace.at(Rule.SEANCES);
        BigDecimal hours = looked.number("heures_personnes");
        BigDecimal months = looked.number("mois_observes");
        findings.same("SEANCES.besoin", looked.text("besoin"), plan.getBesoin().name());
        findings.same("heures_personnes", hours, BigDecimal.valueOf(score.getPersonHours12MonthsHundredths(), 2));
        BigDecimal without = looked.number("presences_sans_heures");
        findings.same("presences_sans_heures", without, BigDecimal.valueOf(score.getPresencesWithoutHours12Months()));
        BigDecimal supposed = without.multiply(looked.number("duree_presence"));
        findings.same("HEURES_SUPPOSEES", told.getReasons().contains("HEURES_SUPPOSEES"), supposed.signum() > 0);
        findings.same("mois_observes", months, BigDecimal.valueOf(score.getObserved12Months()));
        BigDecimal capacity = months.multiply(looked.number("groupe")).multiply(looked.number("heures_par_seance"));
        BigDecimal needed =
                months.signum() == 0 ? BigDecimal.ZERO : hours.add(supposed).divide(capacity, 0, RoundingMode.CEILING);
        BigDecimal again =
                needed.max(BigDecimal.valueOf(looked.whole("plancher"))).min(BigDecimal.valueOf(Integer.MAX_VALUE));
        findings.same("sessions_a_month", BigDecimal.valueOf(told.getSessionsAMonth()), again);
        findings.same("SEANCES.outcome", trace.step(Rule.SEANCES).getOutcome(), again.toPlainString());
    }

    private void host(Trace trace) {
        Host host = told.getHost();
        if (host == null) {
            throw new Untold("host");
        }
        RegleEssayee deciding = trace.all(Rule.HOTE).stream()
                .filter(RegleEssayee::getDecides)
                .findFirst()
                .orElseThrow(() -> new Untold("HOTE"));
        findings.same("HOTE.outcome", deciding.getOutcome(), host.getKind().name());
        findings.same("host", deciding.getOn(), subject(host));
        Looked looked = new Looked(deciding.getOperands());
        findings.same("distance_m", (long) host.getDistanceM(), looked.has("distance") ? looked.whole("distance") : 0L);
        if (looked.has("distance") && looked.has("rayon")) {
            findings.holds(
                    "rayon", looked.number("distance").compareTo(looked.number("rayon")) <= 0, host.getDistanceM());
        }
        shared(trace, host);
    }

    private void shared(Trace trace, Host host) {
        List<Conversion> sharing = all.stream()
                .filter(other ->
                        other.getHost() != null && subject(other.getHost()).equals(subject(host)))
                .toList();
        long sessions =
                sharing.stream().mapToLong(Conversion::getSessionsAMonth).sum();
        findings.same("host.sessions_a_month", (long) host.getSessionsAMonth(), Math.min(sessions, Integer.MAX_VALUE));
        findings.same(
                "host.shared_with",
                host.getSharedWith(),
                sharing.stream()
                        .map(Conversion::getRoomId)
                        .filter(room -> !room.equals(told.getRoomId()))
                        .toList());
        findings.same("CUMUL_DES_SEANCES.on", trace.step(Rule.CUMUL_DES_SEANCES).getOn(), subject(host));
        findings.same(
                "CUMUL_DES_SEANCES.decides", trace.step(Rule.CUMUL_DES_SEANCES).getDecides(), true);
        boolean above = sessions > trace.at(Rule.CUMUL_DES_SEANCES).whole("maximum");
        findings.same(
                "SEANCES_AU_DESSUS_DU_MAXIMUM", told.getReasons().contains("SEANCES_AU_DESSUS_DU_MAXIMUM"), above);
    }

    private static String subject(Host host) {
        String id = Objects.toString(host.getId());
        return switch (host.getKind()) {
            case SALLE -> "room:" + id;
            case LIEU_PUBLIC -> "place:" + id;
            case SALLE_COMMUNALE -> "commune:" + host.getInsee();
        };
    }
}
