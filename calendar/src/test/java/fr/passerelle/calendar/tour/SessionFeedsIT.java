package fr.passerelle.calendar.tour;

import static fr.passerelle.calendar.tour.PlanningContext.TourCalendarRecords.A;
import static fr.passerelle.calendar.tour.PlanningContext.TourCalendarRecords.B;
import static fr.passerelle.calendar.tour.PlanningContext.TourCalendarRecords.EPCI;
import static fr.passerelle.calendar.tour.PlanningContext.TourCalendarRecords.MONDAY;
import static fr.passerelle.calendar.tour.PlanningContext.TourCalendarRecords.OTHER;
import static fr.passerelle.calendar.tour.PlanningContext.TourCalendarRecords.sector;
import static fr.passerelle.calendar.tour.PlanningContext.TourCalendarRecords.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.passerelle.calendar.rule.ToldSession;
import fr.passerelle.calendar.rule.ToldSession.State;
import fr.passerelle.calendar.tour.TourPublication.Publications;
import fr.passerelle.journal.SchemaRegistration;
import fr.passerelle.local.test.TestServers;
import fr.passerelle.published.decision.KeptText.StepMotive;
import fr.passerelle.published.place.PlaceTable;
import fr.passerelle.published.session.PublishedSessions;
import fr.passerelle.schemas.event.SeancePlanifiee;
import fr.passerelle.schemas.event.ToursComputed;
import fr.passerelle.schemas.fault.RunRefused;
import fr.passerelle.study.Studies;
import fr.passerelle.study.Study;
import fr.passerelle.study.life.StudyWriter;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What agendas are told, on a real database. */
class SessionFeedsIT {

    private static final StepMotive MOTIVE = new StepMotive("essai", "c-1");
    private static final String EPCI_TOO = "247600588";
    private static final String A_RUN = """
        insert into passerelle.run (run_no, run_id, namespace, kind, state, identity, bareme_id, bareme_hash, bareme_text,
                                    parameters)
        values (1, 'N-000001', 'n', 'NIGHTLY', 'PUBLISHED', '', '', '', '', '{}')\
        """;

    private final TestServers servers = TestServers.fresh("feeds");
    private final AnnotationConfigApplicationContext context = PlanningContext.over(servers);
    private final JdbcClient jdbc = context.getBean(JdbcClient.class);
    private final Studies studies = context.getBean(Studies.class);
    private final Publications publications = context.getBean(Publications.class);
    private final PublishedSessions sessions = context.getBean(PublishedSessions.class);
    private final StudyWriter writer = context.getBean(StudyWriter.class);
    private final SessionFeeds feeds = new SessionFeeds(jdbc, sessions, studies, new PlaceTable(jdbc));

    @BeforeEach
    void prepare() {
        servers.createTopics();
        context.getBean(SchemaRegistration.class).register();
        jdbc.sql(A_RUN).update();
    }

    @AfterEach
    void end() {
        context.close();
    }

    @Test
    void tellsASessionThatMovedTwiceOnce() {
        assertThat(feeds.published()).isEmpty();
        publish(session(A, 0, 1, 540), session(B, 0, 2, 540));
        List<ToldSession> first = feeds.published();
        publish(session(A, 0, 2, 540), session(B, 0, 2, 540));
        publish(session(A, 0, 3, 600));

        assertThat(feeds.published())
                .extracting(ToldSession::seance, ToldSession::sequence, ToldSession::day, ToldSession::state)
                .containsExactly(
                        tuple(A + "|" + MONDAY + "|0", 2, MONDAY.plusDays(3), State.CONFIRMED),
                        tuple(B + "|" + MONDAY + "|0", 1, MONDAY.plusDays(2), State.CANCELLED));
        assertThat(feeds.published()).isEqualTo(feeds.published()).doesNotContainAnyElementsOf(first);
        assertThat(feeds.published())
                .extracting(feed -> feed.place().latitude())
                .containsOnly(49.5);
        assertThat(feeds.of(studies.get(TourManifest.SERIES, 1))).isEqualTo(feeds.published());
    }

    /** What is not published yet is told apart; what it leaves as it stands is as it was. */
    @Test
    void tellsWhatACalendarWouldMakeOfIt() {
        publish(session(A, 0, 1, 540), session(A, 1, 8, 540), session(B, 0, 2, 540));
        Study<TourManifest> draft = computed(session(A, 0, 1, 540), session(A, 1, 9, 540), session(A, 2, 15, 540));

        assertThat(feeds.of(draft))
                .extracting(ToldSession::seance, ToldSession::sequence, ToldSession::state)
                .containsExactly(
                        tuple(A + "|" + MONDAY + "|0", 0, State.CONFIRMED),
                        tuple(A + "|" + MONDAY + "|1", 1, State.TENTATIVE),
                        tuple(A + "|" + MONDAY + "|2", 0, State.TENTATIVE),
                        tuple(B + "|" + MONDAY + "|0", 1, State.CANCELLED));
        writer.discard(draft, MOTIVE);
        assertThatThrownBy(() -> feeds.of(studies.get(TourManifest.SERIES, draft.no())))
                .isInstanceOf(RunRefused.class);
    }

    @Test
    void leavesWhatIsAnnouncedAfterTheLastDayOfACalendarAsItStands() {
        publish(session(A, 0, 1, 540), session(A, 1, 28, 540));

        assertThat(feeds.of(computed()))
                .extracting(ToldSession::state)
                .containsExactly(State.CANCELLED, State.CONFIRMED);
    }

    @Test
    void tellsASessionWhoseEtapeHasAnotherEpciNow() {
        publish(session(B, 0, 2, 540));
        publish(session(B, 0, 2, 540));
        Study<TourManifest> plan = kept();
        ToursComputed moved = sector(plan.no(), List.of(), session(A, 0, 1, 540), session(B, 0, 2, 540));
        moved.getEtapes().getLast().setEpci(EPCI_TOO);
        writer.compute(plan, CalendarStudies.entries(plan, List.of(moved)));
        publish(studies.get(TourManifest.SERIES, plan.no()), EPCI_TOO);

        assertThat(feeds.published()).extracting(feed -> feed.place().epci()).containsExactly(EPCI_TOO);
    }

    private void publish(SeancePlanifiee... held) {
        publish(computed(held), EPCI, OTHER);
    }

    private void publish(Study<TourManifest> plan, String... epcis) {
        TourPublication publication = new TourPublication(
                jdbc,
                publications,
                plan,
                studies.answers(plan.id(), ToursComputed.class),
                new TreeSet<>(List.of(epcis)),
                sessions.from(MONDAY),
                LocalDateTime.of(2018, 6, 1, 12, 0),
                MOTIVE);
        assertThat(writer.adopt(plan, publication, MOTIVE)).isTrue();
    }

    private Study<TourManifest> computed(SeancePlanifiee... held) {
        Study<TourManifest> plan = kept();
        writer.compute(plan, CalendarStudies.entries(plan, List.of(sector(plan.no(), List.of(), held))));
        return studies.get(TourManifest.SERIES, plan.no());
    }

    private Study<TourManifest> kept() {
        return writer.keep(
                TourManifest.SERIES,
                new TourManifest(
                        1, "r", "b", "2017-12", MONDAY, null, 4, "a", null, null, publications.standing(), null),
                Map.of(),
                MOTIVE);
    }
}
