package fr.passerelle.calendar.tour;

import fr.passerelle.calendar.tour.AnimateursFile.AnimateurRow;
import fr.passerelle.calendar.tour.CalendarStudies.TourRequest;
import fr.passerelle.calendar.tour.LieuxFile.LieuRow;
import fr.passerelle.calendar.tour.TrajetsFile.TrajetRow;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The three files of a calendar without a fault, and the texts in which its plan keeps them. */
record TourInputs(List<AnimateurRow> animateurs, List<LieuRow> lieux, List<TrajetRow> trajets) {

    static final String ANIMATEURS = "animateurs";
    static final String LIEUX = "lieux";
    static final String TRAJETS = "trajets";

    private static final JsonMapper JSON = JsonMapper.shared();

    /** @throws fr.passerelle.sources.reject.UnusableFile when a file has a fault */
    static TourInputs read(TourRequest asked) {
        return new TourInputs(
                AnimateursFile.read(asked.animateurs()),
                asked.lieux() == null ? List.of() : LieuxFile.read(asked.lieux()),
                asked.trajets() == null ? List.of() : TrajetsFile.read(asked.trajets()));
    }

    /** Those of texts that {@link #texts} gave. */
    static TourInputs of(Map<String, String> texts) {
        return new TourInputs(
                rows(texts.get(ANIMATEURS), AnimateurRow.class),
                rows(texts.get(LIEUX), LieuRow.class),
                rows(texts.get(TRAJETS), TrajetRow.class));
    }

    /** Each as a text that reads back, by name; nothing for one without rows, since a file has one at least. */
    Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        Map.of(ANIMATEURS, animateurs, LIEUX, lieux, TRAJETS, trajets).forEach((name, rows) -> {
            if (!rows.isEmpty()) {
                texts.put(name, JSON.writeValueAsString(rows));
            }
        });
        return texts;
    }

    private static <T> List<T> rows(@Nullable String text, Class<T> type) {
        return text == null
                ? List.of()
                : JSON.readValue(text, JSON.getTypeFactory().constructCollectionType(List.class, type));
    }
}
