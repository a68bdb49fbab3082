package fr.passerelle.cli.export.format;

import fr.passerelle.cli.dataset.DataColumn;
import fr.passerelle.cli.dataset.DataRow;
import fr.passerelle.cli.dataset.Extract;
import fr.passerelle.cli.dataset.Point;
import fr.passerelle.cli.export.OutputFile;
import fr.passerelle.sources.reject.UnusableFile;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A FeatureCollection of RFC 7946: each row a Feature, its point or line where that is known, null where it is not. Where the rows come
 * from is a foreign member of the collection, {@code passerelle}.
 */
final class GeoJsonFormat implements TableFormat {

    private static final int PLACES = 6;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    @Override
    public List<Path> write(Extract extract, Path file, boolean force) {
        if (!extract.table().located()) {
            throw new UnusableFile("Le jeu « " + extract.provenance().dataset()
                    + " » n'a pas de lieux : demandez-le en csv, xlsx ou parquet.");
        }
        OutputFile.write(file, force, out -> write(extract, out));
        return List.of(file);
    }

    private static void write(Extract extract, OutputStream out) {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringProperty("type", "FeatureCollection");
            json.writePOJOProperty("passerelle", extract.provenance().entries());
            json.writeArrayPropertyStart("features");
            extract.table().rows().forEach(row -> feature(extract.table().columns(), row, json));
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void feature(List<DataColumn> columns, DataRow row, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("type", "Feature");
        geometry(row.path(), json);
        json.writeObjectPropertyStart("properties");
        for (int i = 0; i < columns.size(); i++) {
            json.writeName(columns.get(i).name());
            value(row.cells().get(i), json);
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
        json.writeNumber(degrees(point.longitude()));
        json.writeNumber(degrees(point.latitude()));
        json.writeEndArray();
    }

    private static void value(@Nullable Object cell, JsonGenerator json) {
        switch (cell) {
            case null -> json.writeNull();
            case Boolean flag -> json.writeBoolean(flag);
            case Long number -> json.writeNumber(number);
            case BigDecimal number -> json.writeNumber(number);
            default -> json.writeString(cell.toString());
        }
    }

    private static BigDecimal degrees(double value) {
        return BigDecimal.valueOf(value).setScale(PLACES, RoundingMode.HALF_UP);
    }
}
