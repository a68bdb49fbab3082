package fr.passerelle.schemas.contract;

import fr.passerelle.schemas.event.AttendanceCounts;
import fr.passerelle.schemas.event.AttendanceRecorded;
import fr.passerelle.schemas.event.Besoin;
import fr.passerelle.schemas.event.Etat;
import fr.passerelle.schemas.event.Grain;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.PlanProposed;
import fr.passerelle.schemas.event.RunAbandoned;
import fr.passerelle.schemas.event.RunRef;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Records to write and read. */
final class Examples {

    private Examples() {}

    static RunAbandoned runAbandoned() {
        return RunAbandoned.newBuilder()
                .setRunNo(7)
                .setRunId("N-000007")
                .setPartition(3)
                .setReason("fichier reçu incomplet")
                .build();
    }

    static AttendanceRecorded attendance() {
        return AttendanceRecorded.newBuilder()
                .setKey("R-1")
                .setRoomId("DEMO-001")
                .setEpci("200071991")
                .setPeriodStart(LocalDate.of(2017, 10, 2))
                .setPeriodEnd(LocalDate.of(2017, 10, 2))
                .setGrain(Grain.SEANCE)
                .setActivity("ATELIER")
                .setCounts(AttendanceCounts.newBuilder()
                        .setEtat(Etat.OUVERT)
                        .setSessions(1)
                        .setPresences(8)
                        .build())
                .setFileSha256("0".repeat(64))
                .setLine(12)
                .build();
    }

    static PlanProposed plan() {
        return PlanProposed.newBuilder()
                .setRun(RunRef.newBuilder()
                        .setRunNo(7)
                        .setRunId("N-000007")
                        .setBaremeHash("f".repeat(64))
                        .build())
                .setPlan(Plan.newBuilder()
                        .setEpci("200071991")
                        .setName("Communauté de communes A")
                        .setAsOf("2017-10")
                        .setBesoin(Besoin.ELEVE)
                        .setFunctions(List.of())
                        .setRooms(List.of())
                        .setEtapes(2)
                        .setAInstruire(0)
                        .setDonneesInsuffisantes(1)
                        .setSessionsAMonth(4)
                        .setAid(List.of())
                        .setTheoreticalCeiling(new BigDecimal("115000.00"))
                        .setDemonstration(true)
                        .setReasons(List.of("SOUS_LE_SEUIL"))
                        .build())
                .build();
    }
}
