package fr.passerelle.events.projection;

import fr.passerelle.local.fixture.ResultFixtures;
import fr.passerelle.schemas.event.Completeness;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.PlanProposed;
import fr.passerelle.schemas.event.PlanWithdrawn;
import fr.passerelle.schemas.event.RunRef;
import fr.passerelle.schemas.event.RunScored;
import java.math.BigDecimal;

/** What the topology emits. */
final class Results {

    static final String EPCI = "200000001";

    private Results() {}

    static PlanProposed plan(long run, String aid) {
        return new PlanProposed(run(run), bare(aid));
    }

    static Plan bare(String aid) {
        Plan plan = ResultFixtures.planOfEtape(EPCI, "S-1");
        plan.setName("Communauté d'Été");
        plan.setAidTotal(new BigDecimal(aid));
        return plan;
    }

    static PlanWithdrawn withdrawn(long run) {
        return new PlanWithdrawn(run(run), EPCI);
    }

    static RunScored scored(long run) {
        return RunScored.newBuilder()
                .setRun(run(run))
                .setPartition(3)
                .setCompleteness(Completeness.COMPLETE)
                .setRecordsExpected(5)
                .setRecordsSeen(5)
                .setRooms(0)
                .setScoresEmitted(0)
                .setConversionsEmitted(0)
                .setPlansEmitted(1)
                .setConversionsCurrent(0)
                .setPlansCurrent(1)
                .setPartialHash("a".repeat(64))
                .build();
    }

    private static RunRef run(long number) {
        return new RunRef(number, "N-%06d".formatted(number), "b".repeat(64));
    }
}
