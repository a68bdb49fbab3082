package fr.passerelle.study.difference;

import fr.passerelle.rules.conversion.Places;
import fr.passerelle.rules.explanation.BarePlan;
import fr.passerelle.rules.explanation.Proposals;
import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.BudgetAnnuel;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.FrequentationState;
import fr.passerelle.schemas.event.Gestion;
import fr.passerelle.schemas.event.Indicateur;
import fr.passerelle.schemas.event.IndicateurName;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.PlanRoom;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Results of two EPCIs, E1 with rooms A and B, E2 with room C. */
final class Found {

    static final String E1 = "200000001";
    static final String E2 = "200000002";

    private Found() {}

    /** The score of A and the aid to the study of E1 are given, all else is the same. */
    static Proposals region(int scoreOfA, @Nullable String study) {
        return Proposals.of(
                List.of(score("A", E1, scoreOfA), score("B", E1, 40), score("C", E2, 50)),
                List.of(),
                List.of(plan(E1, study, "A", "B"), plan(E2, "500.00", "C")));
    }

    static Plan plan(String epci, @Nullable String study, String... rooms) {
        BigDecimal aid = study == null ? null : new BigDecimal(study);
        return BarePlan.of(epci)
                .setRooms(Stream.of(rooms).map(Found::room).toList())
                .setAid(Arrays.stream(AidLineName.values())
                        .map(name -> line(name, name == AidLineName.ETUDE ? aid : null))
                        .toList())
                .setAidTotal(aid)
                .setBudget(aid == null ? List.of() : List.of(new BudgetAnnuel(2018, aid)))
                .build();
    }

    private static AidLine line(AidLineName name, @Nullable BigDecimal aid) {
        return AidLine.newBuilder()
                .setLine(name)
                .setRate(new BigDecimal("0.5000"))
                .setCeiling(new BigDecimal("15000.00"))
                .setAid(aid)
                .setDecidedBy("TAUX")
                .build();
    }

    private static PlanRoom room(String id) {
        return PlanRoom.newBuilder()
                .setRoomId(id)
                .setName("Salle " + id)
                .setInsee("02001")
                .setState(FrequentationState.NOTEE)
                .setGestion(Gestion.REGION)
                .build();
    }

    private static Frequentation score(String room, String epci, int score) {
        return Places.unscored(room, FrequentationState.NOTEE)
                .setEpci(epci)
                .setScore(score)
                .setLow(score - 10)
                .setHigh(score + 10)
                .setIndicateurs(List.of(usage(score)))
                .build();
    }

    private static Indicateur usage(int points) {
        return Indicateur.newBuilder()
                .setName(IndicateurName.USAGE)
                .setWeight(40)
                .setValue(new BigDecimal("0.050000"))
                .setPoints(new BigDecimal(points + ".000000"))
                .build();
    }
}
