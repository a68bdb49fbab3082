package fr.passerelle.batch.nightly;

import static fr.passerelle.batch.fixture.Import.BERTHENICOURT;
import static fr.passerelle.batch.fixture.Import.EPCI;
import static fr.passerelle.batch.fixture.Import.SAINT_QUENTIN;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.batch.decision.DecisionBook;
import fr.passerelle.batch.fixture.Import;
import fr.passerelle.batch.fixture.SilentBatch;
import fr.passerelle.batch.report.Reminders;
import fr.passerelle.batch.report.Reminders.Reminder;
import fr.passerelle.local.fixture.Csv;
import fr.passerelle.local.fixture.ResultFixtures;
import fr.passerelle.local.test.TestServers;
import fr.passerelle.local.test.WithServers;
import fr.passerelle.published.current.ReadModel;
import fr.passerelle.published.place.PlaceTable;
import fr.passerelle.published.result.Results;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.Runs;
import fr.passerelle.schemas.event.DecisionKind;
import fr.passerelle.schemas.event.DecisionRecorded;
import fr.passerelle.schemas.event.Demande;
import java.time.LocalDate;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A night that has renamed and moved a room, and is not published: the commands say what they said before it. */
@WithServers
class UnpublishedNightIT {

    @AutoClose
    private final ConfigurableApplicationContext context;

    UnpublishedNightIT(TestServers servers) {
        context = SilentBatch.on(servers);
        Import night = new Import(servers);
        night.territories(null);
        night.rooms(Csv.room("S-1", BERTHENICOURT));
        night.needs(asked(12));
        night.result("SCORE", "S-1", EPCI, ResultFixtures.scoreMissing("S-1", EPCI, "2017-09"));
        night.result("PLAN", EPCI, EPCI, ResultFixtures.planOfEtape(EPCI, "S-1"));
        night.publish();
        Run current = context.getBean(Runs.class).currentRun().orElseThrow();
        JdbcClient.create(night.dataSource())
                .sql("update passerelle.run set result_hash = :hash, ended_at = now() where run_no = :no")
                .param("hash", context.getBean(Results.class).hash(current.no(), current.baremeHash(), "2017-10"))
                .param("no", current.no())
                .update();
        night.rooms(Csv.room("S-1", SAINT_QUENTIN).replace("Salle S-1", "Nom de demain"));
        night.needs(asked(14));
    }

    @Test
    void leavesExplanationsRemindersAndDecisionsAsTheyWere() {
        long current = context.getBean(Runs.class).current().orElseThrow();
        PlaceTable places = context.getBean(PlaceTable.class);
        assertThat(new ReadModel(context.getBean(Runs.class), context.getBean(Results.class), places)
                        .published(current)
                        .roomName("S-1"))
                .isEqualTo("Salle S-1");
        assertThat(requireNonNull(places.needs(current).get(EPCI)).getDemandes())
                .extracting(Demande::getRequests)
                .containsExactly(12);
        Reminders reminders = context.getBean(Reminders.class);
        assertThat(reminders.of(reminders.current()))
                .singleElement()
                .satisfies(reminder -> assertThat(reminder.rooms())
                        .extracting(Reminder.MissingRoom::name)
                        .containsExactly("Salle S-1"));
        var receipt = context.getBean(DecisionBook.class).record("S-1", notified());
        assertThat(receipt.plan().getEpci()).isEqualTo(EPCI);
    }

    private static String asked(int requests) {
        return EPCI + ";2016-11-05;HABITANTS;fablab;;" + requests + ";Enquête";
    }

    private static DecisionRecorded.Builder notified() {
        return DecisionBook.draft(DecisionRecorded.newBuilder()
                .setKind(DecisionKind.NOTIFIED)
                .setOrgan("Commission permanente")
                .setAct("2018-1")
                .setDecidedOn(LocalDate.of(2018, 1, 10))
                .setMotive("vote")
                .setRole("agent")
                .setAccount("c-1"));
    }
}
