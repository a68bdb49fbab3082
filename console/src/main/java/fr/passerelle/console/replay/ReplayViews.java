package fr.passerelle.console.replay;

import fr.passerelle.console.operation.Operation.Action;
import fr.passerelle.console.operation.OperationForms.Fact;
import fr.passerelle.console.page.NotFound;
import fr.passerelle.console.page.PageFrench;
import fr.passerelle.console.page.PageTexts;
import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.place.PlaceTable;
import fr.passerelle.published.result.Results;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.Runs;
import fr.passerelle.study.Studies;
import fr.passerelle.study.Study;
import fr.passerelle.study.replay.ReplayManifest;
import fr.passerelle.study.replay.Replays;
import fr.passerelle.study.replay.Replays.ReplayForce;
import fr.passerelle.study.replay.Replays.ReplayForce.ReplayStanding;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The replays as pages show them. */
@Component
record ReplayViews(
        Replays replays,
        Studies studies,
        Runs runs,
        Results results,
        PlaceTable places,
        CurrentResults current,
        PageTexts wording) {

    private static final int LISTED = 100;
    private static final Set<ReplayStanding> ENDED = EnumSet.of(ReplayStanding.DISCARDED, ReplayStanding.IN_FORCE);

    /** The latest, without what only their own page shows. */
    List<ReplayView> latest() {
        List<Study<ReplayManifest>> some = replays.all().stream().limit(LISTED).toList();
        ReplayContext ground = ground(some);
        return some.stream()
                .map(replay -> view(replay, ground, List.of(), List.of()))
                .toList();
    }

    /** @throws NotFound where there is none */
    Study<ReplayManifest> get(String id) {
        return replays.find(id).orElseThrow(NotFound::new);
    }

    ReplayView view(Study<ReplayManifest> replay) {
        return view(replay, ground(List.of(replay)), counts(replay), studies.steps(replay));
    }

    /** What it reaches of the run that it replays up to, and what it gave. */
    List<Fact> counts(Study<ReplayManifest> replay) {
        List<Fact> counts = new ArrayList<>();
        counts.add(fact("portee", scope(replay, current.find())));
        counts.add(fact("epcis", number(replay.question().epcis(places))));
        counts.add(fact("salles", number(replay.question().rooms(places))));
        counts.add(fact("enregistrements", number(replay.question().slice().total())));
        if (ReplayManifest.isCompleted(replay)) {
            Map<String, Integer> given =
                    results.in(ReplayManifest.namespace(replay)).counts(replay.no());
            counts.add(fact("notes", number(given.getOrDefault("SCORE", 0))));
            counts.add(fact("conversions", number(given.getOrDefault("CONVERSION", 0))));
            counts.add(fact("plans", number(given.getOrDefault("PLAN", 0))));
        }
        return counts;
    }

    private ReplayContext ground(List<Study<ReplayManifest>> some) {
        List<Long> bases =
                some.stream().map(replay -> replay.question().run()).distinct().toList();
        return new ReplayContext(runs.byNumber(bases), runs.lastNight(), replays.force(), current.find());
    }

    private ReplayView view(
            Study<ReplayManifest> replay, ReplayContext ground, List<Fact> counts, List<Study.Step> steps) {
        ReplayStanding standing = ground.force().standing(replay);
        return new ReplayView(
                replay,
                ground.base(replay),
                wording.word("rejeux.etat", standing.name()),
                ReplayManifest.stateOf(replay).toLowerCase(Locale.ROOT),
                scope(replay, ground.published()),
                toDo(replay, standing, ground),
                counts,
                steps,
                ground.gestures(replay));
    }

    private String toDo(Study<ReplayManifest> replay, ReplayStanding standing, ReplayContext ground) {
        boolean late = replay.question().scope().wholeRegion() && !ENDED.contains(standing) && ground.isLate(replay);
        return wording.say("rejeux.afaire." + standing) + (late ? " " + wording.say("rejeux.afaire.tard") : "");
    }

    private String scope(Study<ReplayManifest> replay, Optional<PublishedResults> published) {
        ReplayManifest.Scope scope = replay.question().scope();
        if (scope.wholeRegion()) {
            return wording.say("rejeux.portee.region");
        }
        String epcis = scope.epcis().stream()
                .map(siren -> published.map(all -> all.epciName(siren)).orElse(siren))
                .collect(Collectors.joining(", "));
        return scope.rooms().isEmpty()
                ? epcis
                : wording.say("rejeux.portee.salles", epcis, String.join(", ", scope.rooms()));
    }

    Fact fact(String key, String value) {
        return new Fact(wording.say("rejeux.fait." + key), value);
    }

    private static String number(long count) {
        return PageFrench.INSTANCE.number(count);
    }

    /** A replay as pages show it, in French: the code of its state, lower case, for its mark; what it reaches, and what it gave once completed. */
    record ReplayView(
            Study<ReplayManifest> replay,
            Run base,
            String state,
            String code,
            String scope,
            String toDo,
            List<Fact> counts,
            List<Study.Step> steps,
            List<Action> gestures) {

        public boolean comparable() {
            return ReplayManifest.isCompleted(replay);
        }
    }

    /** What the replays of a page are shown beside, asked once for all of them. */
    record ReplayContext(
            Map<Long, Run> bases, long lastNight, ReplayForce force, Optional<PublishedResults> published) {

        /** Whether a night was published since: the replay may no longer be what would be put in force. */
        boolean isLate(Study<ReplayManifest> replay) {
            return lastNight > replay.question().run();
        }

        private Run base(Study<ReplayManifest> replay) {
            return Objects.requireNonNull(bases.get(replay.question().run()));
        }

        /** What may be done with a replay, the most useful first. */
        List<Action> gestures(Study<ReplayManifest> replay) {
            return switch (replay.state()) {
                case PLANNED, RUNNING, FAILED -> List.of(Action.REPLAY_RUN, Action.DISCARD);
                case COMPUTED -> ofCompleted(replay);
                case ADOPTED, REPLACED, DISCARDED -> List.of();
            };
        }

        private List<Action> ofCompleted(Study<ReplayManifest> replay) {
            List<Action> gestures = new ArrayList<>();
            boolean holds = published
                    .filter(all -> all.run().hash().equals(replay.answerHash()))
                    .isPresent();
            if (replay.question().scope().wholeRegion()
                    && !holds
                    && !isLate(replay)
                    && ReplayManifest.mayHoldOn(replay, base(replay))) {
                gestures.add(Action.PUT_IN_FORCE);
            }
            if (holds && force.isInForce(replay.no())) {
                gestures.add(Action.ROLLBACK);
            }
            gestures.add(Action.DISCARD);
            return gestures;
        }
    }
}
