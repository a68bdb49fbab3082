package fr.passerelle.sheets.explanation;

import fr.passerelle.rules.conversion.Mediation;
import fr.passerelle.rules.conversion.ProposalReason;
import fr.passerelle.rules.conversion.Seating;
import fr.passerelle.rules.explanation.Proposals;
import fr.passerelle.rules.financing.Decision;
import fr.passerelle.rules.trace.Rule;
import fr.passerelle.schemas.event.Concurrent;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.ConversionKind;
import fr.passerelle.schemas.event.Disponibilite;
import fr.passerelle.schemas.event.EtudeState;
import fr.passerelle.schemas.event.FonctionJugee;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.Host;
import fr.passerelle.schemas.event.Operande;
import fr.passerelle.schemas.event.Payeur;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.PlanRoom;
import fr.passerelle.schemas.event.Siege;
import fr.passerelle.schemas.event.SiegeKind;
import fr.passerelle.sheets.french.FrenchNames;
import fr.passerelle.sheets.french.FrenchNumbers;
import fr.passerelle.sheets.french.Textes;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The results of one EPCI, those of its rooms by identifier: all that its texts are made from.
 *
 * @param names of EPCIs, by SIREN: itself, and those that would pay for its étapes
 */
public record Dossier(Plan plan, List<Conversion> conversions, List<Frequentation> scores, Map<String, String> names) {

    /** Where a SIREN is cut, as French writes it. */
    private static final Pattern GROUPS = Pattern.compile("(?<=\\d)(?=(?:\\d{3})+$)");

    /** One that knows no name but that of its EPCI. */
    public Dossier(Plan plan, List<Conversion> conversions, List<Frequentation> scores) {
        this(plan, conversions, scores, Map.of(plan.getEpci(), plan.getName()));
    }

    /** The results of one EPCI among all; empty where it has no plan. */
    public static Optional<Dossier> of(Proposals all, String epci) {
        return Optional.ofNullable(all.plans().get(epci)).map(plan -> {
            List<Conversion> conversions = all.conversions().values().stream()
                    .filter(conversion -> conversion.getEpci().equals(epci))
                    .toList();
            return new Dossier(
                    plan,
                    conversions,
                    all.scores().values().stream()
                            .filter(score -> score.getEpci().equals(epci))
                            .toList(),
                    names(all, epci, conversions));
        });
    }

    private static Map<String, String> names(Proposals all, String epci, List<Conversion> conversions) {
        return Stream.concat(
                        Stream.of(epci),
                        conversions.stream().map(Conversion::getPayeurSiren).filter(Objects::nonNull))
                .distinct()
                .flatMap(siren -> Stream.ofNullable(all.plans().get(siren)))
                .collect(Collectors.toMap(Plan::getEpci, Plan::getName));
    }

    /** The same plan, with the score and conversion of one room only. */
    public Dossier ofRoom(String roomId) {
        return new Dossier(
                plan,
                conversion(roomId).stream().toList(),
                score(roomId).stream().toList(),
                names);
    }

    /** Whether a tiers lieu is proposed. */
    public boolean isSeated() {
        return plan.getSiege() != null;
    }

    /** Its étapes de médiation nomade. */
    public List<Conversion> etapes() {
        return conversions.stream()
                .filter(conversion -> conversion.getKind() == ConversionKind.ETAPE_NOMADE)
                .toList();
    }

    /** Where an étape is held. */
    public static Host host(Conversion etape) {
        return Objects.requireNonNull(etape.getHost(), "An étape has a host");
    }

    /** Functions that are judged so, in French. */
    public static List<String> functions(List<FonctionJugee> all, Disponibilite... judged) {
        return all.stream()
                .filter(fonction -> Arrays.asList(judged).contains(fonction.getDisponibilite()))
                .map(fonction -> Textes.word("fonction", fonction.getFonction()))
                .toList();
    }

    /** A room of the plan by its identifier. */
    public Optional<PlanRoom> room(String roomId) {
        return plan.getRooms().stream()
                .filter(room -> room.getRoomId().equals(roomId))
                .findFirst();
    }

    /** A site that the plan compares, by its identifier. */
    public Optional<Concurrent> site(String siteId) {
        return plan.getCandidates().stream()
                .filter(candidate -> candidate.getSiege().getKind() == SiegeKind.SITE
                        && candidate.getSiege().getId().equals(siteId))
                .findFirst();
    }

    /** How a table names a room. */
    public String name(String roomId) {
        return Textes.say(
                "salle.nom", Map.of("nom", room(roomId).map(PlanRoom::getName).orElse(roomId), "id", roomId));
    }

    /** The score of a room. */
    public Optional<Frequentation> score(String roomId) {
        return scores.stream().filter(score -> score.getRoomId().equals(roomId)).findFirst();
    }

    /** The conversion of a room; empty for one that is closed or autonomous. */
    public Optional<Conversion> conversion(String roomId) {
        return conversions.stream()
                .filter(conversion -> conversion.getRoomId().equals(roomId))
                .findFirst();
    }

    /** « (Communauté de communes du Val, numéro Siren 200 000 001) », after « l'organisme désigné »; nothing where nobody is. */
    public String payer(Conversion etape) {
        String siren = etape.getPayeurSiren();
        return siren == null
                ? ""
                : Textes.say(
                        names.containsKey(siren) ? "payeur.epci" : "payeur.siren",
                        Map.of(
                                "nom", FrenchNames.epci(names.getOrDefault(siren, "")),
                                "siren", GROUPS.matcher(siren).replaceAll("\u202f")));
    }

    /** Who pays an étape, as a message asks: « EPCI » where it named itself; empty where it is not said. */
    public String payerKind(Conversion etape) {
        return plan.getEpci().equals(etape.getPayeurSiren())
                ? "EPCI"
                : Optional.ofNullable(etape.getPayeur()).map(Payeur::name).orElse("");
    }

    /** « , de l'ordre de 12 000 € par an », what all its sessions come to; nothing where the barème says no cost. */
    public String animationCost() {
        return number(Rule.ANIMATEURS, "cout_par_an")
                .map(one -> Mediation.cost(plan.getAnimateursEtp(), one))
                .filter(cost -> cost.signum() > 0)
                .map(cost -> Textes.say("animation.cout", Map.of("cout", cost)))
                .orElse("");
    }

    /** Where more sessions would be held a month than one place should, each « à Ham (onze séances) ». */
    public List<String> crowdedHosts() {
        Naming naming = Naming.of(plan);
        return conversions.stream()
                .filter(etape -> etape.getReasons().contains(ProposalReason.SEANCES_AU_DESSUS_DU_MAXIMUM.name()))
                .flatMap(etape -> Stream.ofNullable(etape.getHost()))
                .map(host -> Textes.say(
                        "maire.maximum.lieu",
                        Map.of("lieu", naming.at(host), "seances", FrenchNumbers.sessions(host.getSessionsAMonth()))))
                .distinct()
                .toList();
    }

    /** The five functions of a seat, in the order of the enum. */
    public List<FonctionJugee> fonctions(Siege seat) {
        return Seating.compared(plan, seat)
                .map(Concurrent::getFonctions)
                .or(() -> seat.getKind() == SiegeKind.SITE
                        ? Optional.empty()
                        : conversion(seat.getId()).map(Conversion::getFonctions))
                .orElse(List.of());
    }

    /** How many functions of a room nothing is left to verify of. */
    int confirmed(String roomId) {
        return Seating.confirmed(
                        conversion(roomId).map(Conversion::getFonctions).orElse(List.of()))
                .size();
    }

    /** Where a room stands: its candidature, or what of its data holds it back. */
    String standing(Conversion conversion) {
        return ProposalReason.holdingBack(conversion.getReasons())
                .map(ProposalReason::name)
                .orElse(conversion.getCandidature().name());
    }

    boolean lacksFunctions(String roomId) {
        return conversion(roomId)
                .filter(conversion -> conversion.getReasons().contains(ProposalReason.FONCTIONS_INSUFFISANTES.name()))
                .isPresent();
    }

    /** The threshold that scores were compared with; {@link ScoreFigures#UNKNOWN} where none was. */
    public int threshold() {
        return whole(Rule.SEUIL, "seuil");
    }

    /** How many functions a tiers lieu needs; {@link ScoreFigures#UNKNOWN} where none was looked at. */
    public int functionsNeeded() {
        return whole(Rule.FONCTIONS_SUFFISANTES, "fonctions_minimum");
    }

    /** Hours of a session; {@link ScoreFigures#UNKNOWN} where no étape was looked at. */
    int sessionHours() {
        return whole(Rule.SEANCES, "heures_par_seance");
    }

    private int whole(Rule rule, String operand) {
        return number(rule, operand).map(BigDecimal::intValue).orElse(ScoreFigures.UNKNOWN);
    }

    /** The figures of a score as arguments of the texts, with the name of its room. */
    public Map<String, Object> figures(Frequentation score) {
        Map<String, Object> figures = ScoreFigures.ofNote(score, threshold());
        figures.put("salle", name(score.getRoomId()));
        return figures;
    }

    /** Within how many kilometres a point of mediation is near; {@link ScoreFigures#UNKNOWN} where none was looked at. */
    public BigDecimal proximityKilometres() {
        return number(Rule.PROXIMITE, "rayon")
                .map(metres -> metres.movePointLeft(3).stripTrailingZeros())
                .orElse(BigDecimal.valueOf(ScoreFigures.UNKNOWN));
    }

    /**
     * Where the study of the EPCI stands, as a message asks: once it is « remise », the next step is to open; one that is « refusee » by
     * the EPCI is not proposed again.
     */
    public String study() {
        if (looked(Rule.ETUDE, "etude").map(Operande::getText).anyMatch(EtudeState.RENDUE.name()::equals)) {
            return "remise";
        }
        return plan.getAid().stream().anyMatch(Decision.REFUSEE::of) ? "refusee" : "attendue";
    }

    /** A number that a rule looked at, in the traces of the plan and of its aid or, the same for all, in that of any room. */
    Optional<BigDecimal> number(Rule rule, String operand) {
        return looked(rule, operand)
                .flatMap(found -> Optional.ofNullable(found.getAmount()).stream())
                .findFirst();
    }

    private Stream<Operande> looked(Rule rule, String operand) {
        return Stream.of(
                        plan.getTrace().stream(),
                        plan.getAid().stream().flatMap(line -> line.getTrace().stream()),
                        conversions.stream().flatMap(conversion -> conversion.getTrace().stream()),
                        scores.stream().flatMap(score -> score.getTrace().stream()))
                .flatMap(steps -> steps)
                .filter(step -> step.getRule().equals(rule.name()))
                .flatMap(step -> step.getOperands().stream())
                .filter(found -> found.getName().equals(operand));
    }

    /** The numbers of a score, as arguments of the texts; those that are unknown are {@link #UNKNOWN}. */
    public static final class ScoreFigures {

        public static final int UNKNOWN = -1;

        private ScoreFigures() {}

        /** Its state, how much the room is used, and how much of its register is known. */
        static Map<String, Object> of(Frequentation score) {
            Map<String, Object> figures = new HashMap<>();
            figures.put("etat", score.getState().name());
            figures.put("presences", score.getPresences12Months());
            figures.put("observes", score.getObserved12Months());
            figures.put("remplis", score.getMonthsObserved());
            figures.put("ouverts", score.getMonthsOpen());
            return figures;
        }

        /** How much the room is used; how much of its register is filled is said whatever the length. */
        static Sentence use(Frequentation score) {
            return new Sentence(
                    1, List.of(Textes.say("maire.usage", of(score)), Textes.say("maire.registre", of(score))));
        }

        /** The same with its note against the threshold. */
        static Map<String, Object> ofNote(Frequentation score, int threshold) {
            Map<String, Object> figures = of(score);
            figures.put("note", known(score.getScore()));
            figures.put("bas", known(score.getLow()));
            figures.put("haut", known(score.getHigh()));
            figures.put("sure", Textes.yes(Objects.equals(score.getLow(), score.getHigh())));
            figures.put("seuil", threshold);
            return figures;
        }

        private static int known(@Nullable Integer number) {
            return Objects.requireNonNullElse(number, UNKNOWN);
        }
    }
}
