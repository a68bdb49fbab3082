package fr.passerelle.rules.economy;

import fr.passerelle.rules.explanation.BarePlan;
import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.Host;
import fr.passerelle.schemas.event.HostKind;
import fr.passerelle.schemas.event.Intercommunalite;
import fr.passerelle.schemas.event.ModeleEconomique;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.Siege;
import fr.passerelle.schemas.event.SiegeKind;
import java.math.BigDecimal;
import java.util.List;

/** The EPCI of {@code docs/worked-cases.md}: A, B and C, case 1 of RULES 5 with a year 4. */
public final class WorkedEconomy {

    /** A, B and C. */
    public static final List<Commune> COMMUNES = List.of(
            new Commune("02001", "A", 4_000, 49.0, 3.0, null),
            new Commune("02002", "B", 2_500, 49.0, 3.1, null),
            new Commune("02003", "C", 1_501, 49.0, 3.2, null));

    /** Five sessions a month. */
    public static final List<Conversion> CONVERSIONS =
            List.of(etape("S-1", "02001", 2), etape("S-2", "02002", 2), etape("S-3", "02003", 1));

    private WorkedEconomy() {}

    /** Its seat is in A. */
    public static Plan.Builder plan() {
        return BarePlan.of("200000001")
                .setName("CC de l'essai")
                .setSiege(new Siege(SiegeKind.SALLE, "S-0", "Salle", "02001", "A"))
                .setEtapes(3)
                .setSessionsAMonth(5)
                .setPopulation(8_001)
                .setAid(List.of(
                        line(AidLineName.ETUDE, "14000.00", "10000.00"),
                        line(AidLineName.INVESTISSEMENT, "48000.00", "15000.00"),
                        line(AidLineName.FONCTIONNEMENT_1, "72000.00", "45000.00"),
                        line(AidLineName.FONCTIONNEMENT_2, "72000.00", "30000.00"),
                        line(AidLineName.FONCTIONNEMENT_3, "72000.00", "15000.00")))
                .setYear4Cost(new BigDecimal("70000.00"));
    }

    /** What it said of its costs and tariffs. */
    public static Intercommunalite.Builder told() {
        return Intercommunalite.newBuilder()
                .setFunctionsWanted(List.of())
                .setCostAnimation1(new BigDecimal("72000.00"))
                .setCostAnimation2(new BigDecimal("72000.00"))
                .setCostAnimation3(new BigDecimal("72000.00"))
                .setCostAnimation4(new BigDecimal("70000.00"))
                .setModele(model().build());
    }

    /** Its prices, uses and other charges. */
    public static ModeleEconomique.Builder model() {
        return ModeleEconomique.newBuilder()
                .setSubscriptionPrice(new BigDecimal("25.00"))
                .setHourPrice(new BigDecimal("3.50"))
                .setFablabPrice(new BigDecimal("12.00"))
                .setSubscriptionsLow(20)
                .setSubscriptionsHigh(45)
                .setHoursLow(400)
                .setHoursHigh(900)
                .setFablabSessionsLow(60)
                .setFablabSessionsHigh(150)
                .setOtherCharges(new BigDecimal("9500.00"));
    }

    private static AidLine line(AidLineName name, String cost, String aid) {
        return BarePlan.aid(name, "PLAFOND")
                .setCost(new BigDecimal(cost))
                .setRate(new BigDecimal("0.7500"))
                .setCeiling(new BigDecimal("45000.00"))
                .setAid(new BigDecimal(aid))
                .setLeft(new BigDecimal(cost).subtract(new BigDecimal(aid)))
                .build();
    }

    private static Conversion etape(String room, String insee, int sessions) {
        Host host = Host.newBuilder()
                .setKind(HostKind.SALLE)
                .setName("Salle " + room)
                .setInsee(insee)
                .build();
        return BarePlan.etape(room, "200000001", host, sessions).build();
    }
}
