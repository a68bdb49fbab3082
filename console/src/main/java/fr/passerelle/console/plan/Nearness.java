package fr.passerelle.console.plan;

import fr.passerelle.schemas.bareme.JeuDeRegles;
import fr.passerelle.schemas.event.Plan;
import java.math.BigDecimal;
import java.math.RoundingMode;

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
                percent(plan.getProximiteToday(), plan.getPopulation()),
                percent(plan.getProximiteProposed(), plan.getPopulation()),
                plan.getProximiteToday(),
                plan.getProximiteProposed(),
                new BigDecimal(rules.conversion().proximityRadiusMetres()).movePointLeft(3),
                plan.getProximiteProposed() < plan.getProximiteToday());
    }

    private static BigDecimal percent(int part, int whole) {
        return new BigDecimal(part)
                .movePointRight(2)
                .divide(new BigDecimal(Math.max(whole, 1)), 1, RoundingMode.HALF_UP);
    }
}
