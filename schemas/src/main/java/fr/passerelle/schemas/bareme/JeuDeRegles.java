package fr.passerelle.schemas.bareme;

import fr.passerelle.schemas.event.Besoin;
import fr.passerelle.schemas.event.IndicateurName;
import java.math.BigDecimal;
import java.util.List;

/** The rules of scores and conversions (RULES 3 and 4). Distances in metres, surfaces in m², rates in Mbit/s. */
public record JeuDeRegles(
        Fenetre fenetre,
        int threshold,
        List<IndicateurRule> indicateurs,
        BesoinRule besoin,
        ConversionRule conversion) {

    /**
     * @param months complete months of the score's window, up to the as-of
     * @param minimumObservedShare share of open months observed under which there is no score, 0 to 1
     * @param populationRadiusMetres farthest group that serves a commune other than its own
     * @param tendanceMinimumMonths fewest calendar months observed in both years
     * @param tendanceMinimumPresences fewest presences in the first year's months
     */
    public record Fenetre(
            int months,
            BigDecimal minimumObservedShare,
            int populationRadiusMetres,
            int tendanceMinimumMonths,
            int tendanceMinimumPresences) {}

    /** An indicator's weight and its scale: points linear between, flat outside; values strictly increasing. */
    public record IndicateurRule(IndicateurName name, int weight, List<Point> scale) {}

    /** A value of an indicator and the points, 0 to 100, that it is worth. */
    public record Point(BigDecimal value, BigDecimal points) {}

    /** Thresholds, in percent: FAIBLE under {@code moyenFrom}, ELEVE from {@code eleveFrom}; floors of sessions a month by level. */
    public record BesoinRule(BigDecimal moyenFrom, BigDecimal eleveFrom, List<SessionFloor> sessionFloors) {}

    /** Fewest sessions a month where need is at this level. */
    public record SessionFloor(Besoin besoin, int sessionsAMonth) {}

    /**
     * @param minimumFunctions functions OFFERTE or POSSIBLE that make a candidate
     * @param populationRadiusMetres radius of the population that orders candidates
     * @param populationStep step, in inhabitants, of that comparison
     * @param groupSize people a nomadic session takes, which is also the number of tablets
     * @param sessionHours length of a nomadic session
     * @param maxSessionsAMonth sessions of one host over which it is flagged, never cut
     */
    public record ConversionRule(
            int minimumFunctions,
            int maxTiersLieux,
            int populationRadiusMetres,
            int populationStep,
            int groupSize,
            int sessionHours,
            int maxSessionsAMonth,
            FunctionThresholds functions) {}

    /** Least surface (m²), measured rate (Mbit/s) and animateur (full-time equivalent) of the functions. */
    public record FunctionThresholds(
            BigDecimal coworkingSurface,
            BigDecimal coworkingMbits,
            BigDecimal fablabSurface,
            BigDecimal accompagnementEtp) {}
}
