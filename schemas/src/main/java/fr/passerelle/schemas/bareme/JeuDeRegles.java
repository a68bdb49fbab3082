package fr.passerelle.schemas.bareme;

import fr.passerelle.schemas.event.Besoin;
import fr.passerelle.schemas.event.IndicateurName;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

/** The rules of scores and conversions (RULES 2 to 4). Distances in metres, surfaces in m², rates in Mbit/s. */
public record JeuDeRegles(
        Fenetre fenetre,
        int threshold,
        List<IndicateurRule> indicateurs,
        BesoinRule besoin,
        ConversionRule conversion,
        Signalements signalements,
        Robustesse robustesse) {

    private static final int FARTHEST = 1_000_000;
    private static final int MANY = 1_000_000;

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
     * @param costAYear what a full-time equivalent costs its employer, euros: an order of magnitude; 0 where none is told
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

    /** The section {@code jeu_de_regles}. The bounds are those within which the rules make sense, not opinions on the numbers. */
    static JeuDeRegles read(Section section) {
        return new JeuDeRegles(
                section.section("fenetre", JeuDeRegles::fenetre),
                section.sourced("seuil").whole(0, 100),
                indicateurs(section),
                section.section("besoin", JeuDeRegles::besoin),
                section.section("conversion", JeuDeRegles::conversion),
                section.section("signalements", JeuDeRegles::signalements),
                section.section("robustesse", JeuDeRegles::robustesse));
    }

    private static Robustesse robustesse(Section section) {
        return new Robustesse(
                section.sourced("marge").rate(),
                section.sourced("presences_atteignables").whole(0, MANY),
                section.sourced("presences_multiple").whole(0, MANY));
    }

    /** Two years at least, which the trend compares. */
    private static Fenetre fenetre(Section section) {
        return new Fenetre(
                section.sourced("mois").whole(24, 120),
                section.sourced("part_observee_minimale").rate(),
                section.sourced("rayon_population_m").whole(0, FARTHEST),
                section.sourced("tendance_mois_minimum").whole(1, 12),
                section.sourced("tendance_presences_minimum").whole(1, MANY));
    }

    private static BesoinRule besoin(Section section) {
        BigDecimal moyen = section.sourced("moyen_a_partir_de").number("0", "100", 1);
        BigDecimal eleve = section.sourced("eleve_a_partir_de").number("0", "100", 1);
        section.require(
                "eleve_a_partir_de",
                eleve.compareTo(moyen) > 0,
                "il faut plus que « moyen_a_partir_de » ; écrivez plus que " + moyen);
        return new BesoinRule(
                moyen,
                eleve,
                section.section(
                        "seances_minimum_par_mois",
                        floors -> floors.each(
                                Besoin.class,
                                (besoin, floor) -> new SessionFloor(
                                        besoin, floor.sourcedValue().whole(0, 100)))));
    }

    /** A plan names one tiers lieu at most, and there are five functions. */
    private static ConversionRule conversion(Section section) {
        return new ConversionRule(
                section.sourced("fonctions_minimum").whole(1, 5),
                section.sourced("tiers_lieux_maximum").whole(0, 1),
                section.sourced("rayon_population_m").whole(0, FARTHEST),
                section.sourced("pas_population").whole(1, MANY),
                section.sourced("groupe").whole(1, 100),
                section.sourced("heures_par_seance").whole(1, 24),
                section.sourced("duree_presence").number("0", "24", 2),
                section.sourced("seances_maximum_par_mois").whole(1, 100),
                section.sourced("rayon_hote_m").whole(0, FARTHEST),
                section.sourced("rayon_proximite_m").whole(0, FARTHEST),
                section.section("animateur", JeuDeRegles::animateur),
                section.section("fonctions", JeuDeRegles::functions));
    }

    private static FunctionThresholds functions(Section section) {
        return new FunctionThresholds(
                section.sourced("coworking_surface_m2").number("0", "100000", 2),
                section.sourced("coworking_mbits").number("0", "100000", 2),
                section.sourced("fablab_surface_m2").number("0", "100000", 2),
                section.sourced("accompagnement_etp").number("0", "1000", 2));
    }

    private static AnimateurRule animateur(Section section) {
        return new AnimateurRule(
                section.sourced("heures_par_seance").number("0.01", "24", 2),
                section.sourced("heures_par_an").whole(1, 8_784),
                section.sourced("part_en_seance").number("0.0001", "1", 4),
                section.sourced("cout_par_an").whole(0, MANY));
    }

    private static Signalements signalements(Section section) {
        return new Signalements(
                section.sourced("echantillon_mois").whole(2, 12),
                section.sourced("echantillon_presences_minimum").whole(1, MANY),
                section.sourced("rupture_mois").whole(1, 12),
                section.sourced("rupture_facteur").whole(2, 100),
                section.sourced("rupture_presences_minimum").whole(0, MANY),
                section.sourced("retour_partiel_part").rate(),
                section.sourced("source_unique_ecart").rate(),
                section.sourced("mois_recents_minimum").whole(0, 12),
                section.sourced("presences_minimum").whole(0, MANY));
    }

    private static List<IndicateurRule> indicateurs(Section rules) {
        List<IndicateurRule> read =
                rules.section("indicateurs", section -> section.each(IndicateurName.class, JeuDeRegles::rule));
        rules.require(
                "indicateurs",
                read.stream().anyMatch(rule -> rule.weight() > 0),
                "tous les poids sont nuls ; donnez-en un positif au moins");
        return read;
    }

    private static IndicateurRule rule(IndicateurName name, Section section) {
        return new IndicateurRule(name, section.sourced("poids").whole(0, 1000), scale(section));
    }

    private static List<Point> scale(Section section) {
        List<Step> steps = section.list("echelle", JeuDeRegles::step);
        section.require("echelle", steps.size() >= 2, "l'échelle a moins de deux points ; ajoutez-en");
        IntStream.range(1, steps.size())
                .forEach(i -> steps.get(i).requireAbove(steps.get(i - 1).point()));
        return steps.stream().map(Step::point).toList();
    }

    private static Step step(Section section) {
        section.requireSource();
        Point point = new Point(
                section.scalar("valeur").number("-1000000", "1000000", 6),
                section.scalar("points").number("0", "100", 6));
        return new Step(section, point);
    }

    /** A point of a scale, with the text it comes from. */
    private record Step(Section section, Point point) {

        void requireAbove(Point previous) {
            section.require(
                    "valeur",
                    point.value().compareTo(previous.value()) > 0,
                    "une échelle est strictement croissante ; écrivez plus que " + previous.value());
            section.require(
                    "points",
                    point.points().compareTo(previous.points()) >= 0,
                    "les points ne baissent pas quand la valeur monte ; écrivez au moins " + previous.points());
        }
    }
}
