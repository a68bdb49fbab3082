package fr.passerelle.sources.mapping;

import fr.passerelle.sources.table.RawRow;
import org.jspecify.annotations.Nullable;

/** A formula that has met the columns of a file. */
final class BoundText implements BoundCell {

    private final int[] places;
    private final String glue;
    private final Step[] steps;
    private final Blanks blanks;

    /**
     * @param places cells that it is made of; none for a column that the file does not have
     * @param glue between them
     * @param blanks texts that mean that there is nothing
     */
    BoundText(int[] places, String glue, Step[] steps, Blanks blanks) {
        this.places = places;
        this.glue = glue;
        this.steps = steps;
        this.blanks = blanks;
    }

    @Override
    public @Nullable String of(RawRow record) {
        String text = raw(record);
        for (Step step : steps) {
            text = step.apply(text);
            if (text == null) {
                return null;
            }
        }
        return text;
    }

    @Override
    public String rest(RawRow record) {
        String text = raw(record);
        for (Step step : steps) {
            String after = step.apply(text);
            text = after == null ? step.rest(text) : after;
        }
        return text;
    }

    @Override
    public Step failing(RawRow record) {
        String text = raw(record);
        for (Step step : steps) {
            String after = step.apply(text);
            if (after == null) {
                return step;
            }
            text = after;
        }
        throw new IllegalStateException("Every step of this record can be done");
    }

    @Override
    public String raw(RawRow record) {
        return switch (places.length) {
            case 0 -> "";
            case 1 -> cell(record, places[0]);
            default -> joined(record);
        };
    }

    @Override
    public boolean isOnly(int place) {
        return places.length == 1 && places[0] == place;
    }

    private String joined(RawRow record) {
        StringBuilder joined = new StringBuilder();
        for (int place : places) {
            String text = cell(record, place);
            if (!text.isEmpty()) {
                joined.append(joined.isEmpty() ? "" : glue).append(text);
            }
        }
        return joined.toString();
    }

    private String cell(RawRow record, int place) {
        return blanks.without(record.text(place));
    }
}
