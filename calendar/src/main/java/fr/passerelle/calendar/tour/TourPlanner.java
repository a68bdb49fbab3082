package fr.passerelle.calendar.tour;

import fr.passerelle.calendar.rule.TourSectors;
import fr.passerelle.calendar.solver.TourSolver;
import fr.passerelle.published.FrozenHash;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.current.PublishedRun;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.session.PublishedSessions;
import fr.passerelle.schemas.fault.RunRefused;
import fr.passerelle.study.StudyBases;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Freezes what a calendar will be, and says whether it still is that. */
@Component
public class TourPlanner {

    private final StudyBases bases;
    private final TourPlans plans;
    private final PublishedSessions sessions;
    private final TourWriter writer;
    private final Clock clock;

    TourPlanner(StudyBases bases, TourPlans plans, PublishedSessions sessions, TourWriter writer, Clock clock) {
        this.bases = bases;
        this.plans = plans;
        this.sessions = sessions;
        this.writer = writer;
        this.clock = clock;
    }

    /**
     * Plans a calendar and keeps it.
     *
     * @throws fr.passerelle.sources.reject.UnusableFile when a file has a fault
     * @throws RunRefused when its weeks cannot be, there is no such published run, or the run does not know a place of the files
     */
    public TourPlan plan(TourRequest asked) {
        TourWeeks.require(asked.from(), asked.weeks(), sessions.from(asked.from()));
        KnownHolidays holidays = HolidayDays.of(asked);
        TourInputs inputs = TourInputs.read(asked);
        PublishedResults results = bases.results(asked.run());
        new TourBasis(results, inputs).requireKnown();
        PublishedRun run = results.run();
        String animateurs = Objects.requireNonNull(TourInputs.text(inputs.animateurs()), "A file has rows");
        String lieux = TourInputs.text(inputs.lieux());
        String trajets = TourInputs.text(inputs.trajets());
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
                FrozenHash.of(animateurs),
                hash(lieux),
                hash(trajets),
                plans.publications(),
                holidays);
        return writer.keep(manifest, animateurs, lieux, trajets, asked.motive());
    }

    /** How much each sector of a calendar asks of its search, in their order. */
    public List<TourSolver.SectorSize> sizes(TourPlan plan) {
        return TourSectors.of(require(plan)
                        .question(plan.manifest(), sessions.from(plan.manifest().from())))
                .stream()
                .map(TourSolver::size)
                .toList();
    }

    /**
     * Checks that a calendar still is what was planned; answers what it rests on.
     *
     * @throws RunRefused naming what is not: plan, files, results, barème or publications
     */
    TourBasis require(TourPlan plan) {
        TourManifest manifest = plan.manifest();
        requireFrozen(plan);
        if (!hashes(plan)
                .equals(Stream.of(manifest.animateursHash(), manifest.lieuxHash(), manifest.trajetsHash())
                        .map(String::valueOf)
                        .toList())) {
            throw refused(plan, "ses fichiers ne sont plus ceux qui ont été figés");
        }
        PublishedResults results = bases.results(manifest.run());
        PublishedRun run = results.run();
        if (!run.hash().equals(manifest.resultHash()) || !run.asOf().equals(manifest.asOf())) {
            throw refused(plan, "les résultats de l'exécution " + run.id() + " ne sont plus ceux d'alors");
        }
        if (!run.bareme().sha256().equals(manifest.baremeHash())) {
            throw refused(plan, "le barème de l'exécution " + run.id() + " n'est plus celui d'alors");
        }
        return new TourBasis(results, TourInputs.of(plan));
    }

    /** @throws RunRefused when its plan is not the one that was frozen, or a publication that it froze does not stand any more */
    void requireFrozen(TourPlan plan) {
        if (!plan.manifest().hash().equals(plan.manifestHash())) {
            throw refused(plan, "son plan n'est plus celui qui a été figé");
        }
        if (plans.isOvertaken(plan)) {
            throw refused(plan, "un autre calendrier a été publié depuis");
        }
    }

    private static List<String> hashes(TourPlan plan) {
        return Stream.of(FrozenHash.of(plan.animateurs()), hash(plan.lieux()), hash(plan.trajets()))
                .map(String::valueOf)
                .toList();
    }

    private static @Nullable String hash(@Nullable String text) {
        return text == null ? null : FrozenHash.of(text);
    }

    private static RunRefused refused(TourPlan plan, String why) {
        return new RunRefused("Le calendrier " + plan.id() + " ne tient plus : " + why
                + ". Écartez-le (« ./passerelle tournees discard " + plan.id() + " ») et préparez-en un autre.");
    }
}
