package fr.passerelle.calendar.tour;

import fr.passerelle.calendar.rule.TourQuestion;
import fr.passerelle.calendar.solver.TourSolver;
import fr.passerelle.calendar.solver.TourSolver.TourAnswer;
import fr.passerelle.calendar.tour.SectorRecord.Past;
import fr.passerelle.calendar.tour.SessionIds.SessionId;
import fr.passerelle.calendar.tour.TourManifest.KnownHolidays;
import fr.passerelle.calendar.tour.TourPublication.Publications;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.current.PublishedResults.PublishedRun;
import fr.passerelle.published.decision.KeptText.StepMotive;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.RunProgress;
import fr.passerelle.published.run.Runs;
import fr.passerelle.published.session.PublishedSessions;
import fr.passerelle.published.session.PublishedSessions.PublishedSession;
import fr.passerelle.schemas.contract.Sha256;
import fr.passerelle.schemas.event.JourneeAnimateur;
import fr.passerelle.schemas.event.ToursComputed;
import fr.passerelle.schemas.fault.RunRefused;
import fr.passerelle.study.Studies;
import fr.passerelle.study.Study;
import fr.passerelle.study.StudySeries;
import fr.passerelle.study.life.StudyBases;
import fr.passerelle.study.life.StudyKind;
import fr.passerelle.study.life.StudyWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who holds which session of an étape, where and when: planned, computed sector by sector, then told to people. */
@Component
public record CalendarStudies(
        Runs runs,
        StudyBases bases,
        Studies studies,
        StudyWriter writer,
        Publications publications,
        PublishedSessions sessions,
        RunProgress progress,
        Clock clock)
        implements StudyKind<TourManifest> {

    private static final int SHOWN = 3;
    private static final int AT_A_TIME = 2;

    @Override
    public StudySeries<TourManifest> series() {
        return TourManifest.SERIES;
    }

    /**
     * Plans a calendar and keeps it.
     *
     * @throws fr.passerelle.sources.reject.UnusableFile when a file has a fault
     * @throws RunRefused when its weeks cannot be, there is no such published run, or the run does not know a place of the files
     */
    public Study<TourManifest> plan(TourRequest asked) {
        TourWeeks.require(asked.from(), asked.weeks(), sessions.from(asked.from()));
        KnownHolidays holidays = TourWeeks.holidays(asked);
        TourInputs inputs = TourInputs.read(asked);
        PublishedResults results = bases.results(asked.run());
        new TourBasis(results, inputs).requireKnown();
        PublishedRun run = results.run();
        Map<String, String> texts = inputs.texts();
        TourManifest manifest = new TourManifest(
                run.no(),
                run.hash(),
                run.bareme().sha256(),
                run.asOf(),
                asked.from(),
                TourWeeks.planned(
                        asked.from(),
                        asked.weeks(),
                        LocalDate.now(clock.withZone(Run.FRANCE)),
                        sessions.areFacts(asked.from(), asked.last())),
                asked.weeks(),
                Sha256.of(Objects.requireNonNull(texts.get(TourInputs.ANIMATEURS), "A file has rows")),
                hash(texts.get(TourInputs.LIEUX)),
                hash(texts.get(TourInputs.TRAJETS)),
                publications.standing(),
                holidays);
        return writer.keep(series(), manifest, texts, asked.motive());
    }

    /** How much each sector of a calendar asks of its search, in their order. */
    public List<TourSolver.SectorSize> sizes(Study<TourManifest> plan) {
        return require(plan)
                .question(plan.question(), sessions.from(plan.question().from()))
                .sectors()
                .stream()
                .map(TourSolver::size)
                .toList();
    }

    /** What a calendar rests on; refused where its plan, files, results, barème or publications are not what was planned. */
    TourBasis require(Study<TourManifest> plan) {
        publications.requireFrozen(plan);
        return new TourBasis(bases.require(plan), TourInputs.of(plan.inputs()));
    }

    @Override
    public List<Entry> answer(Study<TourManifest> plan) {
        return entries(plan, sectors(plan, require(plan)));
    }

    static List<Entry> entries(Study<TourManifest> plan, List<ToursComputed> sectors) {
        return sectors.stream()
                .map(sector -> new Entry(
                        "tour:" + plan.id() + ":" + sector.getSector(),
                        sector.getEpcis().getFirst(),
                        sector))
                .toList();
    }

    /**
     * {@inheritDoc}
     *
     * @throws RunRefused when its run or what it froze does not stand any more, it says nothing of one of them, all its days
     *     have gone by, or an animateur or a place would be told twice at a time
     */
    @Override
    public TourPublication adoption(Study<TourManifest> plan, List<String> only, StepMotive motive) {
        publications.requireFrozen(plan);
        Run run = runs.get(plan.question().run());
        if (run.state() != Run.State.PUBLISHED) {
            throw new RunRefused("L'exécution " + run.id() + ", dont le calendrier " + plan.id()
                    + " sert les étapes, n'est plus publiée : préparez-en un autre.");
        }
        LocalDateTime now = LocalDateTime.now(clock.withZone(Run.FRANCE));
        if (plan.question().planned() != null
                && now.toLocalDate().isAfter(plan.question().last())) {
            throw new RunRefused("Les semaines du calendrier " + plan.id()
                    + " sont toutes passées : il n'y a plus rien à annoncer. Écartez-le ("
                    + series().told("discard " + plan.id()) + ") et préparez-en un autre.");
        }
        List<ToursComputed> computed = computed(plan);
        TourPublication publication = new TourPublication(
                publications,
                plan,
                computed,
                epcis(plan, computed, only),
                sessions.from(plan.question().from()),
                now,
                motive);
        publication.requireToldOnce();
        return publication;
    }

    /** Refused where it left out one of those EPCIs, or says nothing of it. */
    @Override
    public void requireAdopted(Study<TourManifest> plan, List<String> only) {
        SortedSet<String> told = publications.of(plan);
        SortedSet<String> left = epcis(plan, computed(plan), only);
        left.removeAll(told);
        if (!left.isEmpty()) {
            throw new RunRefused("Le calendrier " + plan.id() + " n'est publié que pour " + few(told)
                    + ", et ne se publie qu'une fois : pour " + few(left)
                    + ", préparez-en un autre (" + series().told("plan") + ").");
        }
    }

    private List<ToursComputed> computed(Study<TourManifest> plan) {
        return studies.answers(plan.id(), ToursComputed.class);
    }

    private static SortedSet<String> epcis(Study<TourManifest> plan, List<ToursComputed> sectors, List<String> only) {
        SortedSet<String> epcis = sectors.stream()
                .flatMap(sector -> sector.getEpcis().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        only.stream().filter(siren -> !epcis.contains(siren)).findFirst().ifPresent(siren -> {
            throw RunRefused.wrongUse("Le calendrier " + plan.id() + " ne dit rien de l'intercommunalité " + siren
                    + " : vérifiez son SIREN.");
        });
        if (!only.isEmpty()) {
            epcis.retainAll(only);
        }
        return epcis;
    }

    private static String few(SortedSet<String> sirens) {
        String first = sirens.stream().limit(SHOWN).collect(Collectors.joining(", "));
        int others = sirens.size() - SHOWN;
        return others > 0 ? first + " et " + others + (others == 1 ? " autre" : " autres") : first;
    }

    private static @Nullable String hash(@Nullable String text) {
        return text == null ? null : Sha256.of(text);
    }

    /** Computes the sectors, two at a time: they have nothing to do with each other, and are told in their order; refused where none may be. */
    private List<ToursComputed> sectors(Study<TourManifest> plan, TourBasis basis) {
        List<SessionId> taken = sessions.all().stream()
                .map(session -> SessionId.read(session.seance()))
                .toList();
        List<PublishedSession> standing = sessions.from(plan.question().from());
        List<TourQuestion> parts = basis.question(plan.question(), standing).sectors();
        if (parts.isEmpty()) {
            throw new RunRefused("L'exécution " + basis.results().run().id()
                    + " ne propose aucune étape : il n'y a pas de calendrier à faire.");
        }
        List<TourAnswer> answers = solve(parts);
        var vanished = SectorRecord.vanished(parts, standing, plan.question());
        Past past = past(standing.stream()
                .filter(session -> plan.question().isFact(session.day()))
                .toList());
        List<ToursComputed> computed = new ArrayList<>();
        for (int rank = 0; rank < parts.size(); rank++) {
            TourQuestion part = parts.get(rank);
            computed.add(new SectorRecord(
                            part, answers.get(rank), taken, past.of(part), vanished.getOrDefault(rank, List.of()))
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
                    .map(part -> pool.submit(() -> TourSolver.solve(part, true)))
                    .toList();
            List<TourAnswer> answers = new ArrayList<>();
            for (Future<TourAnswer> answer : asked) {
                progress.begin("Secteur " + (answers.size() + 1) + " sur " + parts.size());
                answers.add(outcome(answer, pool));
                progress.end(answers.getLast().calendar().sessions().size() + " séances");
            }
            return answers;
        }
    }

    private static TourAnswer outcome(Future<TourAnswer> asked, ExecutorService pool) {
        try {
            return asked.get();
        } catch (ExecutionException e) {
            pool.shutdownNow();
            if (e.getCause() instanceof RunRefused refused) {
                throw refused;
            }
            throw new IllegalStateException("A sector was not solved", e.getCause());
        } catch (InterruptedException e) {
            pool.shutdownNow();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while solving", e);
        }
    }

    /** What a calendar is asked to be: no file but that of the animateurs is needed, and the run is the current one where it is null. */
    public record TourRequest(
            Path animateurs,
            @Nullable Path lieux,
            @Nullable Path trajets,
            @Nullable Path vacances,
            boolean withoutHolidays,
            LocalDate from,
            int weeks,
            @Nullable Long run,
            StepMotive motive) {

        /** Last day. */
        public LocalDate last() {
            return from.plusWeeks(weeks).minusDays(1);
        }
    }
}
