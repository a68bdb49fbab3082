package fr.passerelle.console.replay;

import fr.passerelle.console.operation.Fact;
import fr.passerelle.console.operation.Wording;
import fr.passerelle.console.page.NotFound;
import fr.passerelle.console.page.PageFrench;
import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.place.PlaceTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The replays as pages show them. */
@Component
class ReplayViews {

    private static final int LISTED = 100;
    private static final String IN_FORCE = "IN_FORCE";

    private final ReplayTable replays;
    private final ReplayResults results;
    private final PlaceTable places;
    private final CurrentResults current;
    private final Wording wording;

    ReplayViews(
            ReplayTable replays, ReplayResults results, PlaceTable places, CurrentResults current, Wording wording) {
        this.replays = replays;
        this.results = results;
        this.places = places;
        this.current = current;
        this.wording = wording;
    }

    /** The latest, without what only their own page shows. */
    List<ReplayView> latest() {
        List<ReplayRow> rows = replays.latest(LISTED);
        ReplayContext ground = ground(rows);
        return rows.stream().map(row -> view(row, ground, List.of(), List.of())).toList();
    }

    /** @throws NotFound where there is none */
    ReplayRow row(String id) {
        return replays.find(id).orElseThrow(NotFound::new);
    }

    ReplayView view(ReplayRow row) {
        return view(row, ground(List.of(row)), counts(row), replays.steps(row.no()));
    }

    /** What it reaches of the run that it replays up to, and what it gave. */
    List<Fact> counts(ReplayRow row) {
        List<Fact> counts = new ArrayList<>();
        counts.add(fact("portee", scope(row, current.find())));
        counts.add(fact("epcis", number(epcis(row))));
        counts.add(fact("salles", number(rooms(row))));
        counts.add(fact("enregistrements", number(row.records())));
        if (row.isCompleted()) {
            Map<String, Long> given = results.counts(row.namespace());
            counts.add(fact("notes", number(given.getOrDefault("SCORE", 0L))));
            counts.add(fact("conversions", number(given.getOrDefault("CONVERSION", 0L))));
            counts.add(fact("plans", number(given.getOrDefault("PLAN", 0L))));
        }
        return counts;
    }

    private ReplayContext ground(List<ReplayRow> rows) {
        return new ReplayContext(replays.bases(rows), replays.lastNight(), current.find());
    }

    private ReplayView view(ReplayRow row, ReplayContext ground, List<Fact> counts, List<ReplayStepRow> steps) {
        String state = ground.isInForce(row) ? IN_FORCE : row.state();
        return new ReplayView(
                row,
                Objects.requireNonNull(ground.bases().get(row.baseRunNo())),
                wording.word("rejeux.etat", state),
                row.state().toLowerCase(Locale.ROOT),
                scope(row, ground.published()),
                toDo(row, state, ground),
                counts,
                steps.stream().map(this::step).toList(),
                buttons(ground.gestures(row, steps)));
    }

    private List<ReplayView.Button> buttons(List<ReplayAction> gestures) {
        return gestures.stream()
                .map(gesture -> new ReplayView.Button(
                        gesture.path(),
                        wording.say("rejeux.bouton." + gesture.path()),
                        gesture.equals(gestures.getFirst()) && gesture != ReplayAction.DISCARD))
                .toList();
    }

    private ReplayView.Step step(ReplayStepRow step) {
        return new ReplayView.Step(
                wording.word("rejeux.geste", step.step()), step.account(), step.reason(), step.runId(), step.doneAt());
    }

    private String toDo(ReplayRow row, String state, ReplayContext ground) {
        boolean late = row.isRegion() && !List.of("DISCARDED", IN_FORCE).contains(state) && ground.isLate(row);
        return wording.say("rejeux.afaire." + state) + (late ? " " + wording.say("rejeux.afaire.tard") : "");
    }

    private String scope(ReplayRow row, Optional<PublishedResults> published) {
        if (row.isRegion()) {
            return wording.say("rejeux.portee.region");
        }
        String epcis = row.epcis().stream()
                .map(siren -> published.map(all -> all.epciName(siren)).orElse(siren))
                .collect(Collectors.joining(", "));
        return row.rooms().isEmpty()
                ? epcis
                : wording.say("rejeux.portee.salles", epcis, String.join(", ", row.rooms()));
    }

    private long epcis(ReplayRow row) {
        return row.isRegion() ? places.countEpcis(row.baseRunNo()) : row.epcis().size();
    }

    private long rooms(ReplayRow row) {
        return row.isRegion() ? places.countRooms(row.baseRunNo()) : places.countRooms(row.baseRunNo(), row.epcis());
    }

    private Fact fact(String key, String value) {
        return new Fact(wording.say("rejeux.fait." + key), value);
    }

    private static String number(long count) {
        return PageFrench.INSTANCE.number(count);
    }
}
