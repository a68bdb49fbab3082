package fr.passerelle.sheets.explanation;

import fr.passerelle.schemas.event.Plan;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.stream.Stream;

/** How many inhabitants live near a point of mediation, today and as proposed. */
record ProximityPart(Dossier dossier) {

    private static final int PLACES = 6;
    private static final int RANK = 3;

    Stream<Sentence> sentences() {
        Plan plan = dossier.plan();
        return plan.getPopulation() == 0 || dossier.proximityKilometres().signum() < 0
                ? Stream.empty()
                : Stream.of(
                        falls(plan)
                                ? Sentence.kept("maire.proximite", shares(plan))
                                : Sentence.ranked(RANK, "maire.proximite", shares(plan)));
    }

    private Map<String, Object> shares(Plan plan) {
        BigDecimal today = share(plan.getProximiteToday());
        BigDecimal proposed = share(plan.getProximiteProposed());
        return Map.of(
                "propose",
                proposed,
                "actuel",
                today,
                "egal",
                plan.getProximiteToday() == plan.getProximiteProposed() ? "oui" : "non",
                "precis",
                today.compareTo(proposed) != 0 && percent(today).equals(percent(proposed)) ? "oui" : "non",
                "baisse",
                falls(plan) ? "oui" : "non",
                "km",
                dossier.proximityKilometres());
    }

    private static boolean falls(Plan plan) {
        return plan.getProximiteProposed() < plan.getProximiteToday();
    }

    private BigDecimal share(int inhabitants) {
        return BigDecimal.valueOf(inhabitants)
                .divide(BigDecimal.valueOf(dossier.plan().getPopulation()), PLACES, RoundingMode.HALF_UP);
    }

    private static BigDecimal percent(BigDecimal share) {
        return share.setScale(2, RoundingMode.HALF_UP);
    }
}
