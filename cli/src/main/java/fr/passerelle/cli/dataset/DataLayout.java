package fr.passerelle.cli.dataset;

import fr.passerelle.schemas.event.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The columns of a table in their order, and how each cell is taken from the thing that a row is about. */
final class DataLayout<T> {

    private final boolean published;
    private final List<DataColumn> columns = new ArrayList<>();
    private final List<Function<T, ? extends @Nullable Object>> cells = new ArrayList<>();
    private @Nullable Function<T, List<Point>> path;

    /** @param published whether it is for anybody: columns that are kept inside are left out */
    DataLayout(boolean published) {
        this.published = published;
    }

    DataLayout<T> add(DataColumn column, Function<T, ? extends @Nullable Object> cell) {
        columns.add(column);
        cells.add(cell);
        return this;
    }

    /** The EPCI that a row is about, by the plan that it has. */
    DataLayout<T> addEpci(Function<T, Plan> plan) {
        return add(
                        DataColumn.text("epci_siren", "SIREN de l'intercommunalité"),
                        thing -> plan.apply(thing).getEpci())
                .add(
                        DataColumn.text("epci_nom", "Nom de l'intercommunalité"),
                        thing -> plan.apply(thing).getName());
    }

    /** A column that only an export for inside has. */
    DataLayout<T> addInside(DataColumn column, Function<T, ? extends @Nullable Object> cell) {
        return published ? this : add(column, cell);
    }

    /** From now on its rows are places. */
    DataLayout<T> at(Function<T, @Nullable Point> place) {
        return along(thing -> Stream.ofNullable(place.apply(thing)).toList())
                .add(
                        DataColumn.decimal("latitude", 6, "Latitude, degrés WGS 84"),
                        thing -> Coordinates.latitude(place.apply(thing)))
                .add(
                        DataColumn.decimal("longitude", 6, "Longitude, degrés WGS 84"),
                        thing -> Coordinates.longitude(place.apply(thing)))
                .add(
                        DataColumn.text(
                                "localisation",
                                "LIEU : la position du lieu ; COMMUNE : le centre de sa commune, faute de mieux ;"
                                        + " vide : inconnue"),
                        thing -> Coordinates.precision(place.apply(thing)));
    }

    /** From now on its rows are lines. */
    DataLayout<T> along(Function<T, List<Point>> line) {
        path = line;
        return this;
    }

    DataTable of(List<T> things) {
        return new DataTable(
                List.copyOf(columns), path != null, () -> things.stream().map(this::row));
    }

    private DataRow row(T thing) {
        List<@Nullable Object> row = new ArrayList<>(cells.size());
        cells.forEach(cell -> row.add(cell.apply(thing)));
        return new DataRow(row, path == null ? List.of() : path.apply(thing));
    }
}
