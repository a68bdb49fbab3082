package fr.passerelle.batch.report;

import fr.passerelle.published.place.NameOrder;
import fr.passerelle.published.place.PlaceTable;
import fr.passerelle.published.result.Results;
import fr.passerelle.published.result.Results.ResultKind;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.Runs;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.RoomInventoried;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Which months were not returned, by EPCI, as the current results say. */
@Component
public class Reminders {

    private final Runs runs;
    private final Results results;
    private final PlaceTable places;

    Reminders(Runs runs, Results results, PlaceTable places) {
        this.runs = runs;
        this.results = results;
        this.places = places;
    }

    /** The run whose results are current; a RunRefused when none was published. */
    public Run current() {
        return runs.requireCurrent(
                "les mois manquants ne sont pas connus. Lancez-en une (« ./passerelle nightly … »).");
    }

    /** Those of a run, by name of the EPCI as that run knows it; none for an EPCI that returned everything. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<Reminder> of(Run run) {
        results.check(run.no());
        Map<String, EpciDescribed> epcis = places.epcis(run.no());
        return missing(run).entrySet().stream()
                .map(entry -> new Reminder(
                        entry.getKey(),
                        Optional.ofNullable(epcis.get(entry.getKey()))
                                .map(EpciDescribed::getName)
                                .orElse(entry.getKey()),
                        entry.getValue()))
                .sorted(NameOrder.by(Reminder::name, Reminder::epci))
                .toList();
    }

    private Map<String, List<Reminder.MissingRoom>> missing(Run run) {
        Map<String, RoomInventoried> rooms = places.rooms(run.no());
        Map<String, List<Reminder.MissingRoom>> missing = new HashMap<>();
        results.each(ResultKind.SCORE, run.no(), score -> {
            if (!score.getMonthsMissing().isEmpty()) {
                missing.computeIfAbsent(score.getEpci(), epci -> new ArrayList<>())
                        .add(room(score, rooms));
            }
        });
        missing.values()
                .forEach(found -> found.sort(NameOrder.by(Reminder.MissingRoom::name, Reminder.MissingRoom::id)));
        return missing;
    }

    private static Reminder.MissingRoom room(Frequentation score, Map<String, RoomInventoried> rooms) {
        String id = score.getRoomId();
        return new Reminder.MissingRoom(
                id,
                Optional.ofNullable(rooms.get(id)).map(RoomInventoried::getName).orElse(id),
                score.getMonthsMissing().stream().map(YearMonth::parse).toList());
    }

    /** What an EPCI, by SIREN or SANS-EPCI, is asked to return; its name is that code again where it is not known, its rooms are by name. */
    public record Reminder(String epci, String name, List<MissingRoom> rooms) {

        /** A room with months that were not returned, in order, at least one. */
        public record MissingRoom(String id, String name, List<YearMonth> months) {}
    }
}
