package fr.passerelle.console.plan;

import fr.passerelle.console.map.Mark;
import fr.passerelle.console.page.PageTexts;
import fr.passerelle.console.page.Paths;
import fr.passerelle.console.plan.PlanView.ShortList;
import fr.passerelle.published.origin.SourceFiles;
import fr.passerelle.schemas.bareme.JeuDeRegles;
import fr.passerelle.schemas.event.Concurrent;
import fr.passerelle.schemas.event.ConditionJugee;
import fr.passerelle.schemas.event.Disponibilite;
import fr.passerelle.schemas.event.FonctionJugee;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.SiegeKind;
import fr.passerelle.sheets.french.Codes;
import fr.passerelle.sheets.french.FrenchNumbers;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/**
 * A place compared as a seat.
 *
 * @param path of its page; empty for a site
 * @param commune empty where its name says it, or nobody knows it
 * @param functions its five functions, in one order for all places
 */
public record Candidate(
        Concurrent place, String path, String commune, boolean seat, Mark mark, List<PlaceFunction> functions) {

    static List<Candidate> of(Plan plan, PageTexts texts) {
        return plan.getCandidates().stream()
                .map(place -> of(place, ConclusionView.isSeat(place, plan), texts))
                .toList();
    }

    private static Candidate of(Concurrent place, boolean seat, PageTexts texts) {
        String commune = place.getSiege().getCommune();
        return new Candidate(
                place,
                place.getSiege().getKind() == SiegeKind.SALLE
                        ? Paths.room(place.getSiege().getId())
                        : "",
                commune == null || place.getSiege().getName().contains(commune) ? "" : commune,
                seat,
                mark(place),
                place.getFonctions().stream()
                        .map(function -> PlaceFunction.of(function, texts))
                        .toList());
    }

    /** Where it stands, in French. */
    public String standing() {
        return Codes.candidature(place.getCandidature());
    }

    private static Mark mark(Concurrent place) {
        return switch (place.getCandidature()) {
            case RETENUE -> Mark.TIERS_LIEU;
            case EX_AEQUO -> Mark.EX_AEQUO;
            case A_INSTRUIRE -> Mark.A_INSTRUIRE;
            case DONNEES_INSUFFISANTES -> Mark.DONNEES_INSUFFISANTES;
            case CANDIDATE, SOUS_LE_SEUIL, FONCTIONS_INSUFFISANTES, REFUS_PROPRIETAIRE -> other(place);
        };
    }

    /** A room that is no seat becomes an étape; a site becomes nothing. */
    private static Mark other(Concurrent place) {
        return place.getSiege().getKind() == SiegeKind.SALLE ? Mark.ETAPE_NOMADE : Mark.AUCUNE;
    }

    /** Whether it is no room: it has no page of its own. */
    public boolean site() {
        return path.isEmpty();
    }

    /** Whether it is what is proposed, or one of those that the EPCI chooses from. */
    public boolean first() {
        return seat || mark == Mark.EX_AEQUO;
    }

    /** Whether it is, or may become, a candidate, without being first. */
    public boolean next() {
        return !first() && (place.getRank() != null || mark == Mark.A_INSTRUIRE);
    }

    /**
     * A function of a place.
     *
     * @param name « coworking »
     * @param css end of the class that colours it and name of its mark, such as offerte
     * @param judged « à vérifier »
     * @param decides the condition that decides, failed or to verify, or how many they are; empty where it is confirmed
     * @param checks each condition looked at, with what was found and what is required
     */
    public record PlaceFunction(String name, String css, String judged, String decides, List<Checked> checks) {

        /** A condition and what is known of it. */
        public record Checked(String css, String text) {}

        static PlaceFunction of(FonctionJugee function, PageTexts texts) {
            Disponibilite judged = function.getDisponibilite();
            return new PlaceFunction(
                    Codes.outcome(function.getFonction().name()),
                    judged.name().toLowerCase(Locale.ROOT),
                    Codes.outcome(judged.name()),
                    decides(function.getConditions(), texts),
                    function.getChecks().stream()
                            .map(check -> checked(check, texts))
                            .toList());
        }

        private static String decides(List<String> conditions, PageTexts texts) {
            return switch (conditions.size()) {
                case 0 -> "";
                case 1 -> Codes.condition(conditions.getFirst());
                default -> texts.say("epci.conditions", conditions.size());
            };
        }

        private static Checked checked(ConditionJugee check, PageTexts texts) {
            String known = Codes.outcome(check.getReponse().name());
            String condition = Codes.condition(check.getCondition());
            BigDecimal required = check.getRequired();
            String text = required == null
                    ? texts.say("epci.condition", condition, known)
                    : texts.say(
                            "epci.condition.mesuree",
                            condition,
                            FrenchNumbers.of(check.getFound(), check.getUnit()),
                            FrenchNumbers.of(required, check.getUnit()));
            return new Checked(check.getReponse().name().toLowerCase(Locale.ROOT), text);
        }
    }

    /**
     * The places that a plan compares as seats.
     *
     * @param candidates in the order of the plan
     * @param firsts what is proposed, or those that the EPCI chooses from
     * @param nexts those that are, or may become, candidates, without being first
     * @param files that sites were read from; empty where none is compared
     */
    record SeatComparison(
            ShortList<Candidate> candidates,
            List<Candidate> firsts,
            ShortList<Candidate> nexts,
            List<SourceFiles.ReadFile> files,
            JeuDeRegles rules) {

        static SeatComparison of(
                List<Candidate> candidates, List<SourceFiles.ReadFile> files, JeuDeRegles rules, boolean whole) {
            return new SeatComparison(
                    ShortList.of(candidates, whole),
                    candidates.stream().filter(Candidate::first).toList(),
                    ShortList.of(candidates.stream().filter(Candidate::next).toList(), whole),
                    files,
                    rules);
        }

        /** All that a function of a place may be judged. */
        public List<Disponibilite> judgements() {
            return List.of(Disponibilite.values());
        }

        /** What the score of a place is compared with, 0 to 100. */
        public int threshold() {
            return rules.threshold();
        }

        /** How far from a place its inhabitants are counted. */
        public int kilometres() {
            return rules.conversion().populationRadiusMetres() / 1000;
        }
    }
}
