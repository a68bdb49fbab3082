package fr.passerelle.sheets.explanation;

import fr.passerelle.rules.conversion.Places;
import fr.passerelle.rules.explanation.BarePlan;
import fr.passerelle.rules.explanation.Origin;
import fr.passerelle.rules.financing.Financing;
import fr.passerelle.rules.trace.Rule;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.Besoin;
import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.ConditionJugee;
import fr.passerelle.schemas.event.Contrefactuel;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.ConversionKind;
import fr.passerelle.schemas.event.Disponibilite;
import fr.passerelle.schemas.event.EtudeState;
import fr.passerelle.schemas.event.Fonction;
import fr.passerelle.schemas.event.FonctionJugee;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.FrequentationState;
import fr.passerelle.schemas.event.Host;
import fr.passerelle.schemas.event.HostKind;
import fr.passerelle.schemas.event.Intercommunalite;
import fr.passerelle.schemas.event.Levier;
import fr.passerelle.schemas.event.Payeur;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.PlanRoom;
import fr.passerelle.schemas.event.RegleEssayee;
import fr.passerelle.schemas.event.Reponse;
import fr.passerelle.schemas.event.Siege;
import fr.passerelle.schemas.event.SiegeKind;
import fr.passerelle.schemas.event.Unite;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The results of the two fictitious EPCIs of RULES 6, field by field: what a text has to find its facts in. */
public final class Fictitious {

    /** A voted barème, and no file, name or need. */
    public static final Origin ORIGIN = new Origin("2017-05", "Titre", "ab".repeat(32), Map.of(), Map.of(), Map.of());

    static final String SIREN = "200000001";

    private static final List<RegleEssayee> JUDGED = List.of(
            Steps.decided(Rule.SEUIL, "room:S", "SEUIL_ATTEINT", Steps.whole("seuil", 50, Unite.POINTS)),
            Steps.passed(
                    Rule.FONCTIONS_SUFFISANTES,
                    "room:S",
                    "FONCTIONS_SUFFISANTES",
                    Steps.whole("fonctions_minimum", 2, Unite.FONCTIONS)),
            Steps.passed(Rule.SEANCES, "room:S", "2", Steps.whole("heures_par_seance", 2, Unite.HEURES)));

    private Fictitious() {}

    /** A tiers lieu is proposed at Bourg-A; fourteen sessions at two other rooms. */
    public static Dossier a() {
        Plan plan = plan("CC A")
                .setBesoin(Besoin.MOYEN)
                .setTiersLieu("A-1")
                .setSiege(new Siege(SiegeKind.SALLE, "A-1", "Salle du bourg", "02001", "Bourg-A"))
                .setRooms(List.of(
                        room("A-1", "Bourg-A", Candidature.RETENUE, 68, 61, 71),
                        room("A-2", "Ville-A", Candidature.SOUS_LE_SEUIL, 30, 30, 30),
                        room("A-3", "Val-A", Candidature.SOUS_LE_SEUIL, 30, 30, 30)))
                .setReasons(List.of("TIERS_LIEU_PROPOSE"))
                .setPopulation(10_000)
                .setProximiteToday(9_100)
                .setProximiteProposed(9_300)
                .setTrace(List.of(Steps.passed(
                        Rule.PROXIMITE, "epci:" + SIREN, "OUI", Steps.whole("rayon", 5_000, Unite.METRES))))
                .build();
        return new Dossier(
                plan,
                List.of(tiersLieu("A-1"), etape("A-2", "Ville-A", 8), etape("A-3", "Val-A", 6)),
                List.of(
                        score("A-1", 22, 1_240, 68, 61, 71),
                        score("A-2", 24, 50, 30, 30, 30),
                        score("A-3", 24, 50, 30, 30, 30)));
    }

    /** No tiers lieu: C is under the threshold and lacks a function, too little is known of D. */
    public static Dossier b() {
        Plan plan = plan("CC B")
                .setBesoin(Besoin.ELEVE)
                .setRooms(List.of(
                        room("B-1", "C", Candidature.SOUS_LE_SEUIL, 38, 32, 47),
                        room("B-2", "D", Candidature.DONNEES_INSUFFISANTES, null, null, null)))
                .setReasons(List.of("AUCUNE_CANDIDATE"))
                .build();
        Conversion c = provisional(
                etape("B-1", "C", 2), Candidature.SOUS_LE_SEUIL, "SOUS_LE_SEUIL", "FONCTIONS_INSUFFISANTES");
        Conversion d = provisional(etape("B-2", "E", 2), Candidature.DONNEES_INSUFFISANTES, "DONNEES_INSUFFISANTES");
        d.setHost(host(HostKind.LIEU_PUBLIC, "BIB-E", "Bibliothèque", "E"));
        return new Dossier(
                plan, List.of(c, d), List.of(score("B-1", 24, 310, 38, 32, 47), score("B-2", 9, 40, null, null, null)));
    }

    /** The same once the study of the EPCI is handed in. */
    public static Dossier studied(Dossier dossier) {
        return studied(dossier, EtudeState.RENDUE);
    }

    /** The same where the study of the EPCI stands so: the lines of aid have the decisions and traces that the rules write then. */
    public static Dossier studied(Dossier dossier, EtudeState study) {
        Intercommunalite told = Intercommunalite.newBuilder()
                .setEtude(study)
                .setFunctionsWanted(List.of())
                .build();
        Plan plan = dossier.plan();
        Financing financing = new Financing(Baremes.load("2017-05").reglement(), SIREN, told);
        Map<AidLineName, AidLine> lines = financing.lines(plan.getSiege() != null).stream()
                .collect(Collectors.toMap(AidLine::getLine, Function.identity()));
        plan.getAid().forEach(line -> {
            AidLine written = Objects.requireNonNull(lines.get(line.getLine()));
            line.setTrace(written.getTrace());
            line.setDecidedBy(written.getDecidedBy());
        });
        return dossier;
    }

    static Plan.Builder plan(String name) {
        return BarePlan.of(SIREN).setName(name).setEtapes(2).setAid(List.of(study()));
    }

    public static AidLine study() {
        return BarePlan.aid(AidLineName.ETUDE, "COUT_INCONNU")
                .setRate(new BigDecimal("0.8000"))
                .setCeiling(new BigDecimal("10000.00"))
                .build();
    }

    /** A line of aid of the rate and the ceiling of the study; each sum where it is known. */
    public static AidLine aid(
            AidLineName line, @Nullable String cost, @Nullable String aid, @Nullable String left, String decided) {
        return AidLine.newBuilder(study())
                .setLine(line)
                .setCost(cost == null ? null : new BigDecimal(cost))
                .setAid(aid == null ? null : new BigDecimal(aid))
                .setLeft(left == null ? null : new BigDecimal(left))
                .setDecidedBy(decided)
                .build();
    }

    /** So many presences more or less, and the seat that there would be then. */
    static Contrefactuel change(String on, int presences, @Nullable String seat) {
        return Contrefactuel.newBuilder()
                .setOn(on)
                .setLevier(Levier.PRESENCES)
                .setAmount(BigDecimal.valueOf(presences).setScale(6))
                .setUnit(Unite.PRESENCES)
                .setSeatAfter(seat)
                .build();
    }

    static PlanRoom room(
            String id,
            String commune,
            Candidature candidature,
            @Nullable Integer score,
            @Nullable Integer low,
            @Nullable Integer high) {
        return BarePlan.room(id)
                .setInsee("insee " + commune)
                .setCommune(commune)
                .setKind(candidature == Candidature.RETENUE ? ConversionKind.TIERS_LIEU : ConversionKind.ETAPE_NOMADE)
                .setCandidature(candidature)
                .setState(score == null ? FrequentationState.DONNEES_INSUFFISANTES : FrequentationState.NOTEE)
                .setScore(score)
                .setLow(low)
                .setHigh(high)
                .build();
    }

    static Frequentation score(
            String id,
            int observed,
            int presences,
            @Nullable Integer score,
            @Nullable Integer low,
            @Nullable Integer high) {
        return Places.unscored(id, score == null ? FrequentationState.DONNEES_INSUFFISANTES : FrequentationState.NOTEE)
                .setScore(score)
                .setLow(low)
                .setHigh(high)
                .setMonthsObserved(observed)
                .setPresences12Months(presences)
                .build();
    }

    private static Conversion tiersLieu(String id) {
        return conversion(id)
                .setKind(ConversionKind.TIERS_LIEU)
                .setCandidature(Candidature.RETENUE)
                .setFonctions(functions(Disponibilite.POSSIBLE, Disponibilite.A_VERIFIER))
                .setSessionsAMonth(0)
                .setReasons(List.of("SEUIL_ATTEINT", "PREMIERE_CANDIDATE"))
                .build();
    }

    static Conversion etape(String id, String commune, int sessions) {
        return conversion(id)
                .setPayeur(Payeur.AIDE_REGIONALE)
                .setFonctions(functions(Disponibilite.NON, Disponibilite.NON))
                .setHost(host(HostKind.SALLE, id, "Salle " + id, commune))
                .setSessionsAMonth(sessions)
                .setReasons(List.of("SOUS_LE_SEUIL"))
                .build();
    }

    private static Conversion provisional(Conversion etape, Candidature candidature, String... reasons) {
        etape.setProvisoire(true);
        etape.setPayeur(Payeur.A_TROUVER);
        etape.setCandidature(candidature);
        etape.setReasons(List.of(reasons));
        return etape;
    }

    private static Conversion.Builder conversion(String id) {
        return BarePlan.etape(id, SIREN).setTrace(JUDGED);
    }

    private static Host host(HostKind kind, String id, String name, String commune) {
        return Host.newBuilder()
                .setKind(kind)
                .setId(id)
                .setName(name)
                .setInsee("insee " + commune)
                .setCommune(commune)
                .build();
    }

    private static List<FonctionJugee> functions(Disponibilite coworking, Disponibilite fablab) {
        return Arrays.stream(Fonction.values())
                .map(fonction -> new FonctionJugee(
                        fonction,
                        switch (fonction) {
                            case MEDIATION_NUMERIQUE -> Disponibilite.OFFERTE;
                            case COWORKING -> coworking;
                            case FABLAB -> fablab;
                            case TELETRAVAIL, ACCOMPAGNEMENT_PROJETS -> Disponibilite.NON;
                        },
                        List.of(),
                        fonction == Fonction.COWORKING ? desk() : List.of()))
                .toList();
    }

    private static List<ConditionJugee> desk() {
        return List.of("ACCES_PLAIN_PIED", "DEBIT", "ACCORD_PROPRIETAIRE").stream()
                .map(condition -> ConditionJugee.newBuilder()
                        .setCondition(condition)
                        .setReponse(Reponse.OUI)
                        .build())
                .toList();
    }
}
