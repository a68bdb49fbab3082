package fr.passerelle.batch.run;

import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.contract.ResultHash;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.RoomInventoried;
import java.text.Collator;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;

/** Which months were not returned, by EPCI, as the current results say. */
@Component
public class Reminders {

    private final JdbcTemplate jdbc;
    private final Runs runs;
    private final Results results;
    private final Records records = new Records();

    Reminders(JdbcTemplate jdbc, Runs runs, Results results) {
        this.jdbc = jdbc;
        this.runs = runs;
        this.results = results;
    }

    /**
     * The run whose results are current.
     *
     * @throws RunRefused when none was published
     */
    public Run current() {
        return runs.current()
                .flatMap(runs::find)
                .orElseThrow(() -> new RunRefused("Aucune exécution n'est publiée : les mois manquants ne sont pas"
                        + " connus. Lancez-en une (« ./passerelle nightly … »)."));
    }

    /** Those of a run, by name of the EPCI; none for an EPCI that returned everything. */
    public List<Reminder> of(Run run) {
        Map<String, String> epcis =
                names("select epci, payload from passerelle.epci", EpciDescribed.class, EpciDescribed::getName);
        return missing(run).entrySet().stream()
                .map(entry -> new Reminder(
                        entry.getKey(), epcis.getOrDefault(entry.getKey(), entry.getKey()), entry.getValue()))
                .sorted(by(Reminder::name).thenComparing(Reminder::epci))
                .toList();
    }

    private Map<String, List<Reminder.MissingRoom>> missing(Run run) {
        Map<String, String> rooms =
                names("select room_id, payload from passerelle.room", RoomInventoried.class, RoomInventoried::getName);
        Comparator<Reminder.MissingRoom> order = by(Reminder.MissingRoom::name).thenComparing(Reminder.MissingRoom::id);
        return results.at(run.no()).stream()
                .filter(result -> result.type() == ResultHash.Type.SCORE)
                .map(result -> decoded(result.payload(), Frequentation.class))
                .filter(score -> !score.getMonthsMissing().isEmpty())
                .collect(Collectors.groupingBy(
                        Frequentation::getEpci,
                        Collectors.collectingAndThen(
                                Collectors.mapping(score -> room(score, rooms), Collectors.toList()),
                                found -> found.stream().sorted(order).toList())));
    }

    private static Reminder.MissingRoom room(Frequentation score, Map<String, String> names) {
        return new Reminder.MissingRoom(
                score.getRoomId(),
                names.getOrDefault(score.getRoomId(), score.getRoomId()),
                score.getMonthsMissing().stream().map(YearMonth::parse).toList());
    }

    private <T extends SpecificRecord> Map<String, String> names(String sql, Class<T> type, Function<T, String> name) {
        Map<String, String> names = new HashMap<>();
        RowCallbackHandler add = row -> names.put(row.getString(1), name.apply(decoded(row.getBytes(2), type)));
        jdbc.query(sql, add);
        return names;
    }

    private <T extends SpecificRecord> T decoded(byte[] payload, Class<T> type) {
        return records.decode(payload, SpecificData.get().getSchema(type), type);
    }

    private static <T> Comparator<T> by(Function<T, String> name) {
        return Comparator.comparing(name, Collator.getInstance(Locale.FRANCE)::compare);
    }
}
