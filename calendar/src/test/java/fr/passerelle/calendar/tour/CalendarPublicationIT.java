package fr.passerelle.calendar.tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.passerelle.batch.verify.Findings;
import fr.passerelle.batch.verify.StudyTopicCheck;
import fr.passerelle.batch.verify.Verification;
import fr.passerelle.calendar.rule.ToldSession;
import fr.passerelle.calendar.rule.ToldSession.State;
import fr.passerelle.calendar.rule.TourCalendar;
import fr.passerelle.calendar.rule.TourCases;
import fr.passerelle.calendar.rule.TourQuestion;
import fr.passerelle.calendar.solver.TourSolver.TourAnswer;
import fr.passerelle.calendar.tour.HeldSessions.HeldOutcome;
import fr.passerelle.calendar.tour.HeldSessions.HeldWriter;
import fr.passerelle.calendar.tour.SectorRecord.Past;
import fr.passerelle.calendar.tour.TourPublication.Publications;
import fr.passerelle.journal.Brokers;
import fr.passerelle.journal.LogSettings;
import fr.passerelle.journal.SchemaRegistration;
import fr.passerelle.journal.StudyRecords.StudyRelay;
import fr.passerelle.journal.fence.Fence;
import fr.passerelle.journal.fence.RunLock;
import fr.passerelle.local.test.TestServers;
import fr.passerelle.published.Namespace;
import fr.passerelle.published.current.ReadModel;
import fr.passerelle.published.decision.KeptText.StepMotive;
import fr.passerelle.published.place.PlaceTable;
import fr.passerelle.published.result.Results;
import fr.passerelle.published.run.RunProgress;
import fr.passerelle.published.run.Runs;
import fr.passerelle.published.session.PublishedSessions;
import fr.passerelle.published.session.PublishedSessions.PublishedSession;
import fr.passerelle.published.session.PublishedSessions.SessionFold;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.contract.RegistryClient;
import fr.passerelle.schemas.contract.Sha256;
import fr.passerelle.schemas.contract.StudyLog;
import fr.passerelle.schemas.event.CauseVerifiee;
import fr.passerelle.schemas.event.EcartSeance;
import fr.passerelle.schemas.event.EtapeDesservie;
import fr.passerelle.schemas.event.MotifSeance;
import fr.passerelle.schemas.event.NatureEcartSeance;
import fr.passerelle.schemas.event.Preuve;
import fr.passerelle.schemas.event.SeancePlanifiee;
import fr.passerelle.schemas.event.SeancesNonTenues;
import fr.passerelle.schemas.event.ToursComputed;
import fr.passerelle.schemas.fault.OutsideFault;
import fr.passerelle.schemas.fault.RunRefused;
import fr.passerelle.study.Studies;
import fr.passerelle.study.Study;
import fr.passerelle.study.life.StudyBases;
import fr.passerelle.study.life.StudyRunner;
import fr.passerelle.study.life.StudyWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** What people are told, kept as they were told it: on a real database and a real broker. */
class CalendarPublicationIT {

    private static final LocalDate MONDAY = LocalDate.of(2018, 1, 8);
    private static final String EPCI = "200072031";
    private static final String OTHER = "246000855";
    private static final String A = "place:a";
    private static final String B = "place:b";

    private static final StepMotive MOTIVE = new StepMotive("essai", "c-1");
    private static final String EPCI_TOO = "247600588";
    private static final LocalDateTime JUNE = LocalDateTime.of(2018, 6, 1, 12, 0);
    private static final String A_RUN = """
        insert into passerelle.run (run_no, run_id, namespace, kind, state, identity, bareme_id, bareme_hash, bareme_text,
                                    parameters)
        values (1, 'N-000001', 'n', 'NIGHTLY', 'PUBLISHED', '', '', '', '', '{"inputs": [], "force": false}')\
        """;
    private static final String HELD =
            "lieu;date;debut;mois_complet;tenue;presences;premieres_venues;heures_personne\n";

    private final TestServers servers = TestServers.fresh("tours");

    @AutoClose
    private final AnnotationConfigApplicationContext context = PlanningContext.over(servers);

    private final JdbcClient jdbc = context.getBean(JdbcClient.class);
    private final Studies studies = context.getBean(Studies.class);
    private final Publications publications = context.getBean(Publications.class);
    private final CalendarStudies kind = context.getBean(CalendarStudies.class);
    private final PublishedSessions sessions = context.getBean(PublishedSessions.class);
    private final StudyWriter writer = context.getBean(StudyWriter.class);
    private final SessionFeeds feeds = new SessionFeeds(jdbc, sessions, studies, new PlaceTable(jdbc));

    @TempDir
    private Path folder;

    @BeforeEach
    void prepare() {
        servers.createTopics();
        context.getBean(SchemaRegistration.class).register();
        jdbc.sql(A_RUN).update();
    }

    @Test
    void keepsAPlanAndEachStepOnce() {
        Study<TourManifest> plan = plan();

        assertThat(plan.id()).isEqualTo("T-000001");
        assertThat(plan.question().hash()).isEqualTo(plan.questionHash());
        assertThat(compute(plan, sector(1, List.of(), session(A, 0, 1, 540)))).isTrue();
        assertThat(compute(plan, sector(1, List.of()))).isFalse();
        assertThat(compute(get(plan.no()), sector(1, List.of()))).isFalse();
        assertThat(computed(plan)).hasSize(1);
        assertThat(writer.discard(get(1), () -> {}, MOTIVE)).isTrue();
        assertThat(writer.adopt(plan, publication(plan), MOTIVE)).isFalse();
        assertThat(studies.steps(plan))
                .extracting(Study.Step::verb)
                .containsExactly(Study.Verb.PLAN, Study.Verb.RUN, Study.Verb.DISCARD);
    }

    /** What a job found is kept while it runs, and never over what stopped it meanwhile. */
    @Test
    void completesOnlyAStudyThatAJobComputes() {
        Study<TourManifest> plan = plan();
        assertThatExceptionOfType(OutsideFault.class)
                .isThrownBy(() -> writer.complete(plan, "h"))
                .withMessageContaining(plan.id() + " n'est plus en cours de calcul")
                .withMessageContaining("./passerelle tournees run " + plan.id());

        assertThat(writer.fail(plan, "Rien ne tourne.")).isFalse();

        writer.begin(plan);
        assertThat(writer.fail(plan, "Arrêté.")).isTrue();
        assertThatExceptionOfType(OutsideFault.class).isThrownBy(() -> writer.complete(plan, "h"));
        assertThat(writer.fail(plan, "Plus tard.")).isFalse();
        assertThat(get(1).state()).isEqualTo(Study.State.FAILED);
        assertThat(get(1).failure()).isEqualTo("Arrêté.");

        writer.begin(plan);
        writer.complete(plan, "h");
        assertThat(get(1).state()).isEqualTo(Study.State.COMPUTED);
        assertThatExceptionOfType(OutsideFault.class).isThrownBy(() -> writer.complete(plan, "h"));
    }

    /** One row a session for life: its sequence says how often it was told otherwise. */
    @Test
    void countsHowOftenASessionWasToldOtherwise() {
        publish(List.of(), session(A, 0, 1, 540), session(A, 1, 8, 540), session(B, 0, 2, 540));
        publish(List.of(unserved(A, MotifSeance.LIEU_FERME)), session(A, 0, 3, 540), session(B, 0, 2, 540));
        publish(List.of(), session(A, 0, 4, 540), session(A, 2, 9, 840));

        assertThat(sessions.all())
                .extracting(PublishedSession::seance, PublishedSession::sequence, PublishedSession::cancelled)
                .containsExactlyInAnyOrder(
                        tuple(A + "|" + MONDAY + "|0", 2, null),
                        tuple(A + "|" + MONDAY + "|1", 1, MotifSeance.LIEU_FERME),
                        tuple(A + "|" + MONDAY + "|2", 0, null),
                        tuple(B + "|" + MONDAY + "|0", 1, MotifSeance.PLUS_DEMANDEE));
        assertThat(Verification.sessionDifferences(jdbc)).isEmpty();
        assertThat(SessionFold.until(OffsetDateTime.MIN, jdbc).sessions()).isEmpty();
        jdbc.sql("update passerelle.tour_session set sequence = 9 where seance = 'place:a|2018-01-08|0'")
                .update();
        assertThat(Verification.sessionDifferences(jdbc)).containsExactly("place:a|2018-01-08|0");
        assertThat(publications.standing()).containsEntry(EPCI, 3L).containsEntry(OTHER, 3L);
        assertThat(types())
                .containsExactly(
                        "ToursComputed",
                        "CalendarPublished",
                        "CalendarPublished",
                        "ToursComputed",
                        "CalendarPublished",
                        "SessionCancelled",
                        "CalendarPublished",
                        "ToursComputed",
                        "CalendarPublished",
                        "CalendarPublished",
                        "SessionCancelled");
    }

    /** Several at once, or none sought to the end: nobody decided it. */
    @Test
    void saysOfASessionWithoutOneCauseThatNoneIsEstablished() {
        publish(List.of(), session(A, 0, 1, 540), session(B, 0, 2, 540));
        publish(List.of(unserved(A), unserved(B)));

        assertThat(sessions.all())
                .extracting(PublishedSession::cancelled)
                .containsExactly(MotifSeance.CAUSE_NON_ETABLIE, MotifSeance.CAUSE_NON_ETABLIE);
        assertThat(Verification.sessionDifferences(jdbc)).isEmpty();
    }

    @Test
    void leavesWhatIsAnnouncedAfterItsLastDayAsItStands() {
        publish(List.of(), session(A, 0, 1, 540), session(A, 1, 28, 540), session(B, 0, 60, 540));
        List<PublishedSession> later = sessions.from(MONDAY.plusWeeks(4));

        publish(List.of(), session(A, 0, 2, 540));

        assertThat(sessions.from(MONDAY.plusWeeks(4))).isEqualTo(later).hasSize(2);
        assertThat(Verification.sessionDifferences(jdbc)).isEmpty();
    }

    /** Also those of an EPCI that has no étape left, and of an étape that is asked for and held by nobody. */
    @Test
    void cancelsWhatItToldToBeGoneAndNothingElse() {
        publish(List.of(), session(A, 0, 1, 540), session(B, 0, 2, 540), session(B, 1, 40, 540));
        Study<TourManifest> plan = plan();
        compute(plan, withoutSessions(plan));
        List<String> told = computed(plan).getFirst().getEcarts().stream()
                .filter(change -> change.getNature() == NatureEcartSeance.SUPPRIMEE)
                .map(EcartSeance::getSeance)
                .toList();

        assertThat(runner().adopt(kind, plan.no(), List.of(), MOTIVE).changed()).isTrue();

        assertThat(sessions.all())
                .filteredOn(session -> session.cancelled() != null)
                .extracting(PublishedSession::seance)
                .containsExactlyInAnyOrderElementsOf(told)
                .containsExactlyInAnyOrder(A + "|" + MONDAY + "|0", B + "|" + MONDAY + "|0");
        assertThat(sessions.from(MONDAY))
                .extracting(PublishedSession::seance, PublishedSession::sequence)
                .containsExactly(tuple(B + "|" + MONDAY + "|1", 0));
    }

    @Test
    void followsAnEtapeToAnotherEpci() {
        publish(List.of(), session(A, 0, 1, 540), session(A, 1, 8, 540));
        Study<TourManifest> plan = plan();
        ToursComputed moved = sector(plan.no(), List.of(), session(A, 0, 1, 540));
        moved.getEtapes().getFirst().setEpci(OTHER);
        compute(plan, moved);

        runner().adopt(kind, plan.no(), List.of(), MOTIVE);

        assertThat(sessions.all())
                .extracting(PublishedSession::epci, PublishedSession::sequence, PublishedSession::cancelled)
                .containsExactlyInAnyOrder(tuple(OTHER, 0, null), tuple(OTHER, 1, MotifSeance.PLUS_DEMANDEE));
        assertThat(Verification.sessionDifferences(jdbc)).isEmpty();
    }

    @Test
    void refusesToPublishTheRestOfWhatIsPublished() {
        long no = draft(session(A, 0, 1, 540), session(B, 0, 2, 540)).no();
        StudyRunner runner = runner();

        assertThat(runner.adopt(kind, no, List.of(EPCI), MOTIVE).changed()).isTrue();
        assertThat(runner.adopt(kind, no, List.of(EPCI), MOTIVE).changed()).isFalse();
        for (List<String> rest : List.of(List.<String>of(), List.of(OTHER), List.of(EPCI, OTHER))) {
            assertThatExceptionOfType(RunRefused.class)
                    .isThrownBy(() -> runner.adopt(kind, no, rest, MOTIVE))
                    .withMessage("Le calendrier T-000001 n'est publié que pour " + EPCI
                            + ", et ne se publie qu'une fois : pour " + OTHER
                            + ", préparez-en un autre (« ./passerelle tournees plan »).");
        }
        assertThat(sessions.all()).extracting(PublishedSession::epci).containsExactly(EPCI);
    }

    /** Planned on the Tuesday for sessions that had moved from Wednesday and Friday, and published on Thursday, 11 January at noon. */
    @Test
    void announcesNothingThatHasGoneByAndLeavesWhatWasAnnounced() {
        publish(
                List.of(),
                session(A, 0, 1, 540),
                session(A, 1, 2, 540),
                session(A, 2, 4, 540),
                session(B, 0, 8, 540),
                session(B, 1, 9, 540));
        List<PublishedSession> before = sessions.all();
        assertThat(sessions.areFacts(MONDAY, MONDAY.plusWeeks(4))).isFalse();
        Study<TourManifest> plan = keep(manifest(MONDAY.plusDays(1)));
        compute(
                plan,
                sector(
                        plan.no(),
                        List.of(),
                        session(A, 2, 15, 540),
                        session(A, 3, 3, 600),
                        session(A, 4, 3, 900),
                        session(B, 0, 3, 540),
                        session(B, 1, 10, 540)));
        TourPublication publication =
                publication(get(plan.no()), MONDAY.plusDays(3).atTime(12, 0), EPCI, OTHER);

        assertThat(writer.adopt(get(plan.no()), publication, MOTIVE)).isTrue();

        assertThat(publication.passed()).isEqualTo(3);
        assertThat(sessions.all())
                .containsAll(before.subList(0, 4))
                .filteredOn(session -> !before.contains(session))
                .extracting(PublishedSession::seance, PublishedSession::day, PublishedSession::sequence)
                .containsExactlyInAnyOrder(
                        tuple(A + "|" + MONDAY + "|4", MONDAY.plusDays(3), 0),
                        tuple(B + "|" + MONDAY + "|1", MONDAY.plusDays(10), 1));
        assertThat(sessions.areFacts(MONDAY, MONDAY.plusWeeks(4))).isTrue();
        assertThat(Verification.sessionDifferences(jdbc)).isEmpty();
    }

    @Test
    void refusesToAnnounceNothingButWhatHasGoneBy() {
        Study<TourManifest> plan = keep(manifest(MONDAY));
        compute(plan, sector(plan.no(), List.of(), session(A, 0, 9, 540)));

        assertThatExceptionOfType(RunRefused.class)
                .isThrownBy(() -> runner().adopt(kind, plan.no(), List.of(), MOTIVE))
                .withMessageStartingWith("Les semaines du calendrier T-000001 sont toutes passées");
        assertThat(sessions.all()).isEmpty();
    }

    /** A version whose plans froze something else computed it: what had been by then is not known of it. */
    @Test
    void refusesToPublishWhatAnOlderVersionPlanned() {
        plan();
        jdbc.sql("""
            insert into passerelle.study (study_id, study_no, kind, state, base_run_no, question, question_hash, inputs,
                                          reason, account, computed_at)
            select 'T-000002', 2, kind, 'COMPUTED', base_run_no, question, repeat('0', 64), inputs, reason, account, now()
            from passerelle.study\
            """).update();

        assertThatExceptionOfType(RunRefused.class)
                .isThrownBy(() -> runner().adopt(kind, 2, List.of(), MOTIVE))
                .withMessageContaining("son plan n'est plus celui qui a été figé");
    }

    /** What the EPCI that is left out was told stands: the animateur cannot be there and here. */
    @Test
    void refusesToTellAnAnimateurTwiceAtATime() {
        publish(List.of(), session(A, 0, 1, 540), session(B, 0, 2, 540), session(B, 1, 2, 840));
        List<PublishedSession> before = sessions.all();
        long no = draft(session(A, 0, 2, 600), session(B, 0, 1, 540)).no();

        assertThatExceptionOfType(RunRefused.class)
                .isThrownBy(() -> runner().adopt(kind, no, List.of(EPCI), MOTIVE))
                .withMessage(
                        "Rien n'est publié : le 2018-01-10, l'animateur A-01 et ses tablettes seraient à deux endroits"
                                + " à la fois, à « Lieu place:a » de 10:00 à 12:00 (intercommunalité " + EPCI
                                + ") et à « Lieu place:b » de 09:00 à 11:00 (intercommunalité " + OTHER
                                + "), que ce calendrier laisserait annoncée. Publiez les deux intercommunalités"
                                + " ensemble (« --epci "
                                + EPCI + " --epci " + OTHER
                                + " ») si ce calendrier les a toutes deux ; sinon, préparez-en un autre («"
                                + " ./passerelle tournees plan »).");
        assertThat(sessions.all()).isEqualTo(before);
        assertThat(runner().adopt(kind, no, List.of(EPCI, OTHER), MOTIVE).changed())
                .isTrue();
    }

    @Test
    void refusesToPublishOverWhatItDidNotSee() {
        Study<TourManifest> late = plan();
        compute(late, sector(late.no(), List.of(), session(A, 0, 1, 540)));
        publish(List.of(), session(A, 0, 2, 540));

        Study<TourManifest> computed = get(late.no());
        assertThat(writer.adopt(computed, publication(computed), MOTIVE)).isFalse();
        assertThat(sessions.all()).extracting(PublishedSession::day).containsExactly(MONDAY.plusDays(2));
    }

    @Test
    void carriesEachRecordOnceInOrder() {
        publish(List.of(), session(A, 0, 1, 540), session(B, 0, 2, 540));
        StudyRelay relay = context.getBean(StudyRelay.class);
        assertThat(relay.attempt()).isEmpty();
        publish(List.of(), session(A, 0, 2, 540), session(B, 0, 2, 540));
        assertThat(pending()).isEqualTo(3);
        assertThat(relay.attempt()).isEmpty();
        assertThat(relay.attempt()).isEmpty();

        assertThat(pending()).isZero();
    }

    @Test
    void takesSessionsInOnce() throws IOException {
        publish(List.of(), session(A, 0, 1, 540), session(B, 0, 2, 540));
        String file = HELD + "place:a;2018-01-09;;;oui;7;2;\nplace:a;;;2018-01;;;;\nplace:b;2018-01-11;;;oui;3;;\n";

        HeldOutcome first = held(file);
        HeldOutcome again = held(file);
        HeldOutcome other = held(file.replace("oui;7", "oui;8"));

        assertThat(first).isEqualTo(new HeldOutcome(2, 2, 2, 1, null));
        assertThat(again).isEqualTo(new HeldOutcome(2, 0, 2, 1, null));
        assertThat(other.changed()).isEqualTo(1);
        assertThat(types()).endsWith("SessionsHeld", "SessionsHeld", "SessionsHeld");
        assertThat(jdbc.sql("select content from passerelle.session_month where etape = 'place:a'")
                        .query((row, n) -> row.getString(1))
                        .single())
                .contains("\"presences\": 8", "place:a|2018-01-08|0");
        assertThat(pending()).isZero();
    }

    @Test
    void tellsASessionThatMovedTwiceOnce() {
        assertThat(feeds.published()).isEmpty();
        publish(List.of(), session(A, 0, 1, 540), session(B, 0, 2, 540));
        List<ToldSession> first = feeds.published();
        publish(List.of(), session(A, 0, 2, 540), session(B, 0, 2, 540));
        publish(List.of(), session(A, 0, 3, 600));

        assertThat(feeds.published())
                .extracting(ToldSession::seance, ToldSession::sequence, ToldSession::day, ToldSession::state)
                .containsExactly(
                        tuple(A + "|" + MONDAY + "|0", 2, MONDAY.plusDays(3), State.CONFIRMED),
                        tuple(B + "|" + MONDAY + "|0", 1, MONDAY.plusDays(2), State.CANCELLED));
        assertThat(feeds.published()).isEqualTo(feeds.published()).doesNotContainAnyElementsOf(first);
        assertThat(feeds.published())
                .extracting(feed -> feed.place().latitude())
                .containsOnly(49.5);
        assertThat(feeds.of(get(1))).isEqualTo(feeds.published());
    }

    /** What is not published yet is told apart; what it leaves as it stands is as it was. */
    @Test
    void tellsWhatACalendarWouldMakeOfIt() {
        publish(List.of(), session(A, 0, 1, 540), session(A, 1, 8, 540), session(B, 0, 2, 540));
        Study<TourManifest> draft = draft(session(A, 0, 1, 540), session(A, 1, 9, 540), session(A, 2, 15, 540));

        assertThat(feeds.of(draft))
                .extracting(ToldSession::seance, ToldSession::sequence, ToldSession::state)
                .containsExactly(
                        tuple(A + "|" + MONDAY + "|0", 0, State.CONFIRMED),
                        tuple(A + "|" + MONDAY + "|1", 1, State.TENTATIVE),
                        tuple(A + "|" + MONDAY + "|2", 0, State.TENTATIVE),
                        tuple(B + "|" + MONDAY + "|0", 1, State.CANCELLED));
        writer.discard(draft, () -> {}, MOTIVE);
        assertThatThrownBy(() -> feeds.of(get(draft.no()))).isInstanceOf(RunRefused.class);
    }

    @Test
    void leavesWhatIsAnnouncedAfterTheLastDayOfACalendarAsItStands() {
        publish(List.of(), session(A, 0, 1, 540), session(A, 1, 28, 540));

        assertThat(feeds.of(draft())).extracting(ToldSession::state).containsExactly(State.CANCELLED, State.CONFIRMED);
    }

    @Test
    void tellsASessionWhoseEtapeHasAnotherEpciNow() {
        publish(List.of(), session(B, 0, 2, 540));
        publish(List.of(), session(B, 0, 2, 540));
        Study<TourManifest> plan = plan();
        ToursComputed moved = sector(plan.no(), List.of(), session(A, 0, 1, 540), session(B, 0, 2, 540));
        moved.getEtapes().getLast().setEpci(EPCI_TOO);
        compute(plan, moved);
        Study<TourManifest> computed = get(plan.no());
        assertThat(writer.adopt(computed, publication(computed, JUNE, EPCI_TOO), MOTIVE))
                .isTrue();

        assertThat(feeds.published()).extracting(feed -> feed.place().epci()).containsExactly(EPCI_TOO);
    }

    private Study<TourManifest> draft(SeancePlanifiee... held) {
        Study<TourManifest> plan = plan();
        compute(plan, sector(plan.no(), List.of(), held));
        return get(plan.no());
    }

    private Study<TourManifest> get(long no) {
        return studies.get(TourManifest.SERIES, no);
    }

    private List<ToursComputed> computed(Study<TourManifest> plan) {
        return studies.answers(plan.id(), ToursComputed.class);
    }

    private Study<TourManifest> keep(TourManifest manifest) {
        return writer.keep(TourManifest.SERIES, manifest, Map.of("animateurs", "[]"), MOTIVE);
    }

    private boolean compute(Study<TourManifest> plan, ToursComputed sector) {
        return writer.compute(plan, CalendarStudies.entries(plan, List.of(sector)));
    }

    private StudyRunner runner() {
        return context.getBean(StudyRunner.class);
    }

    /** As a sector that asks for A alone, and holds nothing, tells it. */
    private ToursComputed withoutSessions(Study<TourManifest> plan) {
        List<PublishedSession> standing = sessions.from(MONDAY);
        TourQuestion question = TourCases.question(TourCases.ANIMATEUR, TourCases.stop("a", TourCases.HALL, 1))
                .withReferences(standing.stream()
                        .map(session -> TourBasis.reference(session, false))
                        .toList());
        TourAnswer answer = new TourAnswer(null, new TreeMap<>(), List.of(), new TourCalendar(List.of()), List.of());
        List<PublishedSession> gone = SectorRecord.vanished(List.of(question), standing, plan.question())
                .getOrDefault(0, List.of());
        return new SectorRecord(question, answer, List.of(), new Past(List.of(), List.of()), gone)
                .of(plan, TourExamples.RUN, 0, 1);
    }

    private HeldOutcome held(String text) throws IOException {
        return context.getBean(HeldSessions.class).take(Files.writeString(folder.resolve("seances.csv"), text));
    }

    private long pending() {
        Findings findings = new Findings("calendriers");
        long pending =
                new StudyTopicCheck(jdbc, context.getBean(LogSettings.class), StudyLog.CALENDARS, findings).compare();
        assertThat(findings.area("").agrees()).isTrue();
        return pending;
    }

    private List<String> types() {
        return jdbc.sql("select type from passerelle.study_record order by seq")
                .query((row, n) -> row.getString(1))
                .list();
    }

    private void publish(List<SeancesNonTenues> unserved, SeancePlanifiee... held) {
        Study<TourManifest> plan = plan();
        compute(plan, sector(plan.no(), unserved, held));
        Study<TourManifest> computed = get(plan.no());
        assertThat(writer.adopt(computed, publication(computed), MOTIVE)).isTrue();
    }

    private Study<TourManifest> plan() {
        return keep(manifest(null));
    }

    private TourManifest manifest(@Nullable LocalDate planned) {
        return new TourManifest(
                1,
                "r",
                "b",
                "2017-12",
                MONDAY,
                planned,
                4,
                Sha256.of("[]"),
                null,
                null,
                publications.standing(),
                TourExamples.NONE);
    }

    private TourPublication publication(Study<TourManifest> plan) {
        return publication(plan, JUNE, EPCI, OTHER);
    }

    private TourPublication publication(Study<TourManifest> plan, LocalDateTime now, String... epcis) {
        return new TourPublication(
                publications, plan, computed(plan), new TreeSet<>(List.of(epcis)), sessions.from(MONDAY), now, MOTIVE);
    }

    /** What a sector computed, by hand: two étapes of two EPCIs, and an animateur. */
    private static ToursComputed sector(long plan, List<SeancesNonTenues> unserved, SeancePlanifiee... sessions) {
        return TourExamples.sector(plan)
                .setDemonstration(false)
                .setEpcis(List.of(EPCI, OTHER))
                .setEtapes(List.of(etape(A, EPCI), etape(B, OTHER)))
                .setSeances(List.of(sessions))
                .setNonTenues(unserved)
                .build();
    }

    private static EtapeDesservie etape(String key, String epci) {
        return TourExamples.etape(key, epci, "02408", "Lieu " + key)
                .setLatitude(49.5)
                .setLongitude(3.6)
                .setHeldInAll(2)
                .build();
    }

    private static SeancePlanifiee session(String etape, int rank, int day, int start) {
        return new SeancePlanifiee(
                etape + "|" + MONDAY + "|" + rank,
                etape,
                MONDAY.plusDays(day),
                start,
                start + 120,
                "A-01",
                false,
                false);
    }

    private static SeancesNonTenues unserved(String etape, MotifSeance why) {
        return new SeancesNonTenues(etape, MONDAY, 1, true, List.of(new CauseVerifiee(why, 1, Preuve.OPTIMAL)));
    }

    private static SeancesNonTenues unserved(String etape) {
        return new SeancesNonTenues(etape, MONDAY, 1, true, List.of());
    }

    /** What writes calendars, over servers of a test; it is the first of June 2018. */
    @EnableTransactionManagement(proxyTargetClass = true)
    @Import({
        Studies.class, Publications.class, PublishedSessions.class, StudyWriter.class, Runs.class,
        Results.class, PlaceTable.class, ReadModel.class, StudyBases.class, CalendarStudies.class,
        StudyRunner.class, HeldWriter.class, HeldSessions.class, StudyRelay.class
    })
    static class PlanningContext {

        static AnnotationConfigApplicationContext over(TestServers servers) {
            AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
            context.registerBean(TestServers.class, () -> servers);
            context.register(PlanningContext.class);
            context.refresh();
            return context;
        }

        @Bean
        DataSource dataSource(TestServers servers) {
            return servers.dataSource();
        }

        @Bean
        JdbcClient jdbc(DataSource dataSource) {
            return JdbcClient.create(dataSource);
        }

        @Bean
        JdbcTransactionManager transactionManager(DataSource dataSource) {
            return new JdbcTransactionManager(dataSource);
        }

        @Bean
        Records records() {
            return new Records();
        }

        @Bean
        Namespace namespace() {
            return new Namespace("n");
        }

        @Bean
        RunProgress progress() {
            return new RunProgress() {
                @Override
                public void begin(String phase) {}

                @Override
                public void advance(long done, long total) {}

                @Override
                public void end(String summary) {}
            };
        }

        @Bean
        Clock clock() {
            return Clock.fixed(Instant.parse("2018-06-01T10:00:00Z"), ZoneOffset.UTC);
        }

        @Bean
        LogSettings settings(TestServers servers) {
            return new LogSettings(
                    servers.endpoints().administrator(),
                    servers.namespace(),
                    TestServers.PARTITIONS,
                    (short) 1,
                    10,
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(10));
        }

        @Bean
        Brokers brokers(LogSettings settings) {
            return new Brokers(settings.kafka(), settings.patience());
        }

        @Bean
        SchemaRegistration schemas(JdbcClient jdbc, TestServers servers) {
            return new SchemaRegistration(
                    jdbc, new RegistryClient(servers.endpoints().registryUrl()), servers.topics());
        }

        @Bean
        RunLock lock(DataSource dataSource, TestServers servers) {
            return new RunLock(dataSource, servers.namespace(), new Fence("planning-test"));
        }
    }
}
