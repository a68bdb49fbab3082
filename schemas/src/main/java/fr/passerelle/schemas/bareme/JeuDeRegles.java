package fr.passerelle.schemas.bareme;

import fr.passerelle.schemas.event.Besoin;
import fr.passerelle.schemas.event.IndicateurName;
import java.math.BigDecimal;
import java.util.List;

/** The rules of scores and conversions (RULES 2 to 4). Distances in metres, surfaces in m², rates in Mbit/s. */
public record JeuDeRegles(
        Fenetre fenetre,
        int threshold,
        List<IndicateurRule> indicateurs,
        BesoinRule besoin,
        ConversionRule conversion,
        Signalements signalements,
        Robustesse robustesse) {

    /** The same rules with another threshold. */
    public JeuDeRegles withThreshold(int another) {
        return new JeuDeRegles(fenetre, another, indicateurs, besoin, conversion, signalements, robustesse);
    }

    /** The same rules with another weight for one indicator, those of the others kept. */
    public JeuDeRegles withWeight(IndicateurName name, int another) {
        List<IndicateurRule> weighted = indicateurs.stream()
                .map(rule -> rule.name() == name ? new IndicateurRule(name, another, rule.scale()) : rule)
                .toList();
        return new JeuDeRegles(fenetre, threshold, weighted, besoin, conversion, signalements, robustesse);
    }

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
     * @param presenceHours hours, from 0, of a presence whose person-hours nobody counted
     * @param maxSessionsAMonth sessions of one host over which it is flagged, never cut
     * @param hostRadiusMetres farthest public place of another commune that may host an étape
     * @param proximityRadiusMetres distance within which a commune is near a point of mediation
     */
    public record ConversionRule(
            int minimumFunctions,
            int maxTiersLieux,
            int populationRadiusMetres,
            int populationStep,
            int groupSize,
            int sessionHours,
            BigDecimal presenceHours,
            int maxSessionsAMonth,
            int hostRadiusMetres,
            int proximityRadiusMetres,
            AnimateurRule animateur,
            FunctionThresholds functions) {}

    /**
     * @param hoursASession hours of work that a nomadic session takes, travel included
     * @param hoursAYear hours of work of a full-time equivalent
     * @param sessionShare share of them spent on sessions, above 0 to 1
     * @param costAYear what a full-time equivalent costs its employer, euros: an order of magnitude; 0 where the barème does not say
     */
    public record AnimateurRule(BigDecimal hoursASession, int hoursAYear, BigDecimal sessionShare, int costAYear) {}

    /**
     * When something is shown, never scored (RULES 2); the last two decide in 4.2.
     *
     * @param sampleMonths consecutive months with equal presences that look copied
     * @param sampleLeast presences under which equality is chance
     * @param breakMonths months on each side whose medians are compared
     * @param breakFactor how many times one is the other
     * @param breakLeast greater median under which the comparison is noise
     * @param partialReturnShare share of the rooms observed a year before under which an EPCI's return is partial
     * @param singleSourceShift change of an EPCI's trend, 0 to 1, that leaving out one room may not exceed
     * @param recentMonthsLeast months observed of the last twelve, or of those open where they are fewer, under which data are thin
     * @param presencesLeast presences a year under which numbers are small
     */
    public record Signalements(
            int sampleMonths,
            int sampleLeast,
            int breakMonths,
            int breakFactor,
            int breakLeast,
            BigDecimal partialReturnShare,
            BigDecimal singleSourceShift,
            int recentMonthsLeast,
            int presencesLeast) {}

    /**
     * What a proposal is tried against.
     *
     * @param margin share, 0 to 1, by which the threshold and each weight are varied to see whether a proposal holds
     * @param reachablePresences most presences a year by which attendance is supposed to change
     * @param reachableTimes most times the room's own presences by which it is
     */
    public record Robustesse(BigDecimal margin, int reachablePresences, int reachableTimes) {}

    /** Least surface (m²), measured rate (Mbit/s) and animateur (full-time equivalent) of the functions. */
    public record FunctionThresholds(
            BigDecimal coworkingSurface,
            BigDecimal coworkingMbits,
            BigDecimal fablabSurface,
            BigDecimal accompagnementEtp) {}
}
