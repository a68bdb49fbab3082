package fr.passerelle.cli.export;

import fr.passerelle.dataset.Provenance;
import fr.passerelle.sheets.form.Table;
import fr.passerelle.sheets.form.Table.Column;
import fr.passerelle.sheets.form.Table.Point;
import fr.passerelle.sources.reject.UnusableFile;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A FeatureCollection of RFC 7946: each row a Feature, its point or line where that is known, null where it is not. Where the rows come
 * from is a foreign member of the collection, {@code passerelle}.
 */
final class GeoJsonFile {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private GeoJsonFile() {}

    static List<Path> write(Provenance of, Table<?> table, Path file, boolean force) {
        if (table.path() == null) {
            throw new UnusableFile(
                    "Le jeu « " + of.dataset() + " » n'a pas de lieux : demandez-le en csv, xlsx ou parquet.");
        }
        OutputFile.write(file, force, out -> write(of, table, out));
        return List.of(file);
    }

    private static <R> void write(Provenance of, Table<R> table, OutputStream out) {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringProperty("type", "FeatureCollection");
            json.writePOJOProperty("passerelle", of.entries());
            json.writeArrayPropertyStart("features");
            table.rows().forEach(row -> feature(table, row, json));
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static <R> void feature(Table<R> table, R row, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("type", "Feature");
        geometry(Objects.requireNonNull(table.path()).apply(row), json);
        json.writeObjectPropertyStart("properties");
        for (Column<R> column : table.columns()) {
            json.writePOJOProperty(column.name(), column.of(row));
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void geometry(List<Point> path, JsonGenerator json) {
        if (path.isEmpty()) {
            json.writeNullProperty("geometry");
            return;
        }
        json.writeObjectPropertyStart("geometry");
        json.writeStringProperty("type", path.size() == 1 ? "Point" : "LineString");
        json.writeName("coordinates");
        if (path.size() == 1) {
            position(path.getFirst(), json);
        } else {
            json.writeStartArray();
            path.forEach(point -> position(point, json));
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void position(Point point, JsonGenerator json) {
        json.writeStartArray();
        json.writeNumber(Point.degrees(point.longitude()));
        json.writeNumber(Point.degrees(point.latitude()));
        json.writeEndArray();
    }
}
