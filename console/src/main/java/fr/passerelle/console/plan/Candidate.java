package fr.passerelle.console.plan;

import fr.passerelle.console.map.Mark;
import fr.passerelle.console.page.PageTexts;
import fr.passerelle.console.page.Paths;
import fr.passerelle.schemas.event.Concurrent;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.SiegeKind;
import fr.passerelle.texts.Codes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place compared as a seat.
 *
 * @param id of the room or site
 * @param path of its page; empty for a site
 * @param commune empty where its name says it, or nobody knows it
 * @param rank from 1; null for one that is no candidate
 * @param standing where it stands, in French
 * @param score null for a site, and without
 * @param population inhabitants near it
 * @param functions its five functions, in one order for all places
 */
public record Candidate(
        String name,
        String id,
        String path,
        String commune,
        boolean seat,
        Mark mark,
        @Nullable Integer rank,
        String standing,
        @Nullable Integer score,
        @Nullable Integer low,
        @Nullable Integer high,
        int wanted,
        int confirmed,
        int population,
        List<PlaceFunction> functions) {

    /** Those of a plan, in its order. */
    static List<Candidate> of(Plan plan, PageTexts texts) {
        return plan.getCandidates().stream()
                .map(place -> of(place, ConclusionView.isSeat(place, plan), texts))
                .toList();
    }

    private static Candidate of(Concurrent place, boolean seat, PageTexts texts) {
        String commune = place.getSiege().getCommune();
        String name = place.getSiege().getName();
        return new Candidate(
                name,
                place.getSiege().getId(),
                place.getSiege().getKind() == SiegeKind.SALLE
                        ? Paths.room(place.getSiege().getId())
                        : "",
                commune == null || name.contains(commune) ? "" : commune,
                seat,
                mark(place),
                place.getRank(),
                Codes.candidature(place.getCandidature()),
                place.getScore(),
                place.getLow(),
                place.getHigh(),
                place.getFunctionsWanted(),
                place.getFunctionsConfirmed(),
                place.getPopulation(),
                place.getFonctions().stream()
                        .map(function -> PlaceFunction.of(function, texts))
                        .toList());
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
        return !first() && (rank != null || mark == Mark.A_INSTRUIRE);
    }
}
