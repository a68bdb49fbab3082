package fr.passerelle.console.replay;

import fr.passerelle.console.operation.Fact;
import fr.passerelle.console.operation.Wording;
import fr.passerelle.console.page.French;
import fr.passerelle.console.page.NotFound;
import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.console.reading.Published;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The replays as pages show them. */
@Component
class ReplayDesk {

    private static final int LISTED = 100;

    private final ReplayTable replays;
    private final ReplayResults results;
    private final CurrentResults current;
    private final Wording wording;

    ReplayDesk(ReplayTable replays, ReplayResults results, CurrentResults current, Wording wording) {
        this.replays = replays;
        this.results = results;
        this.current = current;
        this.wording = wording;
    }

    /** The latest, without what only their own page shows. */
    List<ReplayView> latest() {
        return replays.latest(LISTED).stream()
                .map(row -> view(row, List.of(), List.of()))
                .toList();
    }

    /** @throws NotFound where there is none */
    ReplayRow row(String id) {
        return replays.find(id).orElseThrow(NotFound::new);
    }

    ReplayView view(ReplayRow row) {
        return view(row, counts(row), replays.steps(row.no()));
    }

    /** What it reaches, and what it gave. */
    List<Fact> counts(ReplayRow row) {
        List<Fact> counts = new ArrayList<>();
        counts.add(fact("portee", scope(row)));
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

    private ReplayView view(ReplayRow row, List<Fact> counts, List<ReplayStep> steps) {
        return new ReplayView(
                row,
                replays.run(row.baseRunNo()),
                wording.word("rejeux.etat", row.state()),
                row.state().toLowerCase(Locale.ROOT),
                scope(row),
                toDo(row),
                counts,
                steps.stream().map(this::step).toList(),
                buttons(gestures(row, steps)));
    }

    private List<Gesture> gestures(ReplayRow row, List<ReplayStep> steps) {
        return switch (row.state()) {
            case "PLANNED", "RUNNING", "FAILED" -> List.of(Gesture.RUN, Gesture.DISCARD);
            case "COMPLETED" -> ofCompleted(row, steps);
            default -> List.of();
        };
    }

    private List<Gesture> ofCompleted(ReplayRow row, List<ReplayStep> steps) {
        List<Gesture> gestures = new ArrayList<>();
        if (mayBePut(row)) {
            gestures.add(Gesture.PUT_IN_FORCE);
        }
        if (holds(row) && steps.stream().anyMatch(step -> step.step().equals("PUT_IN_FORCE"))) {
            gestures.add(Gesture.ROLLBACK);
        }
        gestures.add(Gesture.DISCARD);
        return gestures;
    }

    private boolean mayBePut(ReplayRow row) {
        return row.isRegion() && !holds(row) && !replays.hasNightSince(row);
    }

    /** Whether its results are those that hold. */
    private boolean holds(ReplayRow row) {
        return current.find()
                .map(all -> all.run().hash().equals(row.resultHash()))
                .orElse(false);
    }

    private List<ReplayView.Button> buttons(List<Gesture> gestures) {
        return gestures.stream()
                .map(gesture -> new ReplayView.Button(
                        gesture.path(),
                        wording.say("rejeux.bouton." + gesture.path()),
                        gesture.equals(gestures.getFirst()) && gesture != Gesture.DISCARD))
                .toList();
    }

    private ReplayView.Step step(ReplayStep step) {
        return new ReplayView.Step(
                wording.word("rejeux.geste", step.step()), step.account(), step.reason(), step.runId(), step.doneAt());
    }

    private String toDo(ReplayRow row) {
        boolean late = row.isRegion() && !row.state().equals("DISCARDED") && replays.hasNightSince(row);
        return wording.say("rejeux.afaire." + row.state()) + (late ? " " + wording.say("rejeux.afaire.tard") : "");
    }

    private String scope(ReplayRow row) {
        if (row.isRegion()) {
            return wording.say("rejeux.portee.region");
        }
        String epcis = String.join(", ", row.epcis().stream().map(this::epciName).toList());
        return row.rooms().isEmpty()
                ? epcis
                : wording.say("rejeux.portee.salles", epcis, String.join(", ", row.rooms()));
    }

    private String epciName(String siren) {
        return current.find().map(all -> all.epciName(siren)).orElse(siren);
    }

    private long epcis(ReplayRow row) {
        return row.isRegion() ? current.find().map(all -> all.epcis().size()).orElse(0) : row.epcis().size();
    }

    private long rooms(ReplayRow row) {
        return current.find().map(all -> rooms(row, all)).orElse(0L);
    }

    private static long rooms(ReplayRow row, Published all) {
        return all.rooms().values().stream()
                .filter(room -> row.isRegion() || row.epcis().contains(Objects.requireNonNull(room.getEpci())))
                .count();
    }

    private Fact fact(String key, String value) {
        return new Fact(wording.say("rejeux.fait." + key), value);
    }

    private static String number(long count) {
        return French.INSTANCE.number(count);
    }
}
