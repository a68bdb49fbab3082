package fr.passerelle.calendar.tour;

import fr.passerelle.calendar.rule.TourQuestion;
import fr.passerelle.calendar.rule.TourSectors;
import fr.passerelle.calendar.solver.TourAnswer;
import fr.passerelle.calendar.solver.TourRefused;
import fr.passerelle.calendar.solver.TourSolver;
import fr.passerelle.calendar.tour.SectorRecord.Past;
import fr.passerelle.calendar.tour.SessionIds.SessionId;
import fr.passerelle.published.run.RunProgress;
import fr.passerelle.published.session.PublishedSession;
import fr.passerelle.published.session.PublishedSessions;
import fr.passerelle.schemas.event.JourneeAnimateur;
import fr.passerelle.schemas.event.ToursComputed;
import fr.passerelle.schemas.fault.RunRefused;
import fr.passerelle.study.Studies;
import fr.passerelle.study.Study;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Computes the sectors of a calendar, two at a time: they have nothing to do with each other, and are told in their order. */
final class SectorRunner {

    private static final int AT_A_TIME = 2;

    private final Studies studies;
    private final PublishedSessions sessions;
    private final RunProgress progress;

    SectorRunner(Studies studies, PublishedSessions sessions, RunProgress progress) {
        this.studies = studies;
        this.sessions = sessions;
        this.progress = progress;
    }

    /**
     * All sectors of a plan.
     *
     * @throws RunRefused when no calendar may be
     */
    List<ToursComputed> run(Study<TourManifest> plan, TourBasis basis) {
        List<SessionId> taken = sessions.all().stream()
                .map(PublishedSession::seance)
                .map(SessionId::read)
                .toList();
        List<PublishedSession> standing = sessions.from(plan.question().from());
        List<TourQuestion> parts = TourSectors.of(basis.question(plan.question(), standing));
        if (parts.isEmpty()) {
            throw new RunRefused("L'exécution " + basis.results().run().id()
                    + " ne propose aucune étape : il n'y a pas de calendrier à faire.");
        }
        List<TourAnswer> answers = solve(parts);
        VanishedStops vanished = new VanishedStops(parts, standing, plan.question());
        Past past = past(standing.stream()
                .filter(session -> plan.question().isFact(session.day()))
                .toList());
        List<ToursComputed> computed = new ArrayList<>();
        for (int rank = 0; rank < parts.size(); rank++) {
            TourQuestion part = parts.get(rank);
            computed.add(new SectorRecord(part, answers.get(rank), taken, past.of(part), vanished.of(rank))
                    .of(plan, basis.results().run(), rank, parts.size()));
        }
        return computed;
    }

    /** With each day that holds nothing else, as the latest calendar that was published computed it. */
    private Past past(List<PublishedSession> facts) {
        Map<String, PublishedSession> byId =
                facts.stream().collect(Collectors.toMap(PublishedSession::seance, Function.identity()));
        Map<Object, JourneeAnimateur> days = new LinkedHashMap<>();
        if (!facts.isEmpty()) {
            studies.all(TourManifest.SERIES).stream()
                    .filter(plan -> plan.state() == Study.State.ADOPTED
                            && !plan.question().last().isBefore(facts.getFirst().day()))
                    .flatMap(plan -> studies.answers(plan.id(), ToursComputed.class).stream())
                    .flatMap(sector -> sector.getJournees().stream())
                    .filter(day -> isPast(day, byId))
                    .forEachOrdered(day -> days.putIfAbsent(List.of(day.getAnimateur(), day.getDay()), day));
        }
        return new Past(facts, days.values());
    }

    private static boolean isPast(JourneeAnimateur day, Map<String, PublishedSession> facts) {
        return day.getArrets().stream().allMatch(arret -> {
            PublishedSession fact = facts.get(arret.getSeance());
            return fact != null
                    && fact.day().equals(day.getDay())
                    && fact.start() == arret.getStart()
                    && fact.animateur().equals(day.getAnimateur());
        });
    }

    private List<TourAnswer> solve(List<TourQuestion> parts) {
        int threads = Math.min(AT_A_TIME, Runtime.getRuntime().availableProcessors());
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<TourAnswer>> asked = parts.stream()
                    .map(part -> pool.submit(() -> TourSolver.solve(part, true, stage -> {})))
                    .toList();
            List<TourAnswer> answers = new ArrayList<>();
            for (Future<TourAnswer> answer : asked) {
                progress.begin("Secteur " + (answers.size() + 1) + " sur " + parts.size());
                answers.add(answer(answer, pool));
                progress.end(answers.getLast().calendar().sessions().size() + " séances");
            }
            return answers;
        }
    }

    private static TourAnswer answer(Future<TourAnswer> asked, ExecutorService pool) {
        try {
            return asked.get();
        } catch (ExecutionException e) {
            pool.shutdownNow();
            if (e.getCause() instanceof TourRefused refused) {
                throw new RunRefused(String.valueOf(refused.getMessage()), refused);
            }
            throw new IllegalStateException("A sector was not solved", e.getCause());
        } catch (InterruptedException e) {
            pool.shutdownNow();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while solving", e);
        }
    }
}
