package fr.passerelle.rules.explanation.reevaluation;

import fr.passerelle.rules.explanation.reevaluation.Findings.Untold;
import fr.passerelle.rules.explanation.reevaluation.SeatCheck.Seats;
import fr.passerelle.rules.explanation.reevaluation.Trace.Looked;
import fr.passerelle.rules.trace.Rule;
import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.ConditionJugee;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.ConversionKind;
import fr.passerelle.schemas.event.Disponibilite;
import fr.passerelle.schemas.event.Fonction;
import fr.passerelle.schemas.event.FonctionJugee;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.Host;
import fr.passerelle.schemas.event.Payeur;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.RegleEssayee;
import fr.passerelle.schemas.event.Reponse;
import fr.passerelle.schemas.event.SiegeKind;
import fr.passerelle.schemas.event.Unite;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a room of the region stands again, from the rules tried on it, then from where the plan puts it.
 *
 * @param score of the room
 * @param seats what the plan says of seats
 */
record CandidatureCheck(Conversion told, Frequentation score, Seats seats, Findings findings) {

    private static final Set<Rule> OF_THE_PLACE = EnumSet.of(
            Rule.FONCTIONS_DU_LIEU,
            Rule.NOTE_EXISTANTE,
            Rule.SEUIL,
            Rule.FONCTIONS_SUFFISANTES,
            Rule.ACCORD_ET_ACCES,
            Rule.DONNEES_RECENTES,
            Rule.PETITS_NOMBRES);

    void run() {
        findings.same("score", told.getScore(), score.getScore());
        findings.same("low", told.getLow(), score.getLow());
        findings.same("high", told.getHigh(), score.getHigh());
        findings.check("candidature", this::candidature);
    }

    private void candidature() {
        Map<RegleEssayee, Candidature> against = new LinkedHashMap<>();
        for (RegleEssayee step : told.getTrace()) {
            Candidature objection = objection(step);
            if (objection != null) {
                against.put(step, objection);
            }
        }
        RegleEssayee deciding = deciding(against);
        told.getTrace().stream()
                .filter(step -> OF_THE_PLACE.contains(Rule.valueOf(step.getRule())))
                .forEach(step -> {
                    findings.same(step.getRule() + ".on", step.getOn(), "room:" + told.getRoomId());
                    findings.same(step.getRule() + ".decides", step.getDecides(), step.equals(deciding));
                });
        Candidature again = deciding == null
                ? seats.candidature(SiegeKind.SALLE, told.getRoomId())
                : Objects.requireNonNull(against.get(deciding));
        findings.same("candidature", told.getCandidature(), again);
        findings.same("kind", told.getKind().name(), again == Candidature.RETENUE ? "TIERS_LIEU" : "ETAPE_NOMADE");
    }

    /** A certain no comes before a doubt; null where nothing stands against the room. */
    private static @Nullable RegleEssayee deciding(Map<RegleEssayee, Candidature> against) {
        return against.entrySet().stream()
                .filter(objection -> objection.getValue() != Candidature.A_INSTRUIRE)
                .findFirst()
                .or(() -> against.entrySet().stream().findFirst())
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    /** Where a rule leaves the room; null where it objects to nothing. */
    private @Nullable Candidature objection(RegleEssayee step) {
        Looked looked = new Looked(step.getOperands());
        return switch (Rule.valueOf(step.getRule())) {
            case FONCTIONS_DU_LIEU -> functions(step, looked);
            case NOTE_EXISTANTE -> scored(step, looked);
            case SEUIL -> threshold(step, looked);
            case FONCTIONS_SUFFISANTES -> enough(step, looked);
            case ACCORD_ET_ACCES -> agreed(step, looked);
            case DONNEES_RECENTES -> recent(step, looked);
            case PETITS_NOMBRES -> many(step, looked);
            default -> null;
        };
    }

    private @Nullable Candidature functions(RegleEssayee step, Looked looked) {
        told.getFonctions()
                .forEach(fonction -> findings.same(
                        "FONCTIONS_DU_LIEU." + fonction.getFonction(),
                        looked.text(fonction.getFonction().name().toLowerCase(Locale.ROOT)),
                        fonction.getDisponibilite().name()));
        findings.same("FONCTIONS_DU_LIEU.outcome", step.getOutcome(), String.valueOf(confirmed()));
        return null;
    }

    private long confirmed() {
        return FunctionsCheck.confirmed(told.getFonctions()).size();
    }

    private @Nullable Candidature scored(RegleEssayee step, Looked looked) {
        findings.same("etat", looked.text("etat"), score.getState().name());
        boolean none = "DONNEES_INSUFFISANTES".equals(looked.text("etat"));
        return found(step, none, "DONNEES_INSUFFISANTES", "NOTEE", Candidature.DONNEES_INSUFFISANTES);
    }

    private @Nullable Candidature threshold(RegleEssayee step, Looked looked) {
        findings.same("borne_haute", looked.whole("borne_haute"), score.getHigh());
        findings.same("borne_basse", looked.whole("borne_basse"), score.getLow());
        BigDecimal threshold = looked.number("seuil");
        if (looked.number("borne_haute").compareTo(threshold) < 0) {
            return found(step, true, "SOUS_LE_SEUIL", "", Candidature.SOUS_LE_SEUIL);
        }
        boolean between = looked.number("borne_basse").compareTo(threshold) < 0;
        return found(step, between, "SEUIL_DANS_LA_FOURCHETTE", "SEUIL_ATTEINT", Candidature.A_INSTRUIRE);
    }

    private @Nullable Candidature enough(RegleEssayee step, Looked looked) {
        findings.same("fonctions_confirmees", looked.whole("fonctions_confirmees"), confirmed());
        boolean few = looked.whole("fonctions_confirmees") < looked.whole("fonctions_minimum");
        return found(
                step, few, "FONCTIONS_INSUFFISANTES", "FONCTIONS_SUFFISANTES", Candidature.FONCTIONS_INSUFFISANTES);
    }

    private @Nullable Candidature agreed(RegleEssayee step, Looked looked) {
        boolean lifted =
                "OUI".equals(looked.text("acces_plain_pied")) && !"INCONNU".equals(looked.text("accord_proprietaire"));
        return found(
                step,
                "NON".equals(looked.text("accord_proprietaire")),
                "REFUS_PROPRIETAIRE",
                lifted ? "RIEN_A_LEVER" : "A_LEVER",
                Candidature.REFUS_PROPRIETAIRE);
    }

    private @Nullable Candidature recent(RegleEssayee step, Looked looked) {
        long observed = looked.whole("mois_observes_recents");
        long open = looked.whole("mois_ouverts_recents");
        findings.same("mois_observes_recents", observed, score.getObserved12Months());
        findings.same("mois_ouverts_recents", open, score.getOpen12Months());
        boolean thin = observed < Math.min(looked.whole("mois_recents_minimum"), open);
        return heldBack(step, thin, "RECENT_DATA_THIN", "DONNEES_RECENTES_INSUFFISANTES");
    }

    private @Nullable Candidature many(RegleEssayee step, Looked looked) {
        findings.same("presences_douze_mois", looked.whole("presences_douze_mois"), score.getPresences12Months());
        BigDecimal observed = looked.number("mois_observes_recents");
        findings.same("mois_observes_recents", observed, score.getObserved12Months());
        BigDecimal least = looked.number("presences_minimum").multiply(observed);
        BigDecimal year = looked.number("presences_douze_mois").multiply(BigDecimal.valueOf(12));
        return heldBack(step, year.compareTo(least) < 0, "SMALL_NUMBERS", "PETITS_NOMBRES");
    }

    private @Nullable Candidature heldBack(RegleEssayee step, boolean against, String flag, String reason) {
        findings.same(flag, score.getFlags().contains(flag), against);
        return found(step, against, reason, "DONNEES_SUFFISANTES", Candidature.A_INSTRUIRE);
    }

    private @Nullable Candidature found(
            RegleEssayee step, boolean against, String outcome, String otherwise, Candidature candidature) {
        findings.same(step.getRule() + ".outcome", step.getOutcome(), against ? outcome : otherwise);
        return against ? candidature : null;
    }

    /** The five functions of a place again, each from its conditions. */
    record FunctionsCheck(List<FonctionJugee> told, Findings findings) {

        void run() {
            findings.same(
                    "fonctions", told.stream().map(FonctionJugee::getFonction).toList(), List.of(Fonction.values()));
            told.forEach(this::judge);
        }

        private void judge(FonctionJugee fonction) {
            String name = fonction.getFonction().name();
            fonction.getChecks().forEach(check -> answer(name, check));
            List<String> failed = codes(fonction, Reponse.NON);
            List<String> unknown = codes(fonction, Reponse.INCONNU);
            findings.same(name + ".conditions", fonction.getConditions(), failed.isEmpty() ? unknown : failed);
            if (fonction.getChecks().isEmpty()) {
                asksNothing(fonction);
            } else {
                findings.same(name + ".disponibilite", fonction.getDisponibilite(), judged(failed, unknown));
            }
        }

        private void answer(String name, ConditionJugee check) {
            if (check.getUnit() == Unite.OUI_NON) {
                findings.holds(
                        name + "." + check.getCondition(),
                        check.getFound() == null && check.getRequired() == null,
                        check.getFound());
                return;
            }
            BigDecimal found = check.getFound();
            BigDecimal required = check.getRequired();
            Reponse again = Reponse.INCONNU;
            if (found != null && required != null) {
                again = found.compareTo(required) >= 0 ? Reponse.OUI : Reponse.NON;
            }
            findings.holds(name + "." + check.getCondition() + ".required", required != null, required);
            findings.same(name + "." + check.getCondition(), check.getReponse(), again);
        }

        /** Filled today; or mediation, which asks nothing of the walls. */
        private void asksNothing(FonctionJugee fonction) {
            boolean filled = fonction.getDisponibilite() == Disponibilite.OFFERTE;
            boolean mediation = fonction.getFonction() == Fonction.MEDIATION_NUMERIQUE
                    && fonction.getDisponibilite() == Disponibilite.POSSIBLE;
            findings.holds(fonction.getFonction() + ".disponibilite", filled || mediation, fonction.getDisponibilite());
        }

        private static Disponibilite judged(List<String> failed, List<String> unknown) {
            if (!failed.isEmpty()) {
                return Disponibilite.NON;
            }
            return unknown.isEmpty() ? Disponibilite.POSSIBLE : Disponibilite.A_VERIFIER;
        }

        private static List<String> codes(FonctionJugee fonction, Reponse reponse) {
            return fonction.getChecks().stream()
                    .filter(check -> check.getReponse() == reponse)
                    .map(ConditionJugee::getCondition)
                    .toList();
        }

        /** Those that are OFFERTE or POSSIBLE. */
        static List<Fonction> confirmed(List<FonctionJugee> fonctions) {
            return fonctions.stream()
                    .filter(fonction -> fonction.getDisponibilite() == Disponibilite.OFFERTE
                            || fonction.getDisponibilite() == Disponibilite.POSSIBLE)
                    .map(FonctionJugee::getFonction)
                    .toList();
        }
    }

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
                            told.getTablets(),
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
            findings.same(
                    "SEANCES.besoin", looked.text("besoin"), plan.getBesoin().name());
            findings.same("heures_personnes", hours, BigDecimal.valueOf(score.getPersonHours12MonthsHundredths(), 2));
            BigDecimal without = looked.number("presences_sans_heures");
            findings.same("presences_sans_heures", without, score.getPresencesWithoutHours12Months());
            BigDecimal supposed = without.multiply(looked.number("duree_presence"));
            findings.same("HEURES_SUPPOSEES", told.getReasons().contains("HEURES_SUPPOSEES"), supposed.signum() > 0);
            findings.same("mois_observes", months, score.getObserved12Months());
            BigDecimal capacity = months.multiply(looked.number("groupe")).multiply(looked.number("heures_par_seance"));
            BigDecimal needed = months.signum() == 0
                    ? BigDecimal.ZERO
                    : hours.add(supposed).divide(capacity, 0, RoundingMode.CEILING);
            BigDecimal again =
                    needed.max(BigDecimal.valueOf(looked.whole("plancher"))).min(BigDecimal.valueOf(Integer.MAX_VALUE));
            findings.same("sessions_a_month", told.getSessionsAMonth(), again);
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
            findings.same("distance_m", host.getDistanceM(), looked.has("distance") ? looked.whole("distance") : 0);
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
            findings.same("host.sessions_a_month", host.getSessionsAMonth(), Math.min(sessions, Integer.MAX_VALUE));
            findings.same(
                    "host.shared_with",
                    host.getSharedWith(),
                    sharing.stream()
                            .map(Conversion::getRoomId)
                            .filter(room -> !room.equals(told.getRoomId()))
                            .toList());
            findings.same(
                    "CUMUL_DES_SEANCES.on", trace.step(Rule.CUMUL_DES_SEANCES).getOn(), subject(host));
            findings.same(
                    "CUMUL_DES_SEANCES.decides",
                    trace.step(Rule.CUMUL_DES_SEANCES).getDecides(),
                    true);
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
}
