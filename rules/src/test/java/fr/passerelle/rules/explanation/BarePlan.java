package fr.passerelle.rules.explanation;

import fr.passerelle.schemas.event.Besoin;
import fr.passerelle.schemas.event.Plan;
import java.math.BigDecimal;
import java.util.List;

/** The plan of a fictitious EPCI: nothing is proposed, and nothing said but what must be, until a test says so. */
public final class BarePlan {

    private BarePlan() {}

    public static Plan.Builder of(String epci) {
        return Plan.newBuilder()
                .setEpci(epci)
                .setName("CC " + epci)
                .setAsOf("2017-10")
                .setBesoin(Besoin.MOYEN)
                .setFunctions(List.of())
                .setRooms(List.of())
                .setAid(List.of())
                .setEtapes(0)
                .setAInstruire(0)
                .setDonneesInsuffisantes(0)
                .setSessionsAMonth(0)
                .setTheoreticalCeiling(new BigDecimal("115000.00"))
                .setDemonstration(false)
                .setReasons(List.of());
    }
}
