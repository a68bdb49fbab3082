package fr.passerelle.calendar.tour;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The three files of a calendar without a fault, and the texts in which its plan keeps them. */
record TourInputs(List<AnimateurRow> animateurs, List<LieuRow> lieux, List<TrajetRow> trajets) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** @throws fr.passerelle.sources.reject.UnusableFile when a file has a fault */
    static TourInputs read(TourRequest asked) {
        return new TourInputs(
                AnimateursFile.read(asked.animateurs()),
                asked.lieux() == null ? List.of() : LieuxFile.read(asked.lieux()),
                asked.trajets() == null ? List.of() : TrajetsFile.read(asked.trajets()));
    }

    /** Those that a plan froze. */
    static TourInputs of(TourPlan plan) {
        return of(plan.animateurs(), plan.lieux(), plan.trajets());
    }

    /** Those of texts that {@link #text} gave. */
    static TourInputs of(@Nullable String animateurs, @Nullable String lieux, @Nullable String trajets) {
        return new TourInputs(
                rows(animateurs, AnimateurRow.class), rows(lieux, LieuRow.class), rows(trajets, TrajetRow.class));
    }

    /** Rows as a text that reads back; null for none, since a file has one at least. */
    static @Nullable String text(List<?> rows) {
        return rows.isEmpty() ? null : JSON.writeValueAsString(rows);
    }

    private static <T> List<T> rows(@Nullable String text, Class<T> type) {
        return text == null
                ? List.of()
                : JSON.readValue(text, JSON.getTypeFactory().constructCollectionType(List.class, type));
    }
}
