package fr.passerelle.console.plan;

import fr.passerelle.console.figure.Percentage;
import fr.passerelle.schemas.bareme.JeuDeRegles;
import fr.passerelle.schemas.event.Plan;
import java.math.BigDecimal;

/**
 * Inhabitants near a point of mediation.
 *
 * @param today percent
 * @param proposed percent
 * @param kilometres within which one is near
 * @param falls whether fewer would be: it needs a motive
 */
public record Nearness(
        BigDecimal today,
        BigDecimal proposed,
        int inhabitantsToday,
        int inhabitantsProposed,
        BigDecimal kilometres,
        boolean falls) {

    static Nearness of(Plan plan, JeuDeRegles rules) {
        return new Nearness(
                Percentage.of(plan.getProximiteToday(), plan.getPopulation()),
                Percentage.of(plan.getProximiteProposed(), plan.getPopulation()),
                plan.getProximiteToday(),
                plan.getProximiteProposed(),
                new BigDecimal(rules.conversion().proximityRadiusMetres()).movePointLeft(3),
                plan.getProximiteProposed() < plan.getProximiteToday());
    }
}
