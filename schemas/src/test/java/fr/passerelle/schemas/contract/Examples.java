package fr.passerelle.schemas.contract;

import fr.passerelle.schemas.event.AttendanceCounts;
import fr.passerelle.schemas.event.Besoin;
import fr.passerelle.schemas.event.Etat;
import fr.passerelle.schemas.event.Grain;
import fr.passerelle.schemas.event.MonthCause;
import fr.passerelle.schemas.event.MonthReported;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.PlanProposed;
import fr.passerelle.schemas.event.ReportedLine;
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

    static MonthReported attendance() {
        return MonthReported.newBuilder()
                .setRoomId("DEMO-001")
                .setEpci("200071991")
                .setMonth("2017-10")
                .setFiles(List.of("0".repeat(64)))
                .setLines(List.of(ReportedLine.newBuilder()
                        .setId("R-1")
                        .setPeriodStart(LocalDate.of(2017, 10, 2))
                        .setPeriodEnd(LocalDate.of(2017, 10, 2))
                        .setGrain(Grain.SEANCE)
                        .setActivity("ATELIER")
                        .setCounts(AttendanceCounts.newBuilder()
                                .setEtat(Etat.OUVERT)
                                .setSessions(1)
                                .setPresences(8)
                                .build())
                        .setFile(0)
                        .setLine(12)
                        .build()))
                .setCause(MonthCause.NEWS)
                .setAdded(1)
                .setChanged(0)
                .setRemoved(0)
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
