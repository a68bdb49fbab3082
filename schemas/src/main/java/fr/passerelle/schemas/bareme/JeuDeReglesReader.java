package fr.passerelle.schemas.bareme;

import fr.passerelle.schemas.bareme.JeuDeRegles.AnimateurRule;
import fr.passerelle.schemas.bareme.JeuDeRegles.BesoinRule;
import fr.passerelle.schemas.bareme.JeuDeRegles.ConversionRule;
import fr.passerelle.schemas.bareme.JeuDeRegles.Fenetre;
import fr.passerelle.schemas.bareme.JeuDeRegles.FunctionThresholds;
import fr.passerelle.schemas.bareme.JeuDeRegles.Robustesse;
import fr.passerelle.schemas.bareme.JeuDeRegles.SessionFloor;
import fr.passerelle.schemas.bareme.JeuDeRegles.Signalements;
import fr.passerelle.schemas.event.Besoin;
import java.math.BigDecimal;
import java.util.List;

/** The section {@code jeu_de_regles}. The bounds are those within which the rules make sense, not opinions on the numbers. */
final class JeuDeReglesReader {

    private static final int FARTHEST = 1_000_000;
    private static final int MANY = 1_000_000;

    private JeuDeReglesReader() {}

    static JeuDeRegles read(Section section) {
        return new JeuDeRegles(
                section.section("fenetre", JeuDeReglesReader::fenetre),
                section.sourced("seuil").whole(0, 100),
                IndicateursReader.read(section),
                section.section("besoin", JeuDeReglesReader::besoin),
                section.section("conversion", JeuDeReglesReader::conversion),
                section.section("signalements", JeuDeReglesReader::signalements),
                section.section("robustesse", JeuDeReglesReader::robustesse));
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
        return new BesoinRule(moyen, eleve, floors(section));
    }

    private static List<SessionFloor> floors(Section section) {
        return section.section(
                "seances_minimum_par_mois",
                floors -> floors.each(
                        Besoin.class,
                        (besoin, floor) ->
                                new SessionFloor(besoin, floor.sourcedValue().whole(0, 100))));
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
                section.section("animateur", JeuDeReglesReader::animateur),
                section.section("fonctions", JeuDeReglesReader::functions));
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
}
